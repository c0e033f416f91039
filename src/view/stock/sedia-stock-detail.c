/* One product: who it is, its numbers, and below them the rows that make the number that is open.
 *
 *   Kopi Arabika 1 kg
 *   KOPI-1                   (icon) Waiting
 *   8991234567890, pack of 12 pcs, Coffee, PT Kopi, 12.500
 *   | On hand | Reserved | Free      |
 *   | Waiting | Demand   | Projected |
 *   On hand: the sum of these movements
 *     Delivery 31                +24
 *     today 14:03, Budi     then 112
 */
#include "config.h"

#include "sedia-stock-detail.h"

#include "sedia-act.h"
#include "sedia-format.h"
#include "sedia-part.h"
#include "sedia-stock-numbers.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#define FIRST_MOVEMENTS 200   /* older ones on demand: nobody reads further at once */

/* What is read of a product in one go, so that the numbers and the rows agree. */
typedef struct
{
  SediaProduct *product;
  GPtrArray *movements;
  GPtrArray *queue;
} Reading;

struct _SediaStockDetail
{
  GtkWidget parent_instance;

  SediaStore *store;
  gulong changed_handler;
  GCancellable *reading;
  gint64 product_id;
  Reading *read;        /* NULL until it has come */
  gboolean shows_all;   /* movements, however old */

  GtkStack *states;
  GtkLabel *name;
  GtkLabel *sku;
  GtkWidget *state_box;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *facts;
  SediaStockNumbers *numbers;
  GtkLabel *sentence;
  GListStore *parts;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SediaStockDetail, sedia_stock_detail, GTK_TYPE_WIDGET)

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->product, sedia_product_free);
  g_clear_pointer (&reading->movements, g_ptr_array_unref);
  g_clear_pointer (&reading->queue, g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

typedef struct
{
  gint64 product_id;
  guint movements;      /* 0: all */
} ReadArgs;

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const ReadArgs *args = data;
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  if (!(reading->product = sedia_product_read (db, args->product_id, error)) ||
      !(reading->movements = sedia_movement_list (db, args->product_id, args->movements, error)) ||
      !(reading->queue = sedia_queue_of_product (db, args->product_id, 0, error)))
    return NULL;

  return g_steal_pointer (&reading);
}

/* ---- showing */

static void
append_fact (GString    *facts,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (facts->len > 0)
    g_string_append (facts, " · ");
  g_string_append (facts, fact);
}

static char *
dup_pack (const SediaProduct *product)
{
  if (product->pack > 0)
    return g_strdup_printf (_("pack of %" PRId64 " %s"), product->pack, product->unit);

  /* Translators: the product is counted in this unit: "in pcs" */
  return g_strdup_printf (_("in %s"), product->unit);
}

static char *
dup_limits (const SediaProduct *product)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (product->minimum != SEDIA_NO_AMOUNT)
    minimum = sedia_format_quantity (product->minimum, product->decimals);
  if (product->maximum != SEDIA_NO_AMOUNT)
    maximum = sedia_format_quantity (product->maximum, product->decimals);

  if (minimum != NULL && maximum != NULL)
    return g_strdup_printf (_("minimum %s, maximum %s"), minimum, maximum);
  if (minimum != NULL)
    return g_strdup_printf (_("minimum %s"), minimum);
  if (maximum != NULL)
    return g_strdup_printf (_("maximum %s"), maximum);

  return NULL;
}

static char *
dup_facts (const SediaProduct *product)
{
  g_autoptr (GString) facts = g_string_new (NULL);
  g_autofree char *pack = dup_pack (product);
  g_autofree char *limits = dup_limits (product);
  g_autofree char *price = sedia_format_money (product->price);
  g_autofree char *priced = NULL;

  if (*price != '\0')
    priced = g_strdup_printf (_("price %s"), price);

  for (guint i = 0; product->barcodes != NULL && product->barcodes[i] != NULL; i++)
    append_fact (facts, product->barcodes[i]);
  append_fact (facts, pack);
  append_fact (facts, product->category);
  append_fact (facts, product->supplier);
  append_fact (facts, priced);
  append_fact (facts, limits);
  append_fact (facts, product->note);

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
show_head (SediaStockDetail   *self,
           const SediaProduct *product)
{
  SediaStockState state = sedia_product_state (product);
  const char *const classes[] = { "pill", sedia_stock_tone (state), NULL };
  g_autofree char *facts = dup_facts (product);

  gtk_label_set_label (self->name, product->name);
  gtk_label_set_label (self->sku, product->sku);
  gtk_image_set_from_icon_name (self->state_icon, sedia_stock_state_icon (state));
  gtk_label_set_label (self->state, sedia_stock_state_label (state));
  gtk_widget_set_css_classes (self->state_box, (const char **) classes);
  gtk_label_set_label (self->facts, facts);
}

static const char *
nothing_sentence (SediaStockNumber number)
{
  if (number == SEDIA_STOCK_ON_HAND)
    return _("Nothing ever came or went.");
  if (number == SEDIA_STOCK_RESERVED)
    return _("Nothing is set aside for anybody.");
  if (number == SEDIA_STOCK_WAITS)
    return _("Nobody waits for it.");

  return _("Nobody has an open order for it.");
}

static void
show_parts (SediaStockDetail *self)
{
  SediaStockNumber number = sedia_stock_numbers_get_number (self->numbers);
  g_autoptr (GPtrArray) parts = sedia_stock_parts (number, self->read->product,
                                                   self->read->movements, self->read->queue);

  sedia_part_fill (self->parts, parts);
  gtk_label_set_label (self->sentence, parts->len > 0 ? sedia_stock_number_sentence (number)
                                                      : nothing_sentence (number));
  gtk_widget_set_visible (self->more, number == SEDIA_STOCK_ON_HAND && !self->shows_all &&
                                        self->read->movements->len == FIRST_MOVEMENTS);
}

static void
show_reading (SediaStockDetail *self)
{
  show_head (self, self->read->product);
  sedia_stock_numbers_show (self->numbers, self->read->product);
  show_parts (self);
  gtk_stack_set_visible_child_name (self->states, "something");
}

static void
number_changed_cb (SediaStockDetail *self)
{
  if (self->read != NULL)
    show_parts (self);
}

/* ---- reading */

/* A reading on its way; another one since makes it stale. */
typedef struct
{
  SediaStockDetail *detail;
  GCancellable *asked;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->detail);
  g_object_unref (question->asked);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Question) question = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Reading) reading = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaStockDetail *self = question->detail;

  if (self->reading != question->asked)
    return;

  g_clear_object (&self->reading);
  if (reading == NULL)
    {
      if (!g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND))
        sedia_act_say_error (GTK_WIDGET (self), error);
      gtk_stack_set_visible_child_name (self->states, "nothing");
      return;
    }

  g_clear_pointer (&self->read, reading_free);
  self->read = g_steal_pointer (&reading);
  show_reading (self);
}

static void
stop (SediaStockDetail *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
ask (SediaStockDetail *self)
{
  Question *question;
  ReadArgs *args;

  stop (self);
  if (self->store == NULL || self->product_id == 0)
    {
      g_clear_pointer (&self->read, reading_free);
      gtk_stack_set_visible_child_name (self->states, "nothing");
      return;
    }

  self->reading = g_cancellable_new ();
  question = g_new (Question, 1);
  question->detail = g_object_ref (self);
  question->asked = g_object_ref (self->reading);
  args = g_new0 (ReadArgs, 1);
  args->product_id = self->product_id;
  args->movements = self->shows_all ? 0 : FIRST_MOVEMENTS;
  sedia_store_read_async (self->store, read_job, args, g_free, (GDestroyNotify) reading_free,
                          self->reading, read_cb, question);
}

static void
more_clicked_cb (SediaStockDetail *self)
{
  self->shows_all = TRUE;
  ask (self);
}

static void
store_changed_cb (SediaStockDetail *self,
                  SediaChanges     *changes)
{
  if (self->product_id != 0 && (sedia_changes_has (changes, SEDIA_KIND_PRODUCT, self->product_id) ||
                                sedia_changes_has_kind (changes, SEDIA_KIND_LINE)))
    ask (self);
}

static void
sedia_stock_detail_dispose (GObject *object)
{
  SediaStockDetail *self = SEDIA_STOCK_DETAIL (object);

  if (self->states != NULL)
    sedia_stock_detail_set_store (self, NULL);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_STOCK_DETAIL);
  g_clear_pointer (&self->read, reading_free);

  G_OBJECT_CLASS (sedia_stock_detail_parent_class)->dispose (object);
}

static void
sedia_stock_detail_class_init (SediaStockDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_stock_detail_dispose;

  g_type_ensure (SEDIA_TYPE_STOCK_NUMBERS);
  g_type_ensure (SEDIA_TYPE_PART);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, states);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, name);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, sku);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, state_box);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, state);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, numbers);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, SediaStockDetail, more);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  sedia_format_bind_closures (widget_class);
}

static void
sedia_stock_detail_init (SediaStockDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sedia_stock_detail_set_store:
 * @self: a detail pane
 * @store: (nullable): the shop's records
 *
 * Sets where products are read.
 */
void
sedia_stock_detail_set_store (SediaStockDetail *self,
                              SediaStore       *store)
{
  g_return_if_fail (SEDIA_IS_STOCK_DETAIL (self));

  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect_swapped (store, "changed",
                                                      G_CALLBACK (store_changed_cb), self);
  self->product_id = 0;
  ask (self);
}

/**
 * sedia_stock_detail_set_product:
 * @self: a detail pane
 * @product_id: which product; 0 for none
 *
 * Shows another product. The former stays until the new one is read: nothing flickers.
 */
void
sedia_stock_detail_set_product (SediaStockDetail *self,
                                gint64            product_id)
{
  g_return_if_fail (SEDIA_IS_STOCK_DETAIL (self));

  if (self->product_id == product_id)
    return;

  self->product_id = product_id;
  self->shows_all = FALSE;
  ask (self);
}
