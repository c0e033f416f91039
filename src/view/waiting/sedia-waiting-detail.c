/* Everything about one waiting line, or about a group of them, and what can be done.
 *
 *   Siti Rahma
 *   2 kg of Kopi Gayo
 *   (icon) 1 kg ready now, 1 kg waiting
 *   Place 2, 4 kg ahead of it: its age decides.
 *   [Tell] [Hand Over] [Reserve] [Release] [Cancel the Rest]
 *   Order ... Need by ... Told ...
 */
#include "config.h"

#include "sedia-waiting-detail.h"

#include "sedia-accessible.h"
#include "sedia-expected-wording.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-template.h"
#include "sedia-told-popover.h"
#include "sedia-wording.h"

#include <glib/gi18n.h>

struct _SediaWaitingDetail
{
  GtkWidget parent_instance;

  GtkStack *states;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkImage *state_icon;
  GtkLabel *state;
  GtkLabel *why;
  GtkWidget *buttons;
  GtkMenuButton *tell;
  SediaToldPopover *told_popover;
  SediaFacts *facts;

  SediaStore *store;
  gint64 customer_id; /* 0: nobody to tell */
  char *customer;
};

G_DEFINE_FINAL_TYPE (SediaWaitingDetail, sedia_waiting_detail, GTK_TYPE_WIDGET)

static void
tell_shown_cb (SediaWaitingDetail *self)
{
  if (self->store != NULL && self->customer_id != 0)
    sedia_told_popover_prepare (self->told_popover, self->store, self->customer_id, self->customer);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* ---- a line */

static const char *
state_icon (const SediaOrderLine *line)
{
  if (sedia_order_line_open (line) == 0)
    return "object-select-symbolic";
  if (line->held)
    return "sedia-held-symbolic";
  if (sedia_order_line_waiting (line) == 0 || (line->reserved > 0 && !line->all_or_nothing))
    return "sedia-ready-symbolic";

  return "sedia-waiting-symbolic";
}

static void
add_amount (SediaFacts *facts,
            const char *label,
            gint64      quantity,
            guint       decimals,
            const char *unit)
{
  g_autofree char *text = sedia_format_amount (quantity, decimals, unit);

  sedia_facts_add_full (facts, label, text, NULL, quantity < 0 ? "negative" : "numeric");
}

static void
add_order (SediaFacts           *facts,
           const SediaOrderLine *line)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, line->order_id);
  g_autofree char *order = NULL;
  g_autofree char *since = sedia_format_time (line->placed_at);
  g_autofree char *since_full = sedia_format_time_full (line->placed_at);
  g_autofree char *due = sedia_format_due (line->need_by);
  g_autofree char *due_full = sedia_format_day_full (line->need_by);
  g_autofree char *due_day = sedia_format_day (line->need_by);
  gboolean is_late = g_strcmp0 (due, due_day) != 0;

  /* Translators: number of an order, number of a line in it */
  order = g_strdup_printf (_("%s, line %u"), number, line->position);
  sedia_facts_add (facts, _("Order"), order);
  sedia_facts_add_full (facts, _("Since"), since, since_full, NULL);
  sedia_facts_add_full (facts, _("Need by"), due, due_full, is_late ? "late" : NULL);

  if (line->first)
    sedia_facts_add (facts, _("Priority"), _("First, before the others"));
  if (line->all_or_nothing)
    sedia_facts_add (facts, _("Delivery"), _("All or nothing"));
}

/* When the rest comes, and what that rests on. */
static void
add_expected (SediaFacts           *facts,
              const SediaOrderLine *line)
{
  g_autofree char *words = sedia_line_expected_words (line);
  g_autofree char *source = sedia_line_expected_source_words (line);
  g_autofree char *both = NULL;

  if (sedia_order_line_waiting (line) <= 0)
    return;

  if (words != NULL)
    /* Translators: when something comes, and what that rests on */
    both = g_strdup_printf (C_("expected", "%s (%s)"), words, source);
  sedia_facts_add (facts, _("Expected"), both != NULL ? both : _("nobody knows yet"));
}

static void
add_told (SediaFacts           *facts,
          const SediaOrderLine *line)
{
  g_autofree char *when = sedia_format_time (line->told_at);
  g_autofree char *when_full = sedia_format_time_full (line->told_at);

  sedia_facts_add_full (facts, _("Last contact"),
                        line->told_at != 0 ? when : C_("contact", "never"),
                        when_full, NULL);
  if (line->told == SEDIA_TOLD_NOT_YET)
    sedia_facts_add (facts, _("Told"), _("Not yet, something is due"));
}

static void
show_line (SediaWaitingDetail   *self,
           const SediaOrderLine *line,
           SediaServing          serving)
{
  const gint64 open = sedia_order_line_open (line);
  g_autofree char *amount = sedia_format_amount (open > 0 ? open : line->ordered, line->decimals,
                                                 line->unit);
  g_autofree char *what = NULL;
  g_autofree char *state = sedia_line_state_sentence (line);
  g_autofree char *why = open > 0 ? sedia_line_place_sentence (line, serving) : NULL;

  /* Translators: amount and product: "2 kg of Kopi Gayo" */
  what = g_strdup_printf (_("%s of %s"), amount, line->product);
  set_text (self->title, line->customer);
  set_text (self->subtitle, what);
  set_text (self->state, state);
  set_text (self->why, why);
  gtk_image_set_from_icon_name (self->state_icon, state_icon (line));
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), TRUE);

  sedia_facts_begin (self->facts);
  add_order (self->facts, line);
  add_expected (self->facts, line);
  add_told (self->facts, line);

  sedia_facts_add_title (self->facts, _("This line"));
  add_amount (self->facts, _("Ordered"), line->ordered, line->decimals, line->unit);
  if (line->delivered != 0)
    add_amount (self->facts, _("Handed over"), line->delivered, line->decimals, line->unit);
  if (line->cancelled != 0)
    add_amount (self->facts, _("Cancelled"), line->cancelled, line->decimals, line->unit);
  add_amount (self->facts, _("Reserved"), line->reserved, line->decimals, line->unit);
  add_amount (self->facts, _("Waiting"), sedia_order_line_waiting (line), line->decimals,
              line->unit);

  sedia_facts_add_title (self->facts, _("This product"));
  sedia_facts_add (self->facts, _("SKU"), line->sku);
  add_amount (self->facts, _("On hand"), line->on_hand, line->decimals, line->unit);
  add_amount (self->facts, _("Free"), line->free, line->decimals, line->unit);
  if (line->incoming != 0)
    add_amount (self->facts, _("Incoming"), line->incoming, line->decimals, line->unit);
  sedia_facts_end (self->facts);
}

/* ---- a group */

static void
show_heading (SediaWaitingDetail *self,
              const SediaWaiting *heading)
{
  g_autofree char *lines = NULL;

  lines = g_strdup_printf (ngettext ("%u line in this list", "%u lines in this list",
                                     heading->lines), heading->lines);
  set_text (self->title, heading->heading);
  set_text (self->subtitle, heading->heading_detail);
  set_text (self->state, lines);
  set_text (self->why, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_icon), FALSE);

  sedia_facts_begin (self->facts);
  if (heading->product_id != 0)
    {
      sedia_facts_add_title (self->facts, _("All that is open of it"));
      add_amount (self->facts, _("Open"), heading->open, heading->decimals, heading->unit);
      add_amount (self->facts, _("Reserved"), heading->reserved, heading->decimals, heading->unit);
      add_amount (self->facts, _("Waiting"), heading->waiting, heading->decimals, heading->unit);
    }
  sedia_facts_end (self->facts);
}

static void
sedia_waiting_detail_dispose (GObject *object)
{
  SediaWaitingDetail *self = SEDIA_WAITING_DETAIL (object);

  g_clear_object (&self->store);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_WAITING_DETAIL);

  G_OBJECT_CLASS (sedia_waiting_detail_parent_class)->dispose (object);
}

static void
sedia_waiting_detail_finalize (GObject *object)
{
  SediaWaitingDetail *self = SEDIA_WAITING_DETAIL (object);

  g_clear_pointer (&self->customer, g_free);

  G_OBJECT_CLASS (sedia_waiting_detail_parent_class)->finalize (object);
}

static void
sedia_waiting_detail_class_init (SediaWaitingDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_waiting_detail_dispose;
  object_class->finalize = sedia_waiting_detail_finalize;

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_TOLD_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/waiting-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, states);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, title);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, subtitle);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, state);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, why);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, buttons);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, tell);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, told_popover);
  gtk_widget_class_bind_template_child (widget_class, SediaWaitingDetail, facts);
  gtk_widget_class_bind_template_callback (widget_class, tell_shown_cb);
}

static void
sedia_waiting_detail_init (SediaWaitingDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_waiting_detail_new:
 *
 * Returns: (transfer floating): a pane about nothing yet
 */
GtkWidget *
sedia_waiting_detail_new (void)
{
  return g_object_new (SEDIA_TYPE_WAITING_DETAIL, NULL);
}

/**
 * sedia_waiting_detail_set_store: Where telling a customer is noted.
 */
void
sedia_waiting_detail_set_store (SediaWaitingDetail *self,
                                SediaStore         *store)
{
  g_return_if_fail (SEDIA_IS_WAITING_DETAIL (self));

  g_set_object (&self->store, store);
}

/**
 * sedia_waiting_detail_show:
 * @self: the pane
 * @record: (nullable): a line or a heading; NULL for nothing
 * @serving: the rule in force
 */
void
sedia_waiting_detail_show (SediaWaitingDetail *self,
                           const SediaWaiting *record,
                           SediaServing        serving)
{
  g_return_if_fail (SEDIA_IS_WAITING_DETAIL (self));

  g_clear_pointer (&self->customer, g_free);
  self->customer_id = 0;

  gtk_stack_set_visible_child_name (self->states, record != NULL ? "something" : "nothing");
  if (record == NULL)
    return;

  gtk_widget_set_visible (self->buttons, record->line != NULL);

  if (record->line != NULL)
    {
      self->customer_id = record->line->customer_id;
      self->customer = g_strdup (record->line->customer);
      show_line (self, record->line, serving);
    }
  else
    show_heading (self, record);
}

/**
 * sedia_waiting_detail_tell: Opens the question what came of telling the customer.
 */
void
sedia_waiting_detail_tell (SediaWaitingDetail *self)
{
  g_return_if_fail (SEDIA_IS_WAITING_DETAIL (self));

  if (self->customer_id != 0)
    gtk_menu_button_popup (self->tell);
}

/**
 * sedia_waiting_detail_focus: Puts the keyboard on the first thing that can be done.
 */
void
sedia_waiting_detail_focus (SediaWaitingDetail *self)
{
  g_return_if_fail (SEDIA_IS_WAITING_DETAIL (self));

  gtk_widget_child_focus (self->buttons, GTK_DIR_TAB_FORWARD);
}
