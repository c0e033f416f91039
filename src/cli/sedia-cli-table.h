/* Tables for people: columns that line up, whatever script they are written in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaCliColumn:
 * @title: the header, translatable
 * @is_number: whether cells stand to the right
 */
typedef struct
{
  const char *title;
  gboolean is_number;
} SediaCliColumn;

typedef struct _SediaCliTable SediaCliTable;

SediaCliTable *sedia_cli_table_new (const SediaCliColumn *columns,
                                    guint                 n_columns);
void sedia_cli_table_free (SediaCliTable *self);
void sedia_cli_table_text (SediaCliTable *self,
                           const char    *text);
void sedia_cli_table_quantity (SediaCliTable *self,
                               gint64         value,
                               guint          decimals);
void sedia_cli_table_number_of (SediaCliTable *self,
                                gint64         value);
void sedia_cli_table_money (SediaCliTable *self,
                            gint64         amount);
void sedia_cli_table_day (SediaCliTable *self,
                          int            day);
void sedia_cli_table_day_of (SediaCliTable *self,
                             gint64         time);
void sedia_cli_table_time (SediaCliTable *self,
                           gint64         time);
char *sedia_cli_table_format (const SediaCliTable *self);
char *sedia_cli_table_format_card (const SediaCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaCliTable, sedia_cli_table_free)

G_END_DECLS
