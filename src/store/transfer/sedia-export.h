/* What can be exported, and how. Private to the store. */
#pragma once

#include "sedia-transfer.h"

G_BEGIN_DECLS

#define SEDIA_EXPORT_COLUMNS_MAX 24

typedef enum
{
  SEDIA_EXPORT_TEXT,
  SEDIA_EXPORT_NUMBER,
  SEDIA_EXPORT_QUANTITY,
  SEDIA_EXPORT_MONEY,
  SEDIA_EXPORT_DAY,
  SEDIA_EXPORT_TIME,
} SediaExportCell;

typedef struct
{
  const char *header;
  SediaExportCell cell;
} SediaExportColumn;

/**
 * SediaExport:
 * @kind: its name
 * @ids: (nullable): the statement that lists all things of the kind; %NULL: @rows takes no id
 * @rows: (nullable): the statement of the rows of one thing; the queue has none, it is put in order
 *   by the rules
 * @columns: of the file; the one after the last has no header
 * @needs_query: only the rows of a list can be exported
 *
 * One kind of export.
 */
typedef struct
{
  const char *kind;
  const char *ids;
  const char *rows;
  SediaExportColumn columns[SEDIA_EXPORT_COLUMNS_MAX];
  gboolean needs_query;
} SediaExport;

const SediaExport *sedia_export_find (const char *kind);
gboolean sedia_export_is_ours (const char *const *headers);

G_END_DECLS
