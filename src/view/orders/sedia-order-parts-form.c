/* A dialog to say how much of each line goes over the counter, or comes back. */
#include "config.h"

#include "sedia-order-parts-form.h"

#include "sedia-act.h"
#include "sedia-draft-jobs.h"
#include "sedia-format.h"
#include "sedia-order-acts.h"
#include "sedia-order-part-row.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaOrderPartsForm
{
  SediaForm parent_instance;

  SediaOrderPartsWay way;
  SediaOrder *order; /* its number and customer alone */
  SediaScanner *scanner;
  gboolean was_scanned;

  GtkLabel *sentence;
  GtkListBox *rows;
  GtkWidget *settlement;
  GtkCheckButton *refund;
  GtkCheckButton *exchange;
  GtkCheckButton *damaged;
};

G_DEFINE_FINAL_TYPE (SediaOrderPartsForm, sedia_order_parts_form, SEDIA_TYPE_FORM)

static SediaOrderPartRow *
row_at (SediaOrderPartsForm *self,
        guint                i)
{
  return (SediaOrderPartRow *) gtk_list_box_get_row_at_index (self->rows, (int) i);
}

static char *
sedia_order_parts_form_dup_typed (SediaForm *form)
{
  SediaOrderPartsForm *self = SEDIA_ORDER_PARTS_FORM (form);
  GString *typed = g_string_new (NULL);
  SediaOrderPartRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    g_string_append_printf (typed, "%s\n", sedia_order_part_row_get_text (row));
  g_string_append_printf (typed, "%d %d", gtk_check_button_get_active (self->exchange),
                          gtk_check_button_get_active (self->damaged));

  return g_string_free (typed, FALSE);
}

/* ---- scanning */

typedef struct
{
  SediaOrderPartsForm *form;
  SediaBurst *burst;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_object_unref (lookup->form);
  sedia_burst_unref (lookup->burst);
  g_free (lookup);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lookup, lookup_free)

/* The first line of it that still lacks something, or else the first. */
static SediaOrderPartRow *
find_row (SediaOrderPartsForm *self,
          gint64               product_id)
{
  SediaOrderPartRow *first = NULL;
  SediaOrderPartRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      if (sedia_order_part_row_get_product_id (row) != product_id)
        continue;
      if (!self->was_scanned || !sedia_order_part_row_is_full (row))
        return row;
      if (first == NULL)
        first = row;
    }

  return first;
}

/* What is scanned is what goes: what the form began with does not count any more. */
static void
tick (SediaOrderPartsForm *self,
      SediaOrderPartRow   *ticked)
{
  SediaOrderPartRow *row;

  for (guint i = 0; !self->was_scanned && (row = row_at (self, i)) != NULL; i++)
    sedia_order_part_row_set_amount (row, 0);
  self->was_scanned = TRUE;

  sedia_order_part_row_tick (ticked);
  gtk_widget_grab_focus (GTK_WIDGET (ticked));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaOrderPartsForm *self = lookup->form;
  SediaOrderPartRow *row = NULL;
  g_autofree char *problem = NULL;

  if (self->rows == NULL)
    return; /* closed meanwhile */
  if (found == NULL)
    {
      sedia_act_say_error (GTK_WIDGET (self), error);
      return;
    }

  if (found->product != NULL && (row = find_row (self, found->product->id)) != NULL)
    {
      tick (self, row);
      return;
    }

  if (found->product != NULL)
    problem = g_strdup_printf (_("%s is not in this order."), found->product->name);
  else
    problem = g_strdup_printf (_("No product has the code %s."), found->code);
  sedia_act_say (GTK_WIDGET (self), problem);
}

/* Two or three quick keys are a quantity, typed by a person. */
static gboolean
is_likely_typed (const char *text)
{
  return g_utf8_strlen (text, -1) < 4;
}

/* ---- booking */

/* NULL when something cannot be read: its row says what. */
static GArray *
dup_parts (SediaOrderPartsForm *self)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SediaLinePart));
  SediaOrderPartRow *row;

  for (guint i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      SediaLinePart part = { sedia_order_part_row_get_position (row), 0 };

      if (!sedia_order_part_row_read (row, &part.quantity))
        {
          gtk_widget_grab_focus (GTK_WIDGET (row));
          return NULL;
        }
      if (part.quantity > 0)
        g_array_append_val (parts, part);
    }

  return g_steal_pointer (&parts);
}

static void
sedia_order_parts_form_save (SediaForm *form)
{
  SediaOrderPartsForm *self = SEDIA_ORDER_PARTS_FORM (form);
  g_autoptr (GArray) parts = dup_parts (self);
  const SediaOrderParts what = {
    .parts = parts,
    .settlement = gtk_check_button_get_active (self->exchange) ? SEDIA_RETURN_EXCHANGE
                                                               : SEDIA_RETURN_REFUND,
    .is_damaged = gtk_check_button_get_active (self->damaged),
  };

  if (parts == NULL)
    return;
  if (parts->len == 0)
    {
      sedia_act_say (GTK_WIDGET (self), self->way == SEDIA_ORDER_PARTS_RETURN
                                          ? _("How much comes back? Type it, or scan it.")
                                          : _("How much goes? Type it, or scan it."));
      return;
    }

  if (self->way == SEDIA_ORDER_PARTS_RETURN)
    sedia_order_do_return (GTK_WIDGET (self), sedia_form_get_store (form), self->order, &what);
  else
    sedia_order_do_hand_over (GTK_WIDGET (self), sedia_form_get_store (form), self->order, &what);
}

/* ---- the widget */

static void
sedia_order_parts_form_dispose (GObject *object)
{
  SediaOrderPartsForm *self = SEDIA_ORDER_PARTS_FORM (object);

  g_clear_object (&self->scanner);
  self->rows = NULL;

  G_OBJECT_CLASS (sedia_order_parts_form_parent_class)->dispose (object);
}

static void
sedia_order_parts_form_finalize (GObject *object)
{
  g_clear_pointer (&SEDIA_ORDER_PARTS_FORM (object)->order, sedia_order_free);

  G_OBJECT_CLASS (sedia_order_parts_form_parent_class)->finalize (object);
}

static void
sedia_order_parts_form_class_init (SediaOrderPartsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_order_parts_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_order_parts_form_finalize;
  form_class->save = sedia_order_parts_form_save;
  form_class->dup_typed = sedia_order_parts_form_dup_typed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/order-parts-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, sentence);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, rows);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, settlement);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, refund);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, exchange);
  gtk_widget_class_bind_template_child (widget_class, SediaOrderPartsForm, damaged);
}

static void
sedia_order_parts_form_init (SediaOrderPartsForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (sedia_order_parts_form_scan), self,
                           G_CONNECT_SWAPPED);
}

static void
add_hand_over_row (SediaOrderPartsForm  *self,
                   const SediaOrderLine *line)
{
  g_autofree char *state = NULL;

  if (sedia_order_line_open (line) == 0)
    return;

  state = sedia_line_state_sentence (line);
  gtk_list_box_append (self->rows, sedia_order_part_row_new (line, state, line->reserved,
                                                             sedia_order_line_open (line)));
}

static void
add_return_row (SediaOrderPartsForm  *self,
                const SediaOrderLine *line)
{
  const gint64 handed_over = line->delivered + line->over;
  g_autofree char *amount = NULL;
  g_autofree char *state = NULL;

  if (handed_over == 0)
    return;

  amount = sedia_format_amount (handed_over, line->decimals, line->unit);
  state = g_strdup_printf (_("%s handed over"), amount);
  gtk_list_box_append (self->rows, sedia_order_part_row_new (line, state, 0, handed_over));
}

static void
fill (SediaOrderPartsForm *self,
      const SediaOrder    *order)
{
  gboolean is_return = self->way == SEDIA_ORDER_PARTS_RETURN;
  g_autofree char *sentence = NULL;

  self->order = g_new0 (SediaOrder, 1);
  self->order->id = order->id;
  self->order->customer = g_strdup (order->customer);
  for (guint i = 0; i < order->lines->len; i++)
    if (is_return)
      add_return_row (self, g_ptr_array_index (order->lines, i));
    else
      add_hand_over_row (self, g_ptr_array_index (order->lines, i));

  sentence = g_strdup_printf (is_return
                                ? _("From order %" PRId64 " of %s. Scan what comes back, or type "
                                    "how much.")
                                : _("Order %" PRId64 " of %s. Scan what goes in the bag, or type "
                                    "how much."), order->id, order->customer);
  gtk_label_set_text (self->sentence, sentence);
  gtk_widget_set_visible (self->settlement, is_return);
  gtk_window_set_title (GTK_WINDOW (self), is_return ? _("Return") : _("Hand Over"));
  sedia_form_set_save_label (SEDIA_FORM (self), is_return ? _("_Take Back") : _("_Hand Over"));
}

/**
 * sedia_order_parts_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @order: an order
 * @way: which way the goods go
 */
void
sedia_order_parts_form_open (GtkWidget          *opener,
                             SediaStore         *store,
                             const SediaOrder   *order,
                             SediaOrderPartsWay  way)
{
  SediaOrderPartsForm *self = g_object_new (SEDIA_TYPE_ORDER_PARTS_FORM, NULL);

  self->way = way;
  fill (self, order);
  sedia_form_open (SEDIA_FORM (self), opener, store);
  if (row_at (self, 0) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row_at (self, 0)));
}

/**
 * sedia_order_parts_form_scan:
 * @self: a form
 * @burst: keys that came so fast that a scanner may have sent them
 *
 * Counts one more of what has this code, wherever the focus was.
 */
void
sedia_order_parts_form_scan (SediaOrderPartsForm *self,
                             SediaBurst          *burst)
{
  Lookup *lookup;

  g_return_if_fail (SEDIA_IS_ORDER_PARTS_FORM (self));
  g_return_if_fail (burst != NULL);

  if (is_likely_typed (sedia_burst_get_text (burst)))
    {
      sedia_burst_type (burst);
      return;
    }

  lookup = g_new (Lookup, 1);
  lookup->form = g_object_ref (self);
  lookup->burst = sedia_burst_ref (burst);
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), sedia_product_find_job,
                          g_strdup (sedia_burst_get_text (burst)), g_free,
                          (GDestroyNotify) sedia_found_product_free, NULL, found_cb, lookup);
}
