/* What an import would do, or what is wrong, as rows of a list: see sedia-import-rows.h. */
#include "config.h"

#include "sedia-import-rows.h"

#include "sedia-format.h"
#include "sedia-import-words.h"

/* ---- a row */

struct _SediaImportRow
{
  GObject parent_instance;

  SediaImportOutcome *outcome;
  const SediaImportChange *change;     /* the outcome's; NULL for a bad row */
  const SediaImportFieldChange *field; /* NULL for a new one */
  const SediaImportProblem *problem;   /* NULL for a change */
  gboolean is_first;                   /* of its change */
};

G_DEFINE_FINAL_TYPE (SediaImportRow, sedia_import_row, G_TYPE_OBJECT)

static void
sedia_import_row_finalize (GObject *object)
{
  sedia_import_outcome_unref (SEDIA_IMPORT_ROW (object)->outcome);

  G_OBJECT_CLASS (sedia_import_row_parent_class)->finalize (object);
}

static void
sedia_import_row_class_init (SediaImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_import_row_finalize;
}

static void
sedia_import_row_init (SediaImportRow *self)
{
}

static char *
dup_or_dash (const char *text)
{
  return g_strdup (text != NULL && *text != '\0' ? text : "–");
}

/**
 * sedia_import_row_dup_text:
 * @self: a row
 * @text: which of its texts
 *
 * Returns: (transfer full): what it says there; empty where the row above says it already
 */
char *
sedia_import_row_dup_text (SediaImportRow  *self,
                           SediaImportText  text)
{
  g_return_val_if_fail (SEDIA_IS_IMPORT_ROW (self), NULL);

  switch (text)
    {
    case SEDIA_IMPORT_TEXT_LINE:
      if (self->problem != NULL)
        return sedia_format_quantity (self->problem->line, 0);
      return self->is_first ? sedia_format_quantity (self->change->line, 0) : g_strdup ("");

    case SEDIA_IMPORT_TEXT_WHAT:
      return g_strdup (self->change != NULL && self->is_first ? self->change->what : "");

    case SEDIA_IMPORT_TEXT_FIELD:
      return g_strdup (self->field != NULL ? self->field->label : "");

    case SEDIA_IMPORT_TEXT_BEFORE:
      return self->field != NULL ? dup_or_dash (self->field->before) : g_strdup ("");

    case SEDIA_IMPORT_TEXT_AFTER:
      if (self->field != NULL)
        return dup_or_dash (self->field->after);
      return g_strdup (self->change != NULL ? self->change->after : "");

    case SEDIA_IMPORT_TEXT_PROBLEM:
      return self->problem != NULL ? sedia_import_problem_sentence (self->problem) : g_strdup ("");
    }

  g_assert_not_reached ();
}

/* ---- the list */

typedef struct
{
  guint change;
  guint field;
} Place;

struct _SediaImportRows
{
  GObject parent_instance;

  SediaImportRowsKind kind;
  SediaImportOutcome *outcome;
  GArray *places; /* Place, of changes */
};

static GType
sedia_import_rows_get_item_type (GListModel *list)
{
  return SEDIA_TYPE_IMPORT_ROW;
}

static const SediaImportReport *
bad_of (SediaImportOutcome *outcome)
{
  return outcome->bad != NULL ? outcome->bad : outcome->report;
}

static guint
sedia_import_rows_get_n_items (GListModel *list)
{
  SediaImportRows *self = SEDIA_IMPORT_ROWS (list);

  return self->kind == SEDIA_IMPORT_ROWS_BAD ? bad_of (self->outcome)->problems->len
                                             : self->places->len;
}

static gpointer
sedia_import_rows_get_item (GListModel *list,
                            guint       position)
{
  SediaImportRows *self = SEDIA_IMPORT_ROWS (list);
  const Place *place;
  SediaImportRow *row;

  if (position >= sedia_import_rows_get_n_items (list))
    return NULL;

  row = g_object_new (SEDIA_TYPE_IMPORT_ROW, NULL);
  row->outcome = sedia_import_outcome_ref (self->outcome);
  if (self->kind == SEDIA_IMPORT_ROWS_BAD)
    {
      row->problem = g_ptr_array_index (bad_of (self->outcome)->problems, position);
      return row;
    }

  place = &g_array_index (self->places, Place, position);
  row->change = g_ptr_array_index (self->outcome->report->changes, place->change);
  row->is_first = place->field == 0;
  if (row->change->fields != NULL)
    row->field = g_ptr_array_index (row->change->fields, place->field);

  return row;
}

static void
sedia_import_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sedia_import_rows_get_item_type;
  iface->get_n_items = sedia_import_rows_get_n_items;
  iface->get_item = sedia_import_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SediaImportRows, sedia_import_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      sedia_import_rows_list_model_init))

static void
sedia_import_rows_finalize (GObject *object)
{
  SediaImportRows *self = SEDIA_IMPORT_ROWS (object);

  sedia_import_outcome_unref (self->outcome);
  g_array_unref (self->places);

  G_OBJECT_CLASS (sedia_import_rows_parent_class)->finalize (object);
}

static void
sedia_import_rows_class_init (SediaImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_import_rows_finalize;
}

static void
sedia_import_rows_init (SediaImportRows *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

static void
find_places (SediaImportRows *self)
{
  const gboolean wants_changed = self->kind == SEDIA_IMPORT_ROWS_CHANGED;
  GPtrArray *changes = self->outcome->report->changes;

  for (guint i = 0; i < changes->len; i++)
    {
      const SediaImportChange *change = g_ptr_array_index (changes, i);
      const guint n = change->fields != NULL ? change->fields->len : 1;

      if ((change->fields != NULL) != wants_changed)
        continue;

      for (guint field = 0; field < n; field++)
        {
          const Place place = { i, field };

          g_array_append_val (self->places, place);
        }
    }
}

/**
 * sedia_import_rows_new:
 * @kind: what is listed
 * @outcome: of a dry run
 *
 * Returns: (transfer full): the rows
 */
SediaImportRows *
sedia_import_rows_new (SediaImportRowsKind  kind,
                       SediaImportOutcome  *outcome)
{
  SediaImportRows *self;

  g_return_val_if_fail (outcome != NULL, NULL);

  self = g_object_new (SEDIA_TYPE_IMPORT_ROWS, NULL);
  self->kind = kind;
  self->outcome = sedia_import_outcome_ref (outcome);
  if (kind != SEDIA_IMPORT_ROWS_BAD)
    find_places (self);

  return self;
}
