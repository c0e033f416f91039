/* Everything about one entry of the log.
 *
 *   Delivery 12 (CV Abadi)
 *   No. 1042                     Taken back
 *   [Undo] [Show]
 *   Who ... When ... Why ...
 *   what it takes back, what took it back
 */
#include "config.h"

#include "sedia-history-detail.h"

#include "sedia-accessible.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-history-table.h"
#include "sedia-part-list.h"
#include "sedia-shop.h"

#include <glib/gi18n.h>
#include <inttypes.h>

/* Somebody wrote it down so much later that it is worth saying. */
#define WORTH_SAYING (60 * G_USEC_PER_SEC)

/* What is read of an entry in one go. */
typedef struct
{
  SediaOperation *operation;
  SediaOperation *undone;  /* what it takes back; NULL for none */
  SediaOperation *head;    /* the last word about it; NULL when that is itself */
  SediaKind kind;          /* of what it was done to */
  gint64 id;               /* 0 when that has no place of its own in the window */
} Reading;

struct _SediaHistoryDetail
{
  SediaPane parent_instance;

  GtkButton *undo;
  GtkWidget *show;
  GtkLabel *why_not;
  SediaFacts *facts;
  SediaPartList *parts;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaHistoryDetail, sedia_history_detail, SEDIA_TYPE_PANE)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->operation, sedia_operation_free);
  g_clear_pointer (&reading->undone, sedia_operation_free);
  g_clear_pointer (&reading->head, sedia_operation_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

/* ---- reading */

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  const SediaOperation *operation;

  if (!(reading->operation = sedia_operation_read_with_head (db, args->id, error)))
    return NULL;

  operation = reading->operation;
  if ((operation->undoes != 0 &&
       !(reading->undone = sedia_operation_read_with_head (db, operation->undoes, error))) ||
      (operation->head != operation->id &&
       !(reading->head = sedia_operation_read_with_head (db, operation->head, error))) ||
      !sedia_operation_find_subject (db, operation, &reading->kind, &reading->id, error))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static gboolean
is_undo (const SediaOperation *operation)
{
  return operation->undoes != 0;
}

/* Why its button is not there, NULL when it is. */
static const char *
why_not (const SediaOperation *operation)
{
  if (g_str_equal (operation->kind, "customer-erase"))
    return _("What was erased cannot be brought back.");
  if (!operation->in_force && is_undo (operation))
    return _("It was done again since: there is nothing to do again.");
  if (!operation->in_force)
    return _("It was taken back: there is nothing to undo.");

  return NULL;
}

static void
show_facts (SediaHistoryDetail   *self,
            const SediaOperation *operation)
{
  g_autofree char *at = sedia_history_moment (operation->at);
  g_autofree char *at_full = sedia_format_time_full (operation->at);
  g_autofree char *entered = NULL;
  g_autofree char *entered_full = sedia_format_time_full (operation->entered_at);

  if (ABS (operation->entered_at - operation->at) > WORTH_SAYING)
    entered = sedia_history_moment (operation->entered_at);

  sedia_facts_begin (self->facts);
  sedia_facts_add (self->facts, _("Who"), operation->actor);
  sedia_facts_add_full (self->facts, _("When"), at, at_full, NULL);
  sedia_facts_add_full (self->facts, _("Entered"), entered, entered_full, NULL);
  sedia_facts_add (self->facts, _("Why"), operation->reason);
  sedia_facts_end (self->facts);
}

static void
add_entry (GPtrArray            *parts,
           const char           *heading,
           const SediaOperation *operation)
{
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;
  g_autofree char *detail = NULL;

  if (operation == NULL)
    return;

  title = sedia_history_title (operation);
  when = sedia_history_moment (operation->at);
  /* Translators: who did something, and when */
  detail = g_strdup_printf (_("%s, %s"), operation->actor, when);
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) { .is_heading = TRUE,
                                                             .title = heading }));
  g_ptr_array_add (parts, sedia_part_new (&(SediaPartText) {
                            .title = title,
                            .detail = detail,
                            .kind = SEDIA_KIND_OPERATION,
                            .id = operation->id,
                          }));
}

static void
show_parts (SediaHistoryDetail *self,
            const Reading      *reading)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_object_unref);

  add_entry (parts, _("It takes back"), reading->undone);
  add_entry (parts, reading->operation->in_force ? _("Done again by") : _("Taken back by"),
             reading->head);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), parts->len > 0);
  sedia_part_list_show (self->parts, parts);
}

/* Whether the window has a page for what the entry was about. */
static gboolean
has_place (SediaHistoryDetail *self,
           const Reading      *reading)
{
  GtkWidget *shop = gtk_widget_get_ancestor (GTK_WIDGET (self), SEDIA_TYPE_SHOP);

  return reading->id != 0 && shop != NULL &&
         sedia_shop_find_page (SEDIA_SHOP (shop), reading->kind) != NULL;
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaHistoryDetail *self = SEDIA_HISTORY_DETAIL (pane);
  const Reading *reading = record;
  const SediaOperation *operation;
  g_autofree char *title = NULL;
  g_autofree char *number = NULL;

  if (reading == NULL)
    {
      sedia_pane_show (SEDIA_PANE (self), NULL);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }

  operation = reading->operation;
  title = sedia_history_title (operation);
  number = g_strdup_printf (_("No. %" PRId64), operation->id);
  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = title,
                                        .subtitle = number,
                                        .state = operation->in_force ? NULL
                                                                     : C_("log", "Taken back"),
                                        .state_icon = "edit-undo-symbolic",
                                      });
  gtk_button_set_label (self->undo, is_undo (operation) ? _("_Redo") : _("_Undo"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo),
                                  is_undo (operation) ? "page.redo-entry" : "page.undo-entry");
  sedia_accessible_drop_underlines (GTK_WIDGET (self->undo));
  gtk_label_set_label (self->why_not, why_not (operation));
  gtk_widget_set_visible (GTK_WIDGET (self->why_not), why_not (operation) != NULL);
  gtk_widget_set_visible (self->show, has_place (self, reading));
  show_facts (self, operation);
  show_parts (self, reading);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_OPERATION, id);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) reading_free,
  .concerns = concerns,
  .show = show,
};

static void
sedia_history_detail_class_init (SediaHistoryDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_HISTORY_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/history-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryDetail, undo);
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryDetail, show);
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryDetail, why_not);
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaHistoryDetail, parts);
}

static void
sedia_history_detail_init (SediaHistoryDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

static const Reading *
get_reading (SediaHistoryDetail *self)
{
  return sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));
}

/**
 * sedia_history_detail_get_operation: (transfer none) (nullable) the entry shown.
 */
const SediaOperation *
sedia_history_detail_get_operation (SediaHistoryDetail *self)
{
  const Reading *reading;

  g_return_val_if_fail (SEDIA_IS_HISTORY_DETAIL (self), NULL);

  reading = get_reading (self);

  return reading != NULL ? reading->operation : NULL;
}

static gboolean
can_take_back (SediaHistoryDetail *self,
               gboolean            an_undo)
{
  const SediaOperation *operation = sedia_history_detail_get_operation (self);

  return operation != NULL && why_not (operation) == NULL && is_undo (operation) == an_undo;
}

/**
 * sedia_history_detail_can_undo: Whether the entry shown is one that can be taken back.
 */
gboolean
sedia_history_detail_can_undo (SediaHistoryDetail *self)
{
  g_return_val_if_fail (SEDIA_IS_HISTORY_DETAIL (self), FALSE);

  return can_take_back (self, FALSE);
}

/**
 * sedia_history_detail_can_redo: Whether the entry shown took something back that can be done
 * again.
 */
gboolean
sedia_history_detail_can_redo (SediaHistoryDetail *self)
{
  g_return_val_if_fail (SEDIA_IS_HISTORY_DETAIL (self), FALSE);

  return can_take_back (self, TRUE);
}

/**
 * sedia_history_detail_get_subject:
 * @self: the pane
 * @kind: (out): of what the entry was done to
 *
 * Returns: which, 0 when it has no place of its own in the window
 */
gint64
sedia_history_detail_get_subject (SediaHistoryDetail *self,
                                  SediaKind          *kind)
{
  const Reading *reading;

  g_return_val_if_fail (SEDIA_IS_HISTORY_DETAIL (self), 0);

  reading = get_reading (self);
  if (reading == NULL || !has_place (self, reading))
    return 0;

  *kind = reading->kind;

  return reading->id;
}
