/* Importing customers and suppliers.
 *
 * Rows are matched in three passes, so that the better match of a later row is not taken by an
 * earlier one: by code, then by name and phone, then by name alone where that leaves no doubt.
 */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-catalogue.h"
#include "sedia-import-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define LEAD_DAYS_MAX 3650
#define NOT_SAID (-1)

/* A customer or supplier. In what a row says, NULL and NOT_SAID leave what there is. */
typedef struct
{
  char *code;
  char *name;
  char *phone;
  char *email;
  char *language;
  char *note;
  int channel;
  int lead_days;
  int do_not_contact;
  int archived;
  gint64 least_value; /* SEDIA_NO_AMOUNT: not said, or none */
} Person;

typedef struct
{
  guint line;
  gint64 id; /* 0 for a new one */
  Person said;
  Person before;
} Row;

struct _SediaPeoplePlan
{
  gboolean are_suppliers;
  SediaImportReport *report;
  SediaImportFile *file;
  SediaKnownPeople *known;
  GHashTable *codes; /* in the file, to their lines */
  GHashTable *names; /* name and phone of rows, to their lines */
  GHashTable *unmatched; /* names, to how many rows are still to be matched */
  GArray *rows;
};

static void
person_clear (Person *person)
{
  g_free (person->code);
  g_free (person->name);
  g_free (person->phone);
  g_free (person->email);
  g_free (person->language);
  g_free (person->note);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  person_clear (&row->said);
  person_clear (&row->before);
}

/**
 * sedia_people_plan_free:
 * @self: (transfer full) (nullable): a plan
 */
void
sedia_people_plan_free (SediaPeoplePlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->file, sedia_import_file_free);
  g_clear_pointer (&self->known, sedia_known_people_free);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->unmatched);
  g_array_unref (self->rows);
  g_free (self);
}

/* ---- what the cells say */

static char *
dup_name (SediaPeoplePlan *self)
{
  if (sedia_import_file_has (self->file, SEDIA_FIELD_FIRST_NAME) ||
      sedia_import_file_has (self->file, SEDIA_FIELD_LAST_NAME))
    return sedia_columns_row_name (self->file->columns, self->file->cells, NULL);

  return sedia_import_file_dup_text (self->file, SEDIA_FIELD_NAME);
}

static void
read_channel (SediaPeoplePlan *self,
              Person          *said)
{
  g_autofree char *text = sedia_import_file_dup_code (self->file, SEDIA_FIELD_CHANNEL);
  g_autofree char *word = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  SediaChannel channel;

  if (word == NULL)
    return;

  if (sedia_channel_from_string (word, &channel))
    said->channel = (int) channel;
  else
    sedia_import_file_add_problem (
      self->file, _("“%s” is no way to reach a customer: whatsapp, phone, email, sms or person."),
      text);
}

static void
read_person (SediaPeoplePlan *self,
             Person          *said)
{
  gint64 lead_days = NOT_SAID;
  gboolean flag;

  said->least_value = SEDIA_NO_AMOUNT;
  said->code = sedia_import_file_dup_code (self->file, SEDIA_FIELD_CODE);
  said->name = dup_name (self);
  said->phone = sedia_import_file_dup_text (self->file, SEDIA_FIELD_PHONE);
  said->email = sedia_import_file_dup_text (self->file, SEDIA_FIELD_EMAIL);
  said->language = sedia_import_file_dup_text (self->file, SEDIA_FIELD_LANGUAGE);
  said->note = sedia_import_file_dup_text (self->file, SEDIA_FIELD_NOTE);
  said->channel = said->do_not_contact = said->archived = NOT_SAID;

  sedia_import_file_number (self->file, SEDIA_FIELD_LEAD_DAYS, 0, 0, LEAD_DAYS_MAX, &lead_days);
  said->lead_days = (int) lead_days;
  sedia_import_file_money (self->file, SEDIA_FIELD_LEAST_VALUE, &said->least_value);
  if (sedia_import_file_flag (self->file, SEDIA_FIELD_DO_NOT_CONTACT, &flag))
    said->do_not_contact = flag;
  if (sedia_import_file_archived (self->file, NULL, &flag))
    said->archived = flag;
  read_channel (self, said);
}

static char *
dup_key (const Person *person)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", person->name,
                                          person->phone != NULL ? person->phone : "");

  return g_ascii_strdown (key, -1);
}

/* Two rows for one person: one of them would be lost. Namesakes are told apart by code or phone. */
static void
check_unique (SediaPeoplePlan *self,
              const Row       *row)
{
  g_autofree char *key = dup_key (&row->said);
  guint by_code = 0;
  guint by_name = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, key));

  if (row->said.code != NULL)
    by_code = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, row->said.code));

  if (by_code != 0)
    sedia_import_file_add_problem (self->file, _("Code “%s” stands in line %u already."),
                                   row->said.code, by_code);
  else if (by_name != 0 && row->said.code == NULL)
    sedia_import_file_add_problem (
      self->file, _("“%s” stands in line %u already: give both a code or a phone number."),
      row->said.name, by_name);

  if (row->said.code != NULL)
    g_hash_table_insert (self->codes, row->said.code, GUINT_TO_POINTER (row->line));
  g_hash_table_insert (self->names, g_steal_pointer (&key), GUINT_TO_POINTER (row->line));
}

static gboolean
read_rows (SediaPeoplePlan  *self,
           GError          **error)
{
  g_autoptr (GError) cause = NULL;

  while (sedia_import_file_next (self->file, &cause))
    {
      Row row = { .line = self->file->line };

      read_person (self, &row.said);
      if (row.said.name == NULL && row.said.code == NULL)
        {
          sedia_import_file_add_problem (self->file, _("The row has no name."));
          person_clear (&row.said);
          continue;
        }

      if (row.said.name != NULL)
        check_unique (self, &row);
      g_array_append_val (self->rows, row);
    }

  if (cause == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* ---- who it is */

static void
match (Row              *row,
       SediaKnownPerson *person)
{
  row->id = person->id;
  person->line = row->line;
}

/* Different codes are different people, whatever they are called. */
static gboolean
can_be (const Row              *row,
        const SediaKnownPerson *person)
{
  return person->line == 0 && (row->said.code == NULL || person->code == NULL);
}

static void
match_by_code (SediaPeoplePlan *self,
               Row             *row)
{
  SediaKnownPerson *person = row->said.code != NULL
                               ? sedia_known_people_by_code (self->known, row->said.code)
                               : NULL;

  if (person != NULL && person->line == 0)
    match (row, person);
  else if (row->said.name == NULL)
    sedia_import_file_add_problem_at (
      self->file, row->line, _("The row has no name, and nobody has code “%s”."), row->said.code);
}

static void
match_by_phone (SediaPeoplePlan *self,
                Row             *row)
{
  SediaKnownPerson *person;
  guint n;

  if (row->id != 0 || row->said.name == NULL)
    return;

  for (person = sedia_known_people_by_name (self->known, row->said.name); person != NULL;
       person = sedia_known_people_next (self->known, person))
    if (can_be (row, person) &&
        g_strcmp0 (person->phone, row->said.phone != NULL ? row->said.phone : "") == 0)
      {
        match (row, person);
        return;
      }

  n = GPOINTER_TO_UINT (g_hash_table_lookup (self->unmatched, row->said.name));
  g_hash_table_insert (self->unmatched, row->said.name, GUINT_TO_POINTER (n + 1));
}

static void
match_by_name (SediaPeoplePlan *self,
               Row             *row)
{
  SediaKnownPerson *found = NULL;
  guint n_found = 0;

  if (row->id != 0 || row->said.name == NULL)
    return;

  for (SediaKnownPerson *person = sedia_known_people_by_name (self->known, row->said.name);
       person != NULL; person = sedia_known_people_next (self->known, person))
    if (can_be (row, person))
      {
        found = person;
        n_found++;
      }

  if (n_found == 0 || GPOINTER_TO_UINT (g_hash_table_lookup (self->unmatched, row->said.name)) > 1)
    return; /* several namesakes in the file: new people */

  if (n_found == 1)
    match (row, found);
  else
    sedia_import_file_add_problem_at (
      self->file, row->line, _("There are %u called “%s”: give the code or the phone number."),
      n_found, row->said.name);
}

static void
match_rows (SediaPeoplePlan *self)
{
  static void (*const passes[]) (SediaPeoplePlan *, Row *) = { match_by_code, match_by_phone,
                                                               match_by_name };

  for (gsize pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    for (guint i = 0; i < self->rows->len; i++)
      passes[pass] (self, &g_array_index (self->rows, Row, i));
}

/* ---- what would change */

static void
person_from_stmt (Person    *person,
                  SediaStmt *stmt,
                  gboolean   is_supplier)
{
  SediaChannel channel = SEDIA_CHANNEL_PHONE;

  person->code = sedia_stmt_dup_text (stmt, 1);
  person->name = sedia_stmt_dup_text (stmt, 2);
  person->phone = sedia_stmt_dup_text (stmt, 3);
  person->email = sedia_stmt_dup_text (stmt, 4);
  person->lead_days = NOT_SAID;
  person->do_not_contact = FALSE;

  if (is_supplier)
    {
      person->lead_days = (int) sedia_stmt_optional (stmt, 5, NOT_SAID);
      person->note = sedia_stmt_dup_text (stmt, 6);
      person->archived = (int) sedia_stmt_int64 (stmt, 7);
      person->least_value = sedia_stmt_optional (stmt, 8, SEDIA_NO_AMOUNT);
    }
  else
    {
      sedia_channel_from_string (sedia_stmt_text (stmt, 5), &channel);
      person->language = sedia_stmt_dup_text (stmt, 6);
      person->note = sedia_stmt_dup_text (stmt, 7);
      person->do_not_contact = (int) sedia_stmt_int64 (stmt, 8);
      person->archived = (int) sedia_stmt_int64 (stmt, 9);
    }
  person->channel = (int) channel;
}

/* Archived because its import was undone: this one brings it back, unless the file says otherwise.
 */
static gboolean
bring_back (SediaPeoplePlan  *self,
            SediaDb          *db,
            Row              *row,
            GError          **error)
{
  gboolean taken_back;

  if (!row->before.archived || row->said.archived != NOT_SAID)
    return TRUE;
  if (!sedia_import_was_taken_back (db, self->are_suppliers ? "supplier" : "customer", row->id,
                                    &taken_back, error))
    return FALSE;

  row->said.archived = !taken_back;
  return TRUE;
}

static gboolean
read_before (SediaPeoplePlan  *self,
             SediaDb          *db,
             GError          **error)
{
  g_autoptr (SediaStmt) stmt = NULL;

  stmt = sedia_db_prepare (db, self->are_suppliers ? "import-supplier" : "import-customer", error);
  if (stmt == NULL)
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (row->id == 0)
        continue;

      sedia_stmt_bind_int64 (stmt, 1, row->id);
      if (!sedia_import_check_cancelled (db, i, error) ||
          sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
        return FALSE;
      person_from_stmt (&row->before, stmt, self->are_suppliers);
      sedia_stmt_rewind (stmt);
      if (!bring_back (self, db, row, error))
        return FALSE;
    }

  return TRUE;
}

static void
keep_text (char       **said,
           const char  *before)
{
  if (*said == NULL)
    *said = g_strdup (before);
}

static void
keep_number (int *said,
             int  before)
{
  if (*said == NOT_SAID)
    *said = before;
}

/* From here on @said is how the person will be. */
static void
complete (Row *row)
{
  static const Person nobody = { .phone = "", .email = "", .language = "", .note = "",
                                 .channel = SEDIA_CHANNEL_PHONE, .lead_days = NOT_SAID,
                                 .least_value = SEDIA_NO_AMOUNT };
  const Person *before = row->id != 0 ? &row->before : &nobody;

  keep_text (&row->said.code, before->code);
  keep_text (&row->said.name, before->name);
  keep_text (&row->said.phone, before->phone);
  keep_text (&row->said.email, before->email);
  keep_text (&row->said.language, before->language);
  keep_text (&row->said.note, before->note);
  keep_number (&row->said.channel, before->channel);
  keep_number (&row->said.lead_days, before->lead_days);
  keep_number (&row->said.do_not_contact, before->do_not_contact);
  keep_number (&row->said.archived, before->archived);
  if (row->said.least_value == SEDIA_NO_AMOUNT)
    row->said.least_value = before->least_value;
}

static void
compare (SediaImportDiff *diff,
         const Row       *row)
{
  const Person *before = &row->before;
  const Person *after = &row->said;

  sedia_import_diff_text (diff, C_("import", "code"), before->code, after->code);
  sedia_import_diff_text (diff, C_("import", "name"), before->name, after->name);
  sedia_import_diff_text (diff, C_("import", "phone"), before->phone, after->phone);
  sedia_import_diff_text (diff, C_("import", "email"), before->email, after->email);
  sedia_import_diff_text (diff, C_("import", "channel"),
                          sedia_channel_to_string ((SediaChannel) before->channel),
                          sedia_channel_to_string ((SediaChannel) after->channel));
  sedia_import_diff_text (diff, C_("import", "language"), before->language, after->language);
  sedia_import_diff_number (diff, C_("import", "lead days"),
                            before->lead_days == NOT_SAID ? SEDIA_NO_AMOUNT : before->lead_days,
                            after->lead_days == NOT_SAID ? SEDIA_NO_AMOUNT : after->lead_days, 0);
  sedia_import_diff_money (diff, C_("import", "least order value"), before->least_value,
                           after->least_value);
  sedia_import_diff_text (diff, C_("import", "note"), before->note, after->note);
  sedia_import_diff_flag (diff, C_("import", "do not contact"), before->do_not_contact,
                          after->do_not_contact);
  sedia_import_diff_flag (diff, C_("import", "archived"), before->archived, after->archived);
}

static void
report_row (SediaPeoplePlan *self,
            Row             *row)
{
  g_auto (SediaImportDiff) diff = { NULL };

  if (row->id == 0)
    {
      sedia_import_report_add_new (self->report, row->line, row->said.name,
                                   g_strjoin (", ", row->said.name, row->said.phone, NULL));
      return;
    }

  sedia_import_diff_init (&diff, self->report);
  compare (&diff, row);
  if (!sedia_import_report_add_diff (self->report, row->line, row->before.name, &diff))
    row->line = 0; /* nothing to write */
}

/**
 * sedia_people_plan_new:
 * @db: a connection
 * @options: of the import
 * @report: (transfer none): filled
 * @error: return location
 *
 * Reads a file of customers or suppliers and finds out what would change. Writes nothing.
 *
 * Returns: (transfer full) (nullable): the plan; it can be applied when the report has no problems
 */
SediaPeoplePlan *
sedia_people_plan_new (SediaDb                   *db,
                       const SediaImportOptions  *options,
                       SediaImportReport         *report,
                       GError                   **error)
{
  g_autoptr (SediaPeoplePlan) self = g_new0 (SediaPeoplePlan, 1);
  const gboolean are_suppliers = options->kind == SEDIA_TRANSFER_SUPPLIERS;

  self->are_suppliers = are_suppliers;
  self->report = report;
  self->codes = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unmatched = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);

  if (!(self->file = sedia_import_file_open (
          options, options->path, are_suppliers ? SEDIA_IMPORT_SUPPLIERS : SEDIA_IMPORT_CUSTOMERS,
          sedia_db_get_cancellable (db), error)) ||
      !sedia_columns_check (self->file->columns, error) ||
      !(self->known = sedia_known_people_load (
          db, are_suppliers ? "import-suppliers" : "import-customers", error)) ||
      !read_rows (self, error))
    return NULL;

  match_rows (self);
  if (!read_before (self, db, error))
    return NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      complete (row);
      if (!sedia_import_file_is_bad (self->file, row->line))
        report_row (self, row);
    }

  sedia_import_report_take_file (report, self->file, NULL);
  return g_steal_pointer (&self);
}

/* ---- writing */

/* The values of the statements of data/sql/catalogue.sql up to the last. */
static void
add_person (SediaBulk    *bulk,
            const Person *person,
            gboolean      is_supplier)
{
  sedia_bulk_add_text (bulk, person->code);
  sedia_bulk_add_text (bulk, person->name);
  sedia_bulk_add_text (bulk, person->phone);
  sedia_bulk_add_text (bulk, person->email);
  if (is_supplier)
    sedia_bulk_add_optional (bulk, person->lead_days, NOT_SAID);
  else
    {
      sedia_bulk_add_text (bulk, sedia_channel_to_string ((SediaChannel) person->channel));
      sedia_bulk_add_text (bulk, person->language);
    }
  sedia_bulk_add_text (bulk, person->note);
  if (!is_supplier)
    sedia_bulk_add_int64 (bulk, person->do_not_contact);
  sedia_bulk_add_int64 (bulk, person->archived);
  if (is_supplier)
    sedia_bulk_add_optional (bulk, person->least_value, SEDIA_NO_AMOUNT);
}

/**
 * sedia_people_plan_apply:
 * @self: a plan without problems
 * @db: the writing connection, in an operation
 * @error: return location
 *
 * Writes the customers or suppliers.
 */
gboolean
sedia_people_plan_apply (SediaPeoplePlan  *self,
                         SediaDb          *db,
                         GError          **error)
{
  const char *inserting = self->are_suppliers ? "supplier-insert" : "customer-insert";
  const char *updating = self->are_suppliers ? "supplier-update" : "customer-update";
  const guint n_values = self->are_suppliers ? 9 : 10;
  g_autoptr (SediaBulk) added = sedia_bulk_new (db, inserting, n_values);
  g_autoptr (SediaBulk) changed = sedia_bulk_new (db, updating, n_values);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      const gboolean is_new = row->id == 0;
      SediaBulk *bulk = is_new ? added : changed;

      if (row->line == 0)
        continue;

      sedia_import_file_tell (self->file, SEDIA_IMPORT_WRITING, i, self->rows->len);
      add_person (bulk, &row->said, self->are_suppliers);
      sedia_bulk_add_int64 (bulk, is_new ? sedia_db_operation (db)->id : row->id);
      if (!sedia_import_check_cancelled (db, i, error) ||
          !(is_new ? sedia_bulk_end_row (bulk, error) : sedia_bulk_flush (bulk, error)) ||
          !(is_new || self->are_suppliers ||
            sedia_customer_index (db, row->id, row->said.name, row->said.phone, error)))
        return FALSE;
    }

  return sedia_bulk_flush (added, error) &&
         (self->are_suppliers || sedia_import_recognise (db, error));
}
