/* The choice of the purchase a delivery is for: see sedia-delivery-purchase.h. */
#include "config.h"

#include "sedia-delivery-purchase.h"

#include "sedia-accessible.h"
#include "sedia-act.h"
#include "sedia-delivery-jobs.h"
#include "sedia-field.h"
#include "sedia-focus.h"
#include "sedia-format.h"
#include "sedia-reader.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaDeliveryPurchase
{
  GtkWidget parent_instance;

  SediaTypedDelivery *delivery;
  SediaReader *reader; /* of the purchases that are expected */
  GPtrArray *shown;    /* of SediaPurchase, the reader's: the choices after "none"; NULL: one that
                        * is not expected any more */
  gboolean is_filling;

  GtkDropDown *choice;
  GtkStringList *choices;
  GtkWidget *fill;
};

enum
{
  CHOSEN,
  FILLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryPurchase, sedia_delivery_purchase, GTK_TYPE_WIDGET)

/* ---- in words */

static const SediaPurchaseLine *
first_to_come (const SediaPurchase *purchase)
{
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (line->incoming > 0)
        return line;
    }

  return NULL;
}

/* "12 – tomorrow – Kopi Gayo", with the supplier where none is chosen. */
static char *
dup_words (const SediaPurchase *purchase,
           gboolean             has_supplier)
{
  const SediaPurchaseLine *line = first_to_come (purchase);
  g_autofree char *day = NULL;
  g_autofree char *what = NULL;

  day = purchase->expected != SEDIA_NO_DAY ? sedia_format_day (purchase->expected)
                                           : g_strdup (C_("expected", "day unknown"));
  /* Translators: number of a purchase, day on which it is expected, its first product */
  what = g_strdup_printf (_("%" PRId64 " – %s – %s"), purchase->id, day,
                          line != NULL ? line->product : "");

  return has_supplier ? g_steal_pointer (&what)
                      : g_strdup_printf ("%s – %s", what, purchase->supplier);
}

/* ---- the choices */

static gboolean
is_offered (SediaDeliveryPurchase *self,
            const SediaPurchase   *purchase)
{
  const gint64 supplier_id = sedia_typed_delivery_get_supplier_id (self->delivery);

  if (purchase->id == sedia_typed_delivery_get_purchase_id (self->delivery))
    return TRUE;
  if (supplier_id == 0)
    return *sedia_typed_delivery_get_supplier (self->delivery) == '\0';

  return purchase->supplier_id == supplier_id;
}

static void
add_choice (SediaDeliveryPurchase *self,
            SediaPurchase         *purchase,
            const char            *words)
{
  g_ptr_array_add (self->shown, purchase);
  gtk_string_list_append (self->choices, words);
}

static void
fill_choices (SediaDeliveryPurchase *self,
              GPtrArray             *expected)
{
  const gboolean has_supplier = *sedia_typed_delivery_get_supplier (self->delivery) != '\0';
  const gint64 chosen = sedia_typed_delivery_get_purchase_id (self->delivery);
  guint selected = 0;

  gtk_string_list_splice (self->choices, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->choices)),
                          (const char *[]) { C_("purchase", "None"), NULL });
  g_ptr_array_set_size (self->shown, 0);

  for (guint i = 0; expected != NULL && i < expected->len; i++)
    {
      SediaPurchase *purchase = g_ptr_array_index (expected, i);
      g_autofree char *words = NULL;

      if (!is_offered (self, purchase))
        continue;
      words = dup_words (purchase, has_supplier);
      add_choice (self, purchase, words);
      if (purchase->id == chosen)
        selected = self->shown->len;
    }

  if (chosen != 0 && selected == 0)
    {
      g_autofree char *words = NULL;

      words = g_strdup_printf (_("%" PRId64 " – nothing more is expected"), chosen);
      add_choice (self, NULL, words);
      selected = self->shown->len;
    }

  gtk_drop_down_set_selected (self->choice, selected);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaDeliveryPurchase *self = SEDIA_DELIVERY_PURCHASE (pane);

  if (self->delivery == NULL)
    return;

  self->is_filling = TRUE;
  fill_choices (self, record);
  self->is_filling = FALSE;
  gtk_widget_set_visible (pane, self->shown->len > 0);
  gtk_widget_set_sensitive (self->fill, sedia_typed_delivery_get_purchase_id (self->delivery) != 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has_kind (changes, SEDIA_KIND_PURCHASE) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_DELIVERY) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_SUPPLIER);
}

static gpointer
read_job (SediaDb   *db,
          gpointer   args,
          GError   **error)
{
  return sedia_purchase_list_expected (db, error);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) g_ptr_array_unref,
  .concerns = concerns,
  .show = show,
};

static void
selected_cb (SediaDeliveryPurchase *self)
{
  const guint place = gtk_drop_down_get_selected (self->choice);
  const SediaPurchase *purchase = NULL;

  if (self->is_filling || self->delivery == NULL || place == GTK_INVALID_LIST_POSITION)
    return;
  if (place > 0 && !(purchase = g_ptr_array_index (self->shown, place - 1)))
    return;

  sedia_typed_delivery_set_purchase (self->delivery, purchase);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* ---- what is still to come of it */

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (SediaDeliveryPurchase) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaStillToCome) coming = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (self->reader == NULL || sedia_reader_get_store (self->reader) == NULL)
    return; /* going */
  if (coming == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }
  if (coming->purchase_id != sedia_typed_delivery_get_purchase_id (self->delivery))
    return; /* another one was chosen since */

  sedia_typed_delivery_fill (self->delivery, coming);
  g_signal_emit (self, signals[FILLED], 0);
}

static void
fill_clicked_cb (SediaDeliveryPurchase *self)
{
  const gint64 purchase_id = sedia_typed_delivery_get_purchase_id (self->delivery);
  SediaStore *store = sedia_reader_get_store (self->reader);

  if (purchase_id != 0 && store != NULL)
    sedia_store_read_async (store, sedia_still_to_come_job, sedia_id_new (purchase_id), g_free,
                            (GDestroyNotify) sedia_still_to_come_free, NULL, filled_cb,
                            g_object_ref (self));
}

/* ---- the widget */

static void
sedia_delivery_purchase_dispose (GObject *object)
{
  SediaDeliveryPurchase *self = SEDIA_DELIVERY_PURCHASE (object);

  self->is_filling = TRUE; /* what parts from here chooses nothing */
  g_clear_pointer (&self->reader, sedia_reader_free);
  g_clear_object (&self->delivery);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_DELIVERY_PURCHASE);

  G_OBJECT_CLASS (sedia_delivery_purchase_parent_class)->dispose (object);
}

static void
sedia_delivery_purchase_finalize (GObject *object)
{
  g_ptr_array_unref (SEDIA_DELIVERY_PURCHASE (object)->shown);

  G_OBJECT_CLASS (sedia_delivery_purchase_parent_class)->finalize (object);
}

static void
sedia_delivery_purchase_class_init (SediaDeliveryPurchaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType type = SEDIA_TYPE_DELIVERY_PURCHASE;

  G_OBJECT_CLASS (klass)->dispose = sedia_delivery_purchase_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_delivery_purchase_finalize;
  widget_class->focus = sedia_focus_walk;

  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/delivery-purchase.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryPurchase, choice);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryPurchase, choices);
  gtk_widget_class_bind_template_child (widget_class, SediaDeliveryPurchase, fill);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, fill_clicked_cb);
}

static void
sedia_delivery_purchase_init (SediaDeliveryPurchase *self)
{
  self->shown = g_ptr_array_new ();
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
  sedia_accessible_name_inner (GTK_WIDGET (self->choice), _("Purchase"));
  self->is_filling = FALSE;

  self->reader = sedia_reader_new (GTK_WIDGET (self), &reader_funcs);
}

/**
 * sedia_delivery_purchase_set_delivery: Chooses for @delivery from now on; once.
 */
void
sedia_delivery_purchase_set_delivery (SediaDeliveryPurchase *self,
                                      SediaTypedDelivery    *delivery)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_PURCHASE (self));
  g_return_if_fail (SEDIA_IS_TYPED_DELIVERY (delivery));
  g_return_if_fail (self->delivery == NULL);

  self->delivery = g_object_ref (delivery);
}

/**
 * sedia_delivery_purchase_set_store: Where purchases are; NULL for nowhere.
 */
void
sedia_delivery_purchase_set_store (SediaDeliveryPurchase *self,
                                   SediaStore            *store)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_PURCHASE (self));

  if (self->reader == NULL)
    return;

  sedia_reader_set_store (self->reader, store);
  sedia_reader_set_id (self->reader, 1); /* all that is expected is one thing */
}

/**
 * sedia_delivery_purchase_show: The delivery has another supplier, or is another one: shows what
 * it can be for.
 */
void
sedia_delivery_purchase_show (SediaDeliveryPurchase *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_PURCHASE (self));

  show (GTK_WIDGET (self), 1, sedia_reader_get_record (self->reader));
}
