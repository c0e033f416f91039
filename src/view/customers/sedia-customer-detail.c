/* Everything about one customer.
 *
 *   Siti Rahma
 *   +62 812 3456 7890               (!) Not told
 *   [Tell] [Edit] [More]
 *   Email ... Last contact ...
 *   What they wait for, what they were told, finished orders
 */
#include "config.h"

#include "sedia-customer-detail.h"

#include "sedia-accessible.h"
#include "sedia-customer-language.h"
#include "sedia-customer-parts.h"
#include "sedia-customer-table.h"
#include "sedia-facts.h"
#include "sedia-format.h"
#include "sedia-part-list.h"
#include "sedia-told-popover.h"

#include <glib/gi18n.h>

struct _SediaCustomerDetail
{
  SediaPane parent_instance;

  GtkMenuButton *tell;
  SediaToldPopover *told_popover;
  SediaFacts *facts;
  SediaPartList *parts;
  GtkWidget *more;
};

static guint shown_signal;

G_DEFINE_FINAL_TYPE (SediaCustomerDetail, sedia_customer_detail, SEDIA_TYPE_PANE)

static const SediaCustomerStory *
get_story (SediaCustomerDetail *self)
{
  return sedia_reader_get_record (sedia_pane_get_reader (SEDIA_PANE (self)));
}

static gpointer
read_job (SediaDb   *db,
          gpointer   data,
          GError   **error)
{
  const SediaReaderArgs *args = data;

  return sedia_customer_story_read (db, args->id, args->all, error);
}

/* ---- showing */

static void
show_head (SediaCustomerDetail *self,
           const SediaCustomer *customer)
{
  const char *icon;
  const char *tone;
  const char *state = sedia_customer_state (customer, &icon, &tone);

  if (customer->archived)
    {
      state = customer->merged_into != 0 ? C_("customer", "Merged") : _("Archived");
      icon = tone = NULL;
    }

  sedia_pane_show (SEDIA_PANE (self), &(SediaPaneHead) {
                                        .title = customer->name,
                                        .subtitle = customer->phone,
                                        .state = state,
                                        .state_icon = icon,
                                        .tone = tone,
                                        .note = customer->note,
                                      });
}

static void
show_facts (SediaCustomerDetail *self,
            const SediaCustomer *customer)
{
  g_autofree char *last = sedia_customer_last_contact (customer);
  g_autofree char *last_full = sedia_format_time_full (customer->told_at);

  g_autofree char *why = sedia_customer_why (customer);

  sedia_facts_begin (self->facts);
  sedia_facts_add_full (self->facts, _("To be told"), why, NULL,
                        customer->due_is_late ? "late" : NULL);
  sedia_facts_add (self->facts, _("Email"), customer->email);
  sedia_facts_add (self->facts, _("Tell by"),
                   customer->do_not_contact ? _("They do not want to be contacted")
                                            : sedia_channel_label (customer->channel));
  sedia_facts_add (self->facts, _("Language"), sedia_customer_language_name (customer->language));
  sedia_facts_add (self->facts, _("Code"), customer->code);
  sedia_facts_add_full (self->facts, _("Last contact"),
                        *last != '\0' ? last : C_("contact", "never"), last_full, NULL);
  sedia_facts_end (self->facts);
}

static void
show (GtkWidget *pane,
      gint64     id,
      gpointer   record)
{
  SediaCustomerDetail *self = SEDIA_CUSTOMER_DETAIL (pane);
  const SediaCustomerStory *story = record;

  if (story == NULL)
    sedia_pane_show (SEDIA_PANE (self), NULL);
  else
    {
      g_autoptr (GPtrArray) parts = sedia_customer_story_parts (story);

      show_head (self, story->customer);
      show_facts (self, story->customer);
      sedia_part_list_show (self->parts, parts);
      gtk_widget_set_visible (self->more, !story->is_all);
      gtk_widget_set_sensitive (GTK_WIDGET (self->tell), story->customer->merged_into == 0);
    }

  g_signal_emit (self, shown_signal, 0);
}

static gboolean
concerns (SediaChanges *changes,
          gint64        id)
{
  return sedia_changes_has (changes, SEDIA_KIND_CUSTOMER, id) ||
         sedia_changes_has_kind (changes, SEDIA_KIND_LINE);
}

static const SediaReaderFuncs reader_funcs = {
  .job = read_job,
  .record_free = (GDestroyNotify) sedia_customer_story_free,
  .concerns = concerns,
  .show = show,
};

/* ---- the widget */

static void
tell_shown_cb (SediaCustomerDetail *self)
{
  const SediaCustomer *customer = sedia_customer_detail_get_customer (self);
  SediaStore *store = sedia_reader_get_store (sedia_pane_get_reader (SEDIA_PANE (self)));

  if (customer != NULL && store != NULL)
    sedia_told_popover_prepare (self->told_popover, store, customer->id, customer->name);
}

static void
more_clicked_cb (SediaCustomerDetail *self)
{
  sedia_reader_set_all (sedia_pane_get_reader (SEDIA_PANE (self)), TRUE);
}

static void
sedia_customer_detail_class_init (SediaCustomerDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SEDIA_PANE_CLASS (klass)->reader = &reader_funcs;

  shown_signal = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);

  g_type_ensure (SEDIA_TYPE_FACTS);
  g_type_ensure (SEDIA_TYPE_PART_LIST);
  g_type_ensure (SEDIA_TYPE_TOLD_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/customer-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerDetail, tell);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerDetail, told_popover);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerDetail, parts);
  gtk_widget_class_bind_template_child (widget_class, SediaCustomerDetail, more);
  gtk_widget_class_bind_template_callback (widget_class, tell_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
sedia_customer_detail_init (SediaCustomerDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));
}

/**
 * sedia_customer_detail_get_customer: (transfer none) (nullable) the customer shown.
 */
const SediaCustomer *
sedia_customer_detail_get_customer (SediaCustomerDetail *self)
{
  const SediaCustomerStory *story;

  g_return_val_if_fail (SEDIA_IS_CUSTOMER_DETAIL (self), NULL);

  story = get_story (self);

  return story != NULL ? story->customer : NULL;
}

/**
 * sedia_customer_detail_tell: Opens the question what came of telling the customer.
 */
void
sedia_customer_detail_tell (SediaCustomerDetail *self)
{
  const SediaCustomer *customer = sedia_customer_detail_get_customer (self);

  if (customer != NULL && customer->merged_into == 0)
    gtk_menu_button_popup (self->tell);
}
