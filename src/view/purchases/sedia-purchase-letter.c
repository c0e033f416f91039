/* A purchase on its way to the supplier: see sedia-purchase-letter.h. */
#include "config.h"

#include "sedia-purchase-letter.h"

#include "sedia-act.h"
#include "sedia-link.h"
#include "sedia-phone.h"
#include "sedia-purchase-text.h"

#include <glib/gi18n.h>

/* What is written, and to whom. */
typedef struct
{
  char *text;
  char *subject;
  char *phone;
  char *international;       /* (nullable) */
  const char *phone_problem; /* (nullable) */
  char *email;
  gboolean is_draft;
} Letter;

/* Until the letter is there. */
typedef struct
{
  GtkWidget *widget;
  SediaPurchaseWay way;
  gboolean is_draft;
} Asked;

static void
letter_free (Letter *letter)
{
  g_free (letter->text);
  g_free (letter->subject);
  g_free (letter->phone);
  g_free (letter->international);
  g_free (letter->email);
  g_free (letter);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Letter, letter_free)

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->widget);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gpointer
letter_job (SediaDb   *db,
            gpointer   purchase_id,
            GError   **error)
{
  g_autoptr (SediaPurchase) purchase =
    sedia_purchase_read (db, *(const gint64 *) purchase_id, error);
  g_autofree char *shop = sedia_setting_read (db, "shop");
  g_autofree char *country = sedia_setting_country (db);
  const char *language = g_strcmp0 (country, "ID") == 0 ? "id" : "en";
  Letter *letter;

  if (purchase == NULL)
    return NULL;

  letter = g_new0 (Letter, 1);
  letter->text = sedia_purchase_text (purchase, shop, language);
  letter->subject = sedia_purchase_subject (purchase, shop, language);
  letter->phone = g_strdup (purchase->phone);
  letter->phone_problem = sedia_phone_problem (
    sedia_phone_read (purchase->phone, country, &letter->international));
  letter->email = g_strdup (purchase->email);
  letter->is_draft = purchase->status == SEDIA_PURCHASE_DRAFT;

  return letter;
}

/* What the way needs and is not there, as a sentence. */
static const char *
problem_of (const Letter     *letter,
            SediaPurchaseWay  way)
{
  const gboolean has_phone = letter->phone != NULL && *letter->phone != '\0';
  const gboolean has_email = letter->email != NULL && *letter->email != '\0';

  if (way == SEDIA_PURCHASE_BY_WHATSAPP && !has_phone)
    return _("The supplier has no phone number: enter it on the page of suppliers, or copy the "
             "order as text.");
  if (way == SEDIA_PURCHASE_BY_WHATSAPP && letter->international == NULL)
    return letter->phone_problem;
  if (way == SEDIA_PURCHASE_BY_MAIL && !has_email)
    return _("The supplier has no email address: enter it on the page of suppliers, or copy the "
             "order as text.");

  return NULL;
}

/* Whoever sends a draft has ordered it: that is another press, for only they know. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Asked) asked = data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL))
    sedia_act_say (asked->widget, _("No program on this computer opens that. Copy the order as "
                                    "text, or choose another way."));
  else if (asked->is_draft)
    sedia_act_say (asked->widget, _("Opened – once you have sent it, press “Order”"));
}

static void
open_letter (Asked        *asked,
             const Letter *letter)
{
  g_autofree char *link = asked->way == SEDIA_PURCHASE_BY_WHATSAPP
                            ? sedia_link_whatsapp (letter->international, letter->text)
                            : sedia_link_mail (letter->email, letter->subject, letter->text);
  GtkRoot *window = gtk_widget_get_root (asked->widget);

  if (link == NULL || !GTK_IS_WINDOW (window))
    {
      asked_free (asked);
      return;
    }

  gtk_show_uri_full (GTK_WINDOW (window), link, GDK_CURRENT_TIME, NULL, opened_cb, asked);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Letter) letter = sedia_store_finish (SEDIA_STORE (source), result, &error);

  if (gtk_widget_get_root (asked->widget) == NULL)
    return; /* gone */
  if (letter == NULL)
    {
      sedia_act_say_error (asked->widget, error);
      return;
    }

  asked->is_draft = letter->is_draft;
  if (problem_of (letter, asked->way) != NULL)
    sedia_act_say (asked->widget, problem_of (letter, asked->way));
  else if (asked->way == SEDIA_PURCHASE_BY_COPY)
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (asked->widget), letter->text);
      sedia_act_say (asked->widget, _("Copied – paste it where you write to the supplier"));
    }
  else
    open_letter (g_steal_pointer (&asked), letter);
}

/**
 * sedia_purchase_hand_on:
 * @widget: who asks
 * @store: where
 * @purchase_id: which
 * @way: how it gets to the supplier
 *
 * Writes the order, and copies it or opens the program that sends it.
 */
void
sedia_purchase_hand_on (GtkWidget        *widget,
                        SediaStore       *store,
                        gint64            purchase_id,
                        SediaPurchaseWay  way)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->widget = g_object_ref (widget);
  asked->way = way;
  sedia_store_read_async (store, letter_job, g_memdup2 (&purchase_id, sizeof purchase_id), g_free,
                          (GDestroyNotify) letter_free, NULL, written_cb, asked);
}
