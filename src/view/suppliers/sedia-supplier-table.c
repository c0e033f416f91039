/* The table of suppliers: name, how to reach them, how long they take, what they bring. */
#include "config.h"

#include "sedia-supplier-table.h"

#include "sedia-format.h"

#include <glib/gi18n.h>

typedef enum
{
  COLUMN_NAME,
  COLUMN_PHONE,
  COLUMN_LEAD,
  COLUMN_PRODUCTS,
  COLUMN_DELIVERED,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_NAME] = { "name", NC_ ("column", "Name"), SEDIA_CELL_TEXT, 12, 24, "name", 0, TRUE },
  [COLUMN_PHONE] = { "phone", NC_ ("column", "Phone"), SEDIA_CELL_TEXT, 10, 16, NULL, 1, FALSE },
  [COLUMN_LEAD] = { "lead", NC_ ("column", "Lead time"), SEDIA_CELL_TEXT, 7, 9, NULL, 3, FALSE },
  [COLUMN_PRODUCTS] = { "products", NC_ ("column", "Products"), SEDIA_CELL_NUMBER, 4, 5, "on-hand",
                        2, FALSE },
  [COLUMN_DELIVERED] = { "delivered", NC_ ("column", "Last delivery"), SEDIA_CELL_TEXT, 9, 11, "at",
                         4, FALSE },
};

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaSupplier *supplier = record;

  switch ((Column) column)
    {
    case COLUMN_NAME:
      cell->text = g_strdup (supplier->name);
      break;

    case COLUMN_PHONE:
      cell->text = g_strdup (supplier->phone);
      break;

    case COLUMN_LEAD:
      if (supplier->lead_days >= 0)
        cell->text = g_strdup_printf (ngettext ("%d day", "%d days",
                                                (gulong) supplier->lead_days),
                                      supplier->lead_days);
      break;

    case COLUMN_PRODUCTS:
      sedia_cell_set_amount (cell, supplier->products, 0, NULL);
      break;

    case COLUMN_DELIVERED:
      if (supplier->delivered_at == 0)
        break;
      cell->text = sedia_format_time (supplier->delivered_at);
      cell->tooltip = sedia_format_time_full (supplier->delivered_at);
      break;
    }
}

const SediaTableSpec sedia_supplier_table = {
  .kind = SEDIA_LIST_SUPPLIERS,
  .label = N_("Suppliers"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort = "name",
  .describe = describe,
};
