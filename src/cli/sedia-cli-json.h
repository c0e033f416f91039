/* JSON with exact numbers: digits are written as they are counted, never through floating point. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaCliJson:
 * @text: what was written so far
 * @depth: how many objects and arrays are open
 * @needs_comma: whether a value stands before the next one
 *
 * A writer. Names are %NULL inside arrays.
 */
typedef struct
{
  GString *text;
  guint depth;
  gboolean needs_comma;
} SediaCliJson;

void sedia_cli_json_init (SediaCliJson *self);
char *sedia_cli_json_finish (SediaCliJson *self);
void sedia_cli_json_begin_object (SediaCliJson *self,
                                  const char   *name);
void sedia_cli_json_end_object (SediaCliJson *self);
void sedia_cli_json_begin_array (SediaCliJson *self,
                                 const char   *name);
void sedia_cli_json_end_array (SediaCliJson *self);
void sedia_cli_json_null (SediaCliJson *self,
                          const char   *name);
void sedia_cli_json_boolean (SediaCliJson *self,
                             const char   *name,
                             gboolean      value);
void sedia_cli_json_string (SediaCliJson *self,
                            const char   *name,
                            const char   *value);
void sedia_cli_json_text (SediaCliJson *self,
                          const char   *name,
                          const char   *value);
void sedia_cli_json_integer (SediaCliJson *self,
                             const char   *name,
                             gint64        value);
void sedia_cli_json_number_of (SediaCliJson *self,
                               const char   *name,
                               gint64        value);
void sedia_cli_json_digits (SediaCliJson *self,
                            const char   *name,
                            const char   *digits);
void sedia_cli_json_quantity (SediaCliJson *self,
                              const char   *name,
                              gint64        value,
                              guint         decimals);
void sedia_cli_json_money (SediaCliJson *self,
                           const char   *name,
                           gint64        amount);
void sedia_cli_json_day (SediaCliJson *self,
                         const char   *name,
                         int           day);
void sedia_cli_json_day_of (SediaCliJson *self,
                            const char   *name,
                            gint64        time);
void sedia_cli_json_time (SediaCliJson *self,
                          const char   *name,
                          gint64        time);

G_END_DECLS
