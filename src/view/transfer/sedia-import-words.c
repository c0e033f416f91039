/* How people call what an import speaks of: see sedia-import-words.h. */
#include "config.h"

#include "sedia-import-words.h"

#include "sedia-format.h"

#include <glib/gi18n.h>
#include <string.h>

/* What checking and writing are of the whole; the rest is for what comes after. */
#define CHECKING_SHARE 0.45
#define WRITING_SHARE 0.45

/**
 * sedia_import_kind_label: (transfer none) what the rows of a file are.
 */
const char *
sedia_import_kind_label (SediaTransferKind kind)
{
  switch (kind)
    {
    case SEDIA_TRANSFER_PRODUCTS:
      return C_("import", "Products");
    case SEDIA_TRANSFER_CUSTOMERS:
      return C_("import", "Customers");
    case SEDIA_TRANSFER_SUPPLIERS:
      return C_("import", "Suppliers");
    case SEDIA_TRANSFER_ORDERS:
      return C_("import", "Orders");
    case SEDIA_TRANSFER_SALES:
      return C_("import", "Sales of the past");
    }

  g_assert_not_reached ();
}

static const char *const field_labels[SEDIA_N_FIELDS] = {
  [SEDIA_FIELD_NONE] = NC_ ("field", "Not used"),
  [SEDIA_FIELD_SKU] = NC_ ("field", "SKU"),
  [SEDIA_FIELD_NAME] = NC_ ("field", "Name"),
  [SEDIA_FIELD_BARCODE] = NC_ ("field", "Barcode"),
  [SEDIA_FIELD_UNIT] = NC_ ("field", "Unit"),
  [SEDIA_FIELD_DECIMALS] = NC_ ("field", "Decimals"),
  [SEDIA_FIELD_PACK] = NC_ ("field", "Pack size"),
  [SEDIA_FIELD_CATEGORY] = NC_ ("field", "Category"),
  [SEDIA_FIELD_PRICE] = NC_ ("field", "Price"),
  [SEDIA_FIELD_COST] = NC_ ("field", "Cost"),
  [SEDIA_FIELD_SUPPLIER] = NC_ ("field", "Supplier"),
  [SEDIA_FIELD_ON_HAND] = NC_ ("field", "Stock on hand"),
  [SEDIA_FIELD_MINIMUM] = NC_ ("field", "Minimum stock"),
  [SEDIA_FIELD_MAXIMUM] = NC_ ("field", "Maximum stock"),
  [SEDIA_FIELD_MOQ] = NC_ ("field", "Minimum order"),
  [SEDIA_FIELD_BACKORDER] = NC_ ("field", "Backorders"),
  [SEDIA_FIELD_ARCHIVED] = NC_ ("field", "Archived"),
  [SEDIA_FIELD_ACTIVE] = NC_ ("field", "Active"),
  [SEDIA_FIELD_ID] = NC_ ("field", "Number elsewhere"),
  [SEDIA_FIELD_HANDLE] = NC_ ("field", "Product of variants"),
  [SEDIA_FIELD_OPTION1] = NC_ ("field", "Variant 1"),
  [SEDIA_FIELD_OPTION2] = NC_ ("field", "Variant 2"),
  [SEDIA_FIELD_OPTION3] = NC_ ("field", "Variant 3"),
  [SEDIA_FIELD_CODE] = NC_ ("field", "Code"),
  [SEDIA_FIELD_FIRST_NAME] = NC_ ("field", "First name"),
  [SEDIA_FIELD_LAST_NAME] = NC_ ("field", "Last name"),
  [SEDIA_FIELD_PHONE] = NC_ ("field", "Phone"),
  [SEDIA_FIELD_EMAIL] = NC_ ("field", "Email"),
  [SEDIA_FIELD_CHANNEL] = NC_ ("field", "Reach by"),
  [SEDIA_FIELD_LANGUAGE] = NC_ ("field", "Language"),
  [SEDIA_FIELD_NOTE] = NC_ ("field", "Note"),
  [SEDIA_FIELD_LEAD_DAYS] = NC_ ("field", "Lead time in days"),
  [SEDIA_FIELD_ORDER] = NC_ ("field", "Order number"),
  [SEDIA_FIELD_CUSTOMER] = NC_ ("field", "Customer"),
  [SEDIA_FIELD_PLACED] = NC_ ("field", "Ordered on"),
  [SEDIA_FIELD_NEED_BY] = NC_ ("field", "Need by"),
  [SEDIA_FIELD_SHIPPED] = NC_ ("field", "Handed over on"),
  [SEDIA_FIELD_DEPOSIT] = NC_ ("field", "Deposit"),
  [SEDIA_FIELD_QUANTITY] = NC_ ("field", "Quantity"),
  [SEDIA_FIELD_DELIVERED] = NC_ ("field", "Handed over"),
  [SEDIA_FIELD_EXPECTED] = NC_ ("field", "Expected"),
  [SEDIA_FIELD_RECEIVED] = NC_ ("field", "Received"),
  [SEDIA_FIELD_BACKORDER_LIMIT] = NC_ ("field", "Backorder limit"),
  [SEDIA_FIELD_BACKORDER_WAIT] = NC_ ("field", "Longest wait in days"),
  [SEDIA_FIELD_BACKORDER_DEPOSIT] = NC_ ("field", "Deposit in percent"),
  [SEDIA_FIELD_BACKORDER_WHY] = NC_ ("field", "Why so decided"),
  [SEDIA_FIELD_LEAST_VALUE] = NC_ ("field", "Least order value"),
  [SEDIA_FIELD_ALLOW_NEGATIVE] = NC_ ("field", "May go below zero"),
  [SEDIA_FIELD_DO_NOT_CONTACT] = NC_ ("field", "Do not contact"),
  [SEDIA_FIELD_CANCELLED] = NC_ ("field", "Cancelled"),
  [SEDIA_FIELD_FIRST] = NC_ ("field", "Served first"),
  [SEDIA_FIELD_ALL] = NC_ ("field", "Line whole or not"),
  [SEDIA_FIELD_ALL_OR_NOTHING] = NC_ ("field", "Order whole or not"),
  [SEDIA_FIELD_HELD] = NC_ ("field", "Held"),
};

/**
 * sedia_import_field_label: (transfer none) what a column of a file of that kind can be taken for.
 */
const char *
sedia_import_field_label (SediaField      field,
                          SediaImportKind kind)
{
  g_return_val_if_fail (field < SEDIA_N_FIELDS, NULL);

  if (field == SEDIA_FIELD_PLACED && kind == SEDIA_IMPORT_SALES)
    return C_("field", "Sold on");

  return g_dpgettext2 (NULL, "field", field_labels[field]);
}

/**
 * sedia_import_delimiter_label: (transfer none) what parts the columns.
 */
const char *
sedia_import_delimiter_label (char delimiter)
{
  if (delimiter == ',')
    return C_("separator", "Comma");
  if (delimiter == ';')
    return C_("separator", "Semicolon");
  if (delimiter == '\t')
    return C_("separator", "Tab");

  return C_("separator", "Bar |");
}

/**
 * sedia_import_encoding_label: (transfer none) an encoding, as far as people know its name.
 */
const char *
sedia_import_encoding_label (const char *encoding)
{
  static const struct
  {
    const char *encoding;
    const char *label;
  } known[] = {
    { "UTF-8", "UTF-8" },
    { "WINDOWS-1252", N_("Windows, western") },
    { "UTF-16LE", N_("Excel’s Unicode text") },
    { "UTF-16BE", N_("UTF-16, the other way") },
    { "CP850", N_("DOS, western") },
  };

  g_return_val_if_fail (encoding != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (encoding, known[i].encoding) == 0)
      return _(known[i].label);

  return encoding;
}

/**
 * sedia_import_decimal_label: (transfer none) how numbers are written, by an example.
 */
const char *
sedia_import_decimal_label (char decimal)
{
  /* Translators: numbers with a decimal point or comma; they stay as they are */
  return decimal == ',' ? C_("numbers", "1.234,50") : C_("numbers", "1,234.50");
}

/**
 * sedia_import_day_first_label: (transfer none) how dates are written, by an example.
 */
const char *
sedia_import_day_first_label (int day_first)
{
  return day_first > 0 ? C_("dates", "31/12/2026, day first")
                       : C_("dates", "12/31/2026, month first");
}

/* ---- sentences */

/**
 * sedia_import_need_sentence:
 * @need: what must be said first
 * @field: for which no column was found
 * @kind: what the file has
 *
 * Returns: (transfer full): what to do
 */
char *
sedia_import_need_sentence (SediaImportNeed need,
                            SediaField      field,
                            SediaImportKind kind)
{
  switch (need)
    {
    case SEDIA_IMPORT_NEEDS_COLUMN:
      return g_strdup_printf (_("Which column is “%s”? Choose it above that column."),
                              sedia_import_field_label (field, kind));
    case SEDIA_IMPORT_NEEDS_LINES:
      return g_strdup (_("The file has orders, but not what was ordered: choose the file of their "
                         "lines too."));
    case SEDIA_IMPORT_NEEDS_ORDERS:
      return g_strdup (_("These are the lines of orders: choose the file of the orders too."));
    case SEDIA_IMPORT_NEEDS_NOTHING:
      break;
    }

  return g_strdup ("");
}

/**
 * sedia_import_problem_sentence:
 * @problem: what is wrong
 *
 * Returns: (transfer full): what is wrong, or what to say above
 */
char *
sedia_import_problem_sentence (const SediaImportProblem *problem)
{
  if (problem->question == SEDIA_IMPORT_ASK_DECIMAL && problem->example != NULL)
    return g_strdup_printf (_("“%s” in column “%s” can mean two numbers: choose above how numbers "
                              "are written."), problem->example, problem->column);
  if (problem->question == SEDIA_IMPORT_ASK_DECIMAL)
    return g_strdup_printf (_("Column “%s” has numbers with a decimal point and others with a "
                              "decimal comma: choose above how numbers are written."),
                            problem->column);
  if (problem->question == SEDIA_IMPORT_ASK_DAY_FIRST && problem->example != NULL)
    return g_strdup_printf (_("“%s” in column “%s” can mean two dates: choose above how dates are "
                              "written."), problem->example, problem->column);

  return g_strdup (problem->reason);
}

/**
 * sedia_import_counts_sentence:
 * @added: rows that are new
 * @changed: rows that change something
 * @unchanged: rows of what is there already
 *
 * Returns: (transfer full): "66 new, 12 changed, 3 as they are"
 */
char *
sedia_import_counts_sentence (guint added,
                              guint changed,
                              guint unchanged)
{
  g_autofree char *new_text = sedia_format_quantity (added, 0);
  g_autofree char *changed_text = sedia_format_quantity (changed, 0);
  g_autofree char *same_text = sedia_format_quantity (unchanged, 0);

  /* Translators: three numbers: what is new, what changes, what is there and stays as it is */
  return g_strdup_printf (_("%s new, %s changed, %s as they are"), new_text, changed_text,
                          same_text);
}

/**
 * sedia_import_progress_sentence:
 * @task: under way
 * @writes: whether it imports, and does not only try
 * @fraction: (out): how much of it is done, below 0 when that is not known
 *
 * Returns: (transfer full): what it is doing
 */
char *
sedia_import_progress_sentence (SediaImportTask *task,
                                gboolean         writes,
                                double          *fraction)
{
  guint n_done, n_all;
  const SediaImportStep step = sedia_import_task_get_progress (task, &n_done, &n_all);
  const double share = n_all > 0 ? (double) n_done / n_all : 0;
  g_autofree char *done = sedia_format_quantity (n_done, 0);
  g_autofree char *all = sedia_format_quantity (n_all, 0);
  /* Orders are written as they are checked. */
  const gboolean in_one_go =
    writes && sedia_import_task_get_options (task)->kind == SEDIA_TRANSFER_ORDERS;

  switch (step)
    {
    case SEDIA_IMPORT_READING:
      *fraction = -1;
      return g_strdup (_("Reading the file…"));

    case SEDIA_IMPORT_CHECKING:
      if (in_one_go)
        {
          *fraction = share * (CHECKING_SHARE + WRITING_SHARE);
          return g_strdup_printf (_("Writing row %s of %s…"), done, all);
        }
      *fraction = writes ? share * CHECKING_SHARE : share;
      return g_strdup_printf (_("Checking row %s of %s…"), done, all);

    case SEDIA_IMPORT_WRITING:
      *fraction = CHECKING_SHARE + share * WRITING_SHARE;
      return g_strdup_printf (_("Writing row %s of %s…"), done, all);

    case SEDIA_IMPORT_FINISHING:
      *fraction = CHECKING_SHARE + WRITING_SHARE;
      return g_strdup (_("Offering stock to those who wait for it…"));
    }

  g_assert_not_reached ();
}
