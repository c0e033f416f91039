/* The steps of reading CSV: bytes to text, finding the separator, filling the table. */
#pragma once

#include "sedia-csv.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SEDIA_CSV_DELIMITERS ",;\t|"

GBytes *sedia_csv_decode (GBytes      *bytes,
                          const char  *display_name,
                          const char  *wanted_encoding,
                          char       **encoding,
                          GError     **error);
gsize sedia_csv_skip_separator_line (const char *text,
                                     gsize       length,
                                     char       *delimiter);
char sedia_csv_sniff_delimiter (const char *text,
                                gsize       length);

/**
 * SediaTable:
 * @headers: (array zero-terminated=1): the header row, its NULL added when it is complete
 * @arena: all texts of the cells, one after the other
 * @arena_used: how much of it is filled
 * @offsets: where each cell's text begins in the arena, @n_columns for each row
 * @n_offsets: how many there are
 * @room: how many fit
 * @lines: the line of the file where each row begins
 *
 * See sedia-csv-table.c for a drawing.
 */
struct _SediaTable
{
  char *encoding;
  char delimiter;
  GPtrArray *headers;
  guint n_columns;
  char *arena;
  gsize arena_used;
  guint32 *offsets;
  gsize n_offsets;
  gsize room;
  GArray *lines;    /* guint32 */
  GArray *bad_rows; /* SediaBadRow */
};

SediaTable *sedia_table_new (const char *encoding,
                             char        delimiter,
                             gsize       text_length);
void sedia_table_append_cell (SediaTable *self,
                              const char *text,
                              gsize       length);
void sedia_table_end_row (SediaTable *self,
                          guint       line);
void sedia_table_drop_row (SediaTable *self,
                           gsize       arena_before);

G_END_DECLS
