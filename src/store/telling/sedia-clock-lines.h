/* The lines that the contact clock looks at. Private to the store. */
#pragma once

#include "sedia-clock.h"
#include "sedia-expected-days.h"

G_BEGIN_DECLS

/* A line with its customer. */
typedef struct
{
  gint64 customer_id;
  SediaClockLine line;
} SediaCustomerLine;

GArray *sedia_clock_lines_read (SediaDb *db, gint64 customer_id, SediaExpectedDays *days,
                                GError **error);
gboolean sedia_clock_line_read_told (SediaDb *db, SediaClockLine *line, SediaExpectedDays *days,
                                     GError **error);

G_END_DECLS
