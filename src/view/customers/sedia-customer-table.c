/* The table of customers: who they are, what they wait for, what they can collect, and whether they
 * know.
 */
#include "config.h"

#include "sedia-customer-table.h"

#include "sedia-due-words.h"
#include "sedia-format.h"

#include <glib/gi18n.h>

typedef enum
{
  COLUMN_NAME,
  COLUMN_PHONE,
  COLUMN_WAITING,
  COLUMN_READY,
  COLUMN_TOLD,
  COLUMN_LAST,
} Column;

static const SediaTableColumn columns[] = {
  [COLUMN_NAME] = { "name", NC_ ("column", "Name"), SEDIA_CELL_TEXT, 14, 24, "name", 0, TRUE },
  [COLUMN_PHONE] = { "phone", NC_ ("column", "Phone"), SEDIA_CELL_TEXT, 17, 17, NULL, 2, FALSE },
  [COLUMN_WAITING] = { "waiting", NC_ ("column", "Waiting"), SEDIA_CELL_NUMBER, 4, 5, "waiting", 4,
                       FALSE },
  [COLUMN_READY] = { "ready", NC_ ("column", "Ready"), SEDIA_CELL_NUMBER, 4, 5, "reserved", 3,
                     FALSE },
  [COLUMN_TOLD] = { "told", NC_ ("column", "Told"), SEDIA_CELL_PILL, 14, 32, "state", 0,
                    FALSE },
  [COLUMN_LAST] = { "last-told", NC_ ("column", "Last contact"), SEDIA_CELL_TEXT, 14, 23, "at", 1,
                    FALSE },
};

/**
 * sedia_customer_state:
 * @customer: a customer, with what is known in lists
 * @icon: (out): of the pill; %NULL for none
 * @tone: (out): its style class; %NULL for none
 *
 * Returns: (nullable): what most needs saying about telling this customer
 */
const char *
sedia_customer_state (const SediaCustomer  *customer,
                      const char          **icon,
                      const char          **tone)
{
  const char *label = sedia_format_told_label (customer->told);

  *tone = NULL;
  if (customer->do_not_contact)
    {
      *icon = "sedia-no-contact-symbolic";
      return C_("told", "Do not contact");
    }

  *icon = sedia_format_told_icon (customer->told);
  if (customer->told == SEDIA_TOLD_YES)
    *tone = "told";

  return *label != '\0' ? label : NULL;
}

/**
 * sedia_customer_last_contact:
 * @customer: a customer, with what is known in lists
 *
 * Returns: (transfer full): when the shop last spoke to them, or tried to, and how; empty for never
 */
char *
sedia_customer_last_contact (const SediaCustomer *customer)
{
  g_autofree char *when = NULL;

  if (customer->told_at == 0)
    return g_strdup ("");

  when = sedia_format_time (customer->told_at);
  if (customer->told_outcome == SEDIA_OUTCOME_NO_ANSWER)
    /* Translators: when, and how somebody tried to reach a customer: "3 Dec, Phone call" */
    return g_strdup_printf (_("%s, %s, no answer"), when,
                            sedia_channel_label (customer->told_by));

  /* Translators: when, and how a customer was told: "3 Dec, WhatsApp" */
  return g_strdup_printf (_("%s, %s"), when, sedia_channel_label (customer->told_by));
}

/**
 * sedia_customer_why:
 * @customer: a customer, with what is known in lists
 *
 * Returns: (transfer full): why they must be told, and until when; empty when they need not
 */
char *
sedia_customer_why (const SediaCustomer *customer)
{
  g_autofree char *reasons = NULL;
  g_autofree char *when = NULL;

  if (customer->due_reasons == 0)
    return g_strdup ("");

  reasons = sedia_due_reasons_words (customer->due_reasons);
  when = sedia_due_when (customer->due_at, customer->due_is_late);

  /* Translators: until when a customer must be told, and why: "2 days late – Can be collected" */
  return g_strdup_printf (_("%s – %s"), when, reasons);
}

static void
describe (SediaCell     *cell,
          guint          column,
          gconstpointer  record)
{
  const SediaCustomer *customer = record;

  switch ((Column) column)
    {
    case COLUMN_NAME:
      cell->text = g_strdup (customer->name);
      break;

    case COLUMN_PHONE:
      cell->text = g_strdup (customer->phone);
      break;

    case COLUMN_WAITING:
      sedia_cell_set_amount (cell, customer->waiting_lines, 0, NULL);
      break;

    case COLUMN_READY:
      sedia_cell_set_amount (cell, customer->ready_lines, 0, NULL);
      break;

    case COLUMN_TOLD:
      cell->text = g_strdup (sedia_customer_state (customer, &cell->icon, &cell->tone));
      if (customer->due_reasons != 0)
        {
          g_free (cell->text);
          cell->text = sedia_customer_why (customer);
          cell->tooltip = g_strdup (cell->text);
          cell->tone = customer->due_is_late ? "late" : NULL;
        }
      break;

    case COLUMN_LAST:
      cell->text = sedia_customer_last_contact (customer);
      cell->tooltip = sedia_format_time_full (customer->told_at);
      break;
    }
}

const SediaTableSpec sedia_customer_table = {
  .kind = SEDIA_LIST_CUSTOMERS,
  .label = N_("Customers"),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .sort = "name",
  .describe = describe,
};
