/* What came of telling a customer: how, with what outcome, and a note.
 *
 * It opens at once; the customer's address and usual channel come a moment later and change nothing
 * that the user has chosen by then.
 */
#include "config.h"

#include "sedia-told-popover.h"

#include "sedia-accessible.h"
#include "sedia-waiting-acts.h"

#include <glib/gi18n.h>

#define N_CHANNELS (SEDIA_CHANNEL_PERSON + 1)

struct _SediaToldPopover
{
  GtkPopover parent_instance;

  GtkLabel *customer;
  GtkLabel *address;
  GtkWidget *warning;
  GtkDropDown *channel;
  GtkCheckButton *reached;
  GtkCheckButton *message;
  GtkCheckButton *no_answer;
  GtkEditable *note;

  SediaStore *store;
  GCancellable *cancellable; /* of the reading under way */
  gint64 customer_id;
  char *name;
};

G_DEFINE_FINAL_TYPE (SediaToldPopover, sedia_told_popover, GTK_TYPE_POPOVER)

static SediaOutcome
outcome (SediaToldPopover *self)
{
  if (gtk_check_button_get_active (self->message))
    return SEDIA_OUTCOME_MESSAGE;
  if (gtk_check_button_get_active (self->no_answer))
    return SEDIA_OUTCOME_NO_ANSWER;

  return SEDIA_OUTCOME_REACHED;
}

static void
save_clicked_cb (SediaToldPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_popover_popdown (GTK_POPOVER (self));

  if (self->store != NULL && parent != NULL)
    sedia_waiting_tell (parent, self->store, self->customer_id, self->name,
                        (SediaChannel) gtk_drop_down_get_selected (self->channel), outcome (self),
                        gtk_editable_get_text (self->note));
}

static gpointer
customer_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  const gint64 *customer_id = data;

  return sedia_customer_read (db, *customer_id, error);
}

static void
show_customer (SediaToldPopover    *self,
               const SediaCustomer *customer)
{
  gboolean has_phone = customer->phone != NULL && *customer->phone != '\0';
  gboolean has_email = customer->email != NULL && *customer->email != '\0';
  g_autofree char *address = NULL;

  address = g_strdup_printf ("%s%s%s", has_phone ? customer->phone : "",
                             has_phone && has_email ? " · " : "",
                             has_email ? customer->email : "");
  gtk_label_set_label (self->address, address);
  gtk_widget_set_visible (GTK_WIDGET (self->address), has_phone || has_email);
  gtk_widget_set_visible (self->warning, customer->do_not_contact);
  gtk_drop_down_set_selected (self->channel, (guint) customer->channel);
}

static void
customer_cb (GObject      *source,
             GAsyncResult *answer,
             gpointer      data)
{
  g_autoptr (SediaToldPopover) self = data;
  g_autoptr (SediaCustomer) customer = NULL;
  g_autoptr (GError) error = NULL;

  customer = sedia_store_finish (SEDIA_STORE (source), answer, &error);

  if (customer != NULL && self->store != NULL && customer->id == self->customer_id)
    show_customer (self, customer);
  else if (error != NULL)
    g_debug ("The customer cannot be read: %s", error->message);
}

static void
sedia_told_popover_dispose (GObject *object)
{
  SediaToldPopover *self = SEDIA_TOLD_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sedia_told_popover_parent_class)->dispose (object);
}

static void
sedia_told_popover_finalize (GObject *object)
{
  SediaToldPopover *self = SEDIA_TOLD_POPOVER (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (sedia_told_popover_parent_class)->finalize (object);
}

static void
sedia_told_popover_class_init (SediaToldPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sedia_told_popover_dispose;
  object_class->finalize = sedia_told_popover_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/told-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, customer);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, address);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, warning);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, channel);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, reached);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, message);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, no_answer);
  gtk_widget_class_bind_template_child (widget_class, SediaToldPopover, note);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
sedia_told_popover_init (SediaToldPopover *self)
{
  g_autoptr (GtkStringList) channels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  sedia_accessible_drop_underlines (GTK_WIDGET (self));

  for (guint i = 0; i < N_CHANNELS; i++)
    gtk_string_list_append (channels, sedia_channel_label ((SediaChannel) i));
  gtk_drop_down_set_model (self->channel, G_LIST_MODEL (channels));
  sedia_accessible_name_inner (GTK_WIDGET (self->channel), _("By which channel"));
}

/**
 * sedia_told_popover_new:
 *
 * Returns: (transfer floating): a popover about nobody yet
 */
GtkWidget *
sedia_told_popover_new (void)
{
  return g_object_new (SEDIA_TYPE_TOLD_POPOVER, NULL);
}

/**
 * sedia_told_popover_prepare:
 * @self: the popover, about to open
 * @store: where it is noted
 * @customer_id: whom it is about
 * @customer: the name
 *
 * Empties the popover for this customer.
 */
void
sedia_told_popover_prepare (SediaToldPopover *self,
                            SediaStore       *store,
                            gint64            customer_id,
                            const char       *customer)
{
  g_return_if_fail (SEDIA_IS_TOLD_POPOVER (self));
  g_return_if_fail (SEDIA_IS_STORE (store));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  g_set_object (&self->store, store);
  self->customer_id = customer_id;
  g_free (self->name);
  self->name = g_strdup (customer);

  gtk_label_set_label (self->customer, customer);
  gtk_widget_set_visible (GTK_WIDGET (self->address), FALSE);
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_check_button_set_active (self->reached, TRUE);
  gtk_editable_set_text (self->note, "");

  sedia_store_read_async (store, customer_job, g_memdup2 (&customer_id, sizeof customer_id), g_free,
                          (GDestroyNotify) sedia_customer_free, self->cancellable, customer_cb,
                          g_object_ref (self));
}
