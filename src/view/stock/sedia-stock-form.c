/* A small dialog for what is done with the stock of one product.
 *
 *   Kopi Arabika 1 kg
 *   KOPI-1
 *   Amount in pcs
 *   [ 1                ]
 *   5 pcs free                   what it comes to, as it is typed
 *   Reason, Note                 where they are asked for
 *
 * When something is counted, what the book says is told only after the number: before it would be
 * read instead of the shelf. Scanning the product again and again counts it.
 */
#include "config.h"

#include "sedia-stock-form.h"

#include "sedia-act.h"
#include "sedia-draft-jobs.h"
#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-format.h"
#include "sedia-number.h"
#include "sedia-scanner.h"
#include "sedia-typed-quantity.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

#define ONE "1" /* what people mostly buy or ask for */

struct _SediaStockForm
{
  SediaForm parent_instance;

  SediaStockDeed deed;
  SediaProduct *product; /* as the person saw it */
  SediaScanner *scanner;
  gboolean is_scanned;   /* the amount was counted, not only standing there by itself */

  GtkLabel *name;
  GtkLabel *sku;
  SediaField *amount_field;
  GtkEditable *amount;
  GtkWidget *reason_field;
  GtkDropDown *reason;
  GtkWidget *note_field;
  GtkEditable *note;
};

static const char *const reasons[] = { "damage", "own-use", "other" };

G_DEFINE_FINAL_TYPE (SediaStockForm, sedia_stock_form, SEDIA_TYPE_FORM)

/* A number that stands there by itself is soon typed again; what was counted or written is not. */
static char *
sedia_stock_form_dup_typed (SediaForm *form)
{
  SediaStockForm *self = SEDIA_STOCK_FORM (form);

  return g_strjoin ("\n", gtk_editable_get_text (self->note),
                    self->deed == SEDIA_STOCK_COUNT ? gtk_editable_get_text (self->amount) : NULL,
                    NULL);
}

/* ---- what it comes to */

static char *
dup_amount (SediaStockForm *self,
            gint64          amount)
{
  return sedia_format_amount (amount, self->product->decimals, self->product->unit);
}

static char *
dup_counted (SediaStockForm *self,
             gint64          typed)
{
  const gint64 difference = typed - self->product->on_hand;
  g_autofree char *amount = dup_amount (self, ABS (difference));

  if (difference == 0)
    return g_strdup (_("As the book says"));
  if (difference < 0)
    return g_strdup_printf (_("%s less than the book says"), amount);

  return g_strdup_printf (_("%s more than the book says"), amount);
}

static char *
dup_sold (SediaStockForm *self,
          gint64          typed)
{
  const gint64 there = MAX (self->product->on_hand - self->product->reserved, 0);
  g_autofree char *now = dup_amount (self, there);
  g_autofree char *then = dup_amount (self, there - typed);

  if (there == 0)
    return g_strdup (_("None is free"));

  /* Translators: an amount that is free now, and then */
  return typed <= there ? g_strdup_printf (_("%s free, then %s"), now, then)
                        : g_strdup_printf (_("Only %s free"), now);
}

static char *
dup_taken (SediaStockForm *self,
           gint64          typed)
{
  const gint64 there = self->product->on_hand;
  g_autofree char *now = dup_amount (self, there);
  g_autofree char *then = dup_amount (self, there - typed);

  if (there <= 0)
    return g_strdup (_("None on hand"));

  /* Translators: an amount that is on hand now, and then */
  return typed <= there ? g_strdup_printf (_("%s on hand, then %s"), now, then)
                        : g_strdup_printf (_("Only %s on hand"), now);
}

static char *
dup_put_in (SediaStockForm *self,
            gint64          typed)
{
  g_autofree char *now = dup_amount (self, self->product->on_hand);
  g_autofree char *then = dup_amount (self, self->product->on_hand + typed);

  return g_strdup_printf (_("%s on hand, then %s"), now, then);
}

static char *
dup_effect (SediaStockForm *self,
            gint64          typed)
{
  switch (self->deed)
    {
    case SEDIA_STOCK_SELL:
      return dup_sold (self, typed);

    case SEDIA_STOCK_ASKED:
      return g_strdup (_("Counts as demand; nothing leaves the shelf"));

    case SEDIA_STOCK_COUNT:
      return dup_counted (self, typed);

    case SEDIA_STOCK_ISSUE:
      return dup_taken (self, typed);

    case SEDIA_STOCK_PUT_IN:
      return dup_put_in (self, typed);
    }

  g_return_val_if_reached (NULL);
}

/* Packs are understood as in a delivery: "2 dus". Nothing at all can only be counted. */
static void
read_typed (SediaStockForm     *self,
            SediaTypedQuantity *typed)
{
  g_autofree char *text = sedia_field_dup_text (self->amount);
  const SediaNumberForm form = sedia_number_form_of_locale ();
  gint64 number;

  if (sedia_number_parse (text, self->product->decimals, form, &number, NULL) && number == 0)
    {
      sedia_typed_quantity_clear (typed);
      if (self->deed == SEDIA_STOCK_COUNT)
        return;
      typed->doubt = SEDIA_QUANTITY_WRONG;
      typed->sentence = g_strdup (_("Write a number above zero."));
      return;
    }

  sedia_typed_quantity_read (typed, text, self->product, form);
}

static char *
dup_hint (SediaStockForm           *self,
          const SediaTypedQuantity *typed)
{
  g_autofree char *amount = NULL;
  g_autofree char *effect = NULL;
  g_autofree char *whole = NULL;

  if (!sedia_typed_quantity_counts (typed))
    return self->deed == SEDIA_STOCK_COUNT && typed->doubt == SEDIA_QUANTITY_MISSING
             ? g_strdup (_("What is on the shelf now, also what is set aside"))
             : NULL;

  amount = dup_amount (self, typed->amount);
  effect = dup_effect (self, typed->amount);
  /* Translators: what packs come to, "24 pcs", and what that means: "As the book says" */
  whole = typed->is_converted ? g_strdup_printf (C_("stock", "%s: %s"), amount, effect)
                              : g_strdup (effect);

  return typed->sentence != NULL ? g_strdup_printf ("%s\n%s", whole, typed->sentence)
                                 : g_steal_pointer (&whole);
}

/* Says nothing of what is no number yet: that is said when it is to be saved. */
static void
amount_changed_cb (SediaStockForm *self)
{
  SediaTypedQuantity typed = { 0 };
  g_autofree char *hint = NULL;

  if (self->product == NULL)
    return;

  read_typed (self, &typed);
  hint = dup_hint (self, &typed);
  sedia_field_set_problem (self->amount_field, NULL);
  sedia_field_set_hint (self->amount_field, hint);
  sedia_typed_quantity_clear (&typed);
}

/* ---- scanning */

typedef struct
{
  SediaStockForm *form;
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

/* One more; the first is the one that stands there by itself. */
static void
add_one (SediaStockForm *self)
{
  const gboolean is_first = !self->is_scanned &&
                            g_str_equal (gtk_editable_get_text (self->amount), ONE);
  SediaTypedQuantity typed = { 0 };
  const gint64 one = sedia_quantity_one (self->product->decimals);

  read_typed (self, &typed);
  sedia_field_show_amount (self->amount, is_first ? one : typed.amount + one,
                           self->product->decimals);
  sedia_typed_quantity_clear (&typed);
  self->is_scanned = TRUE;
  /* In this order: the focus that comes may take the selection away. */
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
  gtk_editable_select_region (self->amount, 0, -1);
}

static void
say_other (SediaStockForm          *self,
           const SediaFoundProduct *found)
{
  g_autofree char *problem = NULL;

  if (found->product != NULL)
    /* Translators: a product that was scanned, and the one that is meant. */
    problem = g_strdup_printf (_("That was %s. This is about %s."), found->product->name,
                               self->product->name);
  else
    problem = g_strdup_printf (_("No product has the code %s."), found->code);

  sedia_field_set_problem (self->amount_field, problem);
}

/* It was typed, not scanned. An amount typed that fast is all of it: nobody adds three digits to
 * one in the time.
 */
static void
type (SediaStockForm *self,
      SediaBurst     *burst)
{
  if (sedia_burst_is_in (burst, GTK_WIDGET (self->amount)))
    gtk_editable_select_region (self->amount, 0, -1);
  sedia_burst_type (burst);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (Lookup) lookup = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SediaFoundProduct) found = sedia_store_finish (SEDIA_STORE (source), result, &error);
  SediaStockForm *self = lookup->form;

  if (self->scanner == NULL)
    return; /* closed meanwhile */

  if (found == NULL)
    sedia_act_say_error (GTK_WIDGET (self), error);
  else if (found->product != NULL && found->product->id == self->product->id)
    add_one (self);
  else if (found->product == NULL &&
           (sedia_typed_quantity_is_likely (found->code) ||
            sedia_burst_is_in (lookup->burst, GTK_WIDGET (self->note))))
    type (self, lookup->burst);
  else
    say_other (self, found);
}

static void
burst_cb (SediaStockForm *self,
          SediaBurst     *burst)
{
  Lookup *lookup = g_new (Lookup, 1);

  lookup->form = g_object_ref (self);
  lookup->burst = sedia_burst_ref (burst);
  sedia_store_read_async (sedia_form_get_store (SEDIA_FORM (self)), sedia_product_find_job,
                          g_strdup (sedia_burst_get_text (burst)), g_free,
                          (GDestroyNotify) sedia_found_product_free, NULL, found_cb, lookup);
}

/* ---- saving */

static char *
done (GtkWidget *widget,
      gpointer   result,
      gpointer   data)
{
  sedia_form_finish (SEDIA_FORM (widget));

  return sedia_stock_act_sentence (data, result);
}

/* What the store refuses is the amount; somebody who thought better of it has been heard. */
static void
refused (GtkWidget    *widget,
         const GError *error,
         gpointer      data)
{
  SediaStockForm *self = SEDIA_STOCK_FORM (widget);

  if (!g_error_matches (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED))
    return;

  sedia_bar_close (sedia_form_find_bar (SEDIA_FORM (self)));
  sedia_field_set_problem (self->amount_field, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

static gboolean
read_amount (SediaStockForm *self,
             gint64         *amount)
{
  SediaTypedQuantity typed = { 0 };
  const char *missing = self->deed == SEDIA_STOCK_COUNT ? _("How many are on the shelf?")
                                                        : _("How many?");
  gboolean is_fine;

  read_typed (self, &typed);
  *amount = typed.amount;
  is_fine = sedia_typed_quantity_counts (&typed);
  if (!is_fine)
    {
      sedia_field_set_problem (self->amount_field, typed.doubt == SEDIA_QUANTITY_MISSING
                                                     ? missing
                                                     : typed.sentence);
      gtk_widget_grab_focus (GTK_WIDGET (self->amount));
    }
  sedia_typed_quantity_clear (&typed);

  return is_fine;
}

/* What turned up has no other paper than this note. */
static gboolean
check_note (SediaStockForm *self)
{
  g_autofree char *note = sedia_field_dup_text (self->note);

  if (self->deed != SEDIA_STOCK_PUT_IN || *note != '\0')
    return sedia_field_fail (GTK_WIDGET (self->note), NULL);

  gtk_widget_grab_focus (GTK_WIDGET (self->note));

  return sedia_field_fail (GTK_WIDGET (self->note),
                           _("Say where it came from: later nobody remembers."));
}

static void
sedia_stock_form_save (SediaForm *form)
{
  SediaStockForm *self = SEDIA_STOCK_FORM (form);
  SediaStockAct *act;
  gint64 amount;

  if (!read_amount (self, &amount) || !check_note (self))
    return;

  act = sedia_stock_act_new (self->deed, self->product);
  act->quantity = amount;
  act->note = sedia_field_dup_text (self->note);
  if (self->deed == SEDIA_STOCK_ISSUE)
    act->reason = g_strdup (reasons[gtk_drop_down_get_selected (self->reason)]);

  sedia_act_run (GTK_WIDGET (self), sedia_form_get_store (form),
                 &(SediaActRun) {
                   .act = { .kind = sedia_stock_act_kind (act), .reason = act->note },
                   .job = sedia_stock_act_job,
                   .data = act,
                   .data_free = (GDestroyNotify) sedia_stock_act_free,
                   .result_free = g_free,
                   .confirmed = sedia_stock_act_confirm,
                   .done = done,
                   .failed = refused,
                 });
}

/* ---- the widget */

static void
sedia_stock_form_dispose (GObject *object)
{
  g_clear_object (&SEDIA_STOCK_FORM (object)->scanner);

  G_OBJECT_CLASS (sedia_stock_form_parent_class)->dispose (object);
}

static void
sedia_stock_form_finalize (GObject *object)
{
  g_clear_pointer (&SEDIA_STOCK_FORM (object)->product, sedia_product_free);

  G_OBJECT_CLASS (sedia_stock_form_parent_class)->finalize (object);
}

static void
sedia_stock_form_class_init (SediaStockFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SediaFormClass *form_class = SEDIA_FORM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_stock_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = sedia_stock_form_finalize;
  form_class->save = sedia_stock_form_save;
  form_class->dup_typed = sedia_stock_form_dup_typed;

  g_type_ensure (SEDIA_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/stock-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, name);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, sku);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, amount_field);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, amount);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, reason_field);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, reason);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, note_field);
  gtk_widget_class_bind_template_child (widget_class, SediaStockForm, note);
  gtk_widget_class_bind_template_callback (widget_class, amount_changed_cb);
}

static void
sedia_stock_form_init (SediaStockForm *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    gtk_string_list_append (list, sedia_movement_reason_label (reasons[i]));
  gtk_drop_down_set_model (self->reason, G_LIST_MODEL (list));
  self->scanner = sedia_scanner_new (GTK_WIDGET (self));
  g_signal_connect_object (self->scanner, "burst", G_CALLBACK (burst_cb), self, G_CONNECT_SWAPPED);
}

static void
set_words (SediaStockForm *self)
{
  static const struct { const char *title, *save; } words[] = {
    [SEDIA_STOCK_SELL] = { N_("Sell"), N_("_Sell") },
    [SEDIA_STOCK_ASKED] = { N_("Asked, Did Not Wait"), N_("_Note It") },
    [SEDIA_STOCK_COUNT] = { N_("Count"), N_("_Save Count") },
    [SEDIA_STOCK_ISSUE] = { N_("Take Out"), N_("_Take Out") },
    [SEDIA_STOCK_PUT_IN] = { N_("Put In"), N_("_Put In") },
  };
  g_auto (GStrv) parts = g_strsplit (self->product->unit, "_", -1);
  g_autofree char *unit = g_strjoinv ("__", parts);
  g_autofree char *label = NULL;

  /* Translators: the unit of a product: "Amount in pcs" */
  label = g_strdup_printf (_("_Amount in %s"), unit);
  g_object_set (self->amount_field, "label", label, NULL);
  gtk_window_set_title (GTK_WINDOW (self), _(words[self->deed].title));
  sedia_form_set_save_label (SEDIA_FORM (self), _(words[self->deed].save));
}

static void
fill (SediaStockForm *self)
{
  const gboolean is_count = self->deed == SEDIA_STOCK_COUNT;
  const gboolean is_issue = self->deed == SEDIA_STOCK_ISSUE;
  const gboolean is_put_in = self->deed == SEDIA_STOCK_PUT_IN;

  set_words (self);
  gtk_label_set_label (self->name, self->product->name);
  gtk_label_set_label (self->sku, self->product->sku);
  gtk_widget_set_visible (self->reason_field, is_issue);
  gtk_widget_set_visible (self->note_field, is_count || is_issue || is_put_in);
  if (is_put_in)
    g_object_set (self->note_field, "label", _("_Where it came from"), NULL);
  gtk_editable_set_text (self->amount, is_count ? "" : ONE);
  amount_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->amount));
}

/**
 * sedia_stock_form_open:
 * @opener: the widget it is opened from
 * @store: the shop's records
 * @deed: what is to be done
 * @product: with what
 */
void
sedia_stock_form_open (GtkWidget          *opener,
                       SediaStore         *store,
                       SediaStockDeed      deed,
                       const SediaProduct *product)
{
  SediaStockForm *self = g_object_new (SEDIA_TYPE_STOCK_FORM, NULL);

  g_return_if_fail (product != NULL);

  self->deed = deed;
  self->product = sedia_product_copy (product);
  fill (self);
  sedia_form_open (SEDIA_FORM (self), opener, store);
}
