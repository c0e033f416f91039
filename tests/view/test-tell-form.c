/* Telling a customer: the message, the way it goes, what came of it, and on to the next one. */
#include "config.h"

#include "sedia-field-read.h"
#include "sedia-field.h"
#include "sedia-order-instead.h"
#include "sedia-tell-form.h"
#include "sedia-time.h"
#include "shop-window.h"

#define NO_PHONE "There is no phone number: enter one, or choose another way."
#define NO_EMAIL "There is no email address: enter one, or choose another way."

/* ---- what is in the records */

static gpointer
save_customer_job (SediaDb   *db,
                   gpointer   customer,
                   GError   **error)
{
  return sedia_customer_save (db, customer, error) ? SEDIA_DONE : NULL;
}

/* Somebody who waits for what is out of stock. */
static gint64
add_waiting (ShopWindow   *fixture,
             gint64        product,
             const char   *name,
             const char   *phone,
             SediaChannel  channel)
{
  const SediaAct act = { .kind = "customer-add", .actor = "Tester" };
  g_autoptr (SediaCustomer) customer = sedia_customer_new ();
  g_autoptr (GError) error = NULL;

  customer->name = g_strdup (name);
  g_free (customer->phone);
  customer->phone = g_strdup (phone);
  customer->channel = channel;
  sedia_store_act (fixture->shop.store, &act, save_customer_job, customer, &error);
  g_assert_no_error (error);
  shop_place_order (fixture->shop.store, customer->id, product, 2);

  return customer->id;
}

static gpointer
due_job (SediaDb   *db,
         gpointer   unused,
         GError   **error)
{
  return sedia_due_list (db, sedia_time_now (), error);
}

static void
assert_n_due (ShopWindow *fixture,
              guint       n)
{
  g_autoptr (GArray) dues = sedia_store_read (fixture->shop.store, due_job, NULL, NULL);

  g_assert_nonnull (dues);
  g_assert_cmpuint (dues->len, ==, n);
}

static gpointer
contacts_job (SediaDb   *db,
              gpointer   data,
              GError   **error)
{
  return sedia_contact_list (db, *(const gint64 *) data, 10, error);
}

static GPtrArray *
contacts (ShopWindow *fixture,
          gint64      customer_id)
{
  GPtrArray *list = sedia_store_read (fixture->shop.store, contacts_job, &customer_id, NULL);

  g_assert_nonnull (list);

  return list;
}

static void
assert_n_contacts (ShopWindow *fixture,
                   gint64      customer_id,
                   guint       n)
{
  g_autoptr (GPtrArray) list = contacts (fixture, customer_id);

  g_assert_cmpuint (list->len, ==, n);
}

/* ---- the form */

typedef struct
{
  ShopWindow view;
  gint64 siti; /* no phone, in person */
  gint64 budi; /* a phone */
  gint64 ada;  /* what is no number, in person */
} Fixture;

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_TELL_FORM);
}

static void
open_form (Fixture  *fixture,
           gint64    customer_id,
           gboolean  goes_on)
{
  sedia_tell_form_open (GTK_WIDGET (fixture->view.window), fixture->view.shop.store, customer_id,
                        goes_on);
  shop_window_settle (&fixture->view);
  g_assert_nonnull (form ());
}

static void
fixture_open (Fixture       *fixture,
              gconstpointer  unused)
{
  ShopWindow *view = &fixture->view;
  gint64 kettle;

  shop_window_open (view);
  kettle = shop_add_product (view->shop.store, "KETTLE", "Blue Kettle");
  fixture->siti = add_waiting (view, kettle, "Siti Rahma", "", SEDIA_CHANNEL_PERSON);
  fixture->budi = add_waiting (view, kettle, "Budi Santoso", "0812-3456-7890",
                               SEDIA_CHANNEL_PERSON);
  fixture->ada = add_waiting (view, kettle, "Ada", "0812", SEDIA_CHANNEL_PERSON);
  shop_window_settle (view);
  assert_n_due (view, 3);
}

static void
fixture_close (Fixture       *fixture,
               gconstpointer  unused)
{
  if (form () != NULL)
    gtk_window_destroy (GTK_WINDOW (form ()));
  shop_window_close (&fixture->view);
}

static GtkWidget *
drop_down (const char *label)
{
  return view_find_type (view_find_field (form (), label), GTK_TYPE_DROP_DOWN);
}

static void
choose (Fixture    *fixture,
        const char *label,
        int         choice)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down (label)), (guint) choice);
  shop_window_settle (&fixture->view);
}

static GtkTextBuffer *
message (void)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view_find_type (form (), GTK_TYPE_TEXT_VIEW)));
}

static GtkCheckButton *
offer (void)
{
  return GTK_CHECK_BUTTON (view_find_type (form (), GTK_TYPE_CHECK_BUTTON));
}

static void
toggle_offer (Fixture *fixture)
{
  gtk_check_button_set_active (offer (), !gtk_check_button_get_active (offer ()));
  shop_window_settle (&fixture->view);
}

static GtkWidget *
save_button (void)
{
  return gtk_window_get_default_widget (GTK_WINDOW (form ()));
}

static void
assert_way (const char *problem,
            const char *save)
{
  g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (GTK_BUTTON (save_button ())), "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  if (problem != NULL)
    g_assert_nonnull (view_find_text (view_find_field (form (), "By"), problem));
  else
    g_assert_cmpuint (view_count_text (form (), NO_PHONE) + view_count_text (form (), NO_EMAIL), ==,
                      0);
  g_assert_cmpint (gtk_widget_is_sensitive (save_button ()), ==, problem == NULL);
  g_assert_cmpstr (plain, ==, save);
}

static void
assert_title (const char *title)
{
  g_assert_nonnull (form ());
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (form ())), ==, title);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (form (), action, NULL));
  shop_window_settle (&fixture->view);
}

/* ---- the way it goes */

static void
test_channels (Fixture       *fixture,
               gconstpointer  unused)
{
  open_form (fixture, fixture->siti, FALSE);
  assert_title ("Tell Siti Rahma");
  assert_way (NULL, "They Know Now");
  choose (fixture, "By", SEDIA_CHANNEL_WHATSAPP);
  assert_way (NO_PHONE, "Open WhatsApp and Note");
  act (fixture, "form.save"); /* which is off */
  assert_n_contacts (&fixture->view, fixture->siti, 0);
  choose (fixture, "By", SEDIA_CHANNEL_EMAIL);
  assert_way (NO_EMAIL, "Open Mail and Note");
  choose (fixture, "By", SEDIA_CHANNEL_PHONE);
  assert_way (NULL, "They Know Now");
  gtk_window_destroy (GTK_WINDOW (form ()));

  open_form (fixture, fixture->ada, FALSE);
  g_assert_null (view_find_text (form (), "0812"));
  choose (fixture, "By", SEDIA_CHANNEL_SMS);
  assert_way ("This is too short for a phone number.", "Open Messages and Note");
  gtk_window_destroy (GTK_WINDOW (form ()));

  open_form (fixture, fixture->budi, FALSE);
  g_assert_null (view_find_text (form (), "0812-3456-7890"));
  choose (fixture, "By", SEDIA_CHANNEL_WHATSAPP);
  assert_way (NULL, "Open WhatsApp and Note");
  choose (fixture, "By", SEDIA_CHANNEL_PHONE);
  assert_way (NULL, "They Know Now");
  g_assert_nonnull (view_find_text (form (), "0812-3456-7890"));
}

/* ---- the message */

static void
test_offer (Fixture       *fixture,
            gconstpointer  unused)
{
  g_autofree char *plain = NULL;
  g_autofree char *offering = NULL;
  g_autofree char *again = NULL;
  g_autofree char *edited = NULL;

  open_form (fixture, fixture->siti, FALSE);
  g_assert_false (gtk_check_button_get_active (offer ()));
  plain = sedia_field_dup_buffer (message ());
  g_assert_nonnull (strstr (plain, "Siti Rahma"));
  g_assert_nonnull (strstr (plain, "Blue Kettle"));
  g_assert_null (strstr (plain, "BATAL"));

  toggle_offer (fixture);
  offering = sedia_field_dup_buffer (message ());
  g_assert_nonnull (strstr (offering, "BATAL"));
  toggle_offer (fixture);
  again = sedia_field_dup_buffer (message ());
  g_assert_cmpstr (again, ==, plain);

  /* What somebody wrote themselves is theirs. */
  gtk_text_buffer_set_text (message (), "Besok buka jam 9.", -1);
  toggle_offer (fixture);
  edited = sedia_field_dup_buffer (message ());
  g_assert_cmpstr (edited, ==, "Besok buka jam 9.");

  act (fixture, "form.save");
  g_assert_null (form ());
  {
    g_autoptr (GPtrArray) list = contacts (&fixture->view, fixture->siti);
    const SediaContact *contact = g_ptr_array_index (list, 0);

    g_assert_cmpuint (list->len, ==, 1);
    g_assert_cmpstr (contact->note, ==, "Besok buka jam 9.");
    g_assert_true (contact->offers_cancel);
    g_assert_cmpint (contact->channel, ==, SEDIA_CHANNEL_PERSON);
    g_assert_cmpint (contact->outcome, ==, SEDIA_OUTCOME_REACHED);
  }
}

/* What was written is not lost by closing; what the program wrote may be. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  unused)
{
  open_form (fixture, fixture->siti, FALSE);
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (&fixture->view);
  g_assert_null (form ());

  open_form (fixture, fixture->siti, FALSE);
  gtk_text_buffer_set_text (message (), "Besok buka jam 9.", -1);
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (&fixture->view);
  g_assert_nonnull (form ());
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  shop_window_settle (&fixture->view);
  g_assert_null (form ());
  assert_n_due (&fixture->view, 3);
}

/* ---- what came of it */

static void
test_nobody_answered (Fixture       *fixture,
                      gconstpointer  unused)
{
  open_form (fixture, fixture->budi, FALSE);
  act (fixture, "form.no-answer");
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, "Noted – no answer from Budi Santoso");
  assert_n_contacts (&fixture->view, fixture->budi, 1);
  assert_n_due (&fixture->view, 3);
}

static gboolean
is_closed (gpointer unused)
{
  return form () == NULL;
}

static void
test_wait_until (Fixture       *fixture,
                 gconstpointer  unused)
{
  open_form (fixture, fixture->siti, FALSE);
  g_assert_false (gtk_widget_get_visible (view_find_field (form (), "Until")));
  choose (fixture, "Answer", SEDIA_ANSWER_WAIT_UNTIL);
  g_assert_true (gtk_widget_get_visible (view_find_field (form (), "Until")));

  act (fixture, "form.save");
  g_assert_nonnull (form ());
  g_assert_nonnull (view_find_text (view_find_field (form (), "Until"),
                                    "Until which day do they wait?"));
  assert_n_contacts (&fixture->view, fixture->siti, 0);

  shop_window_type (&fixture->view, form (), "Until", "2035-12-24");
  g_signal_emit_by_name (view_find_entry (form (), "Until"), "activate"); /* Enter */
  g_assert_true (view_wait_until (is_closed, NULL));
  shop_window_settle (&fixture->view);
  {
    g_autoptr (GPtrArray) list = contacts (&fixture->view, fixture->siti);
    const SediaContact *contact = g_ptr_array_index (list, 0);
    g_autofree char *until = sedia_day_format_iso (contact->until);

    g_assert_cmpuint (list->len, ==, 1);
    g_assert_cmpstr (contact->answer, ==, "wait-until");
    g_assert_cmpstr (until, ==, "2035-12-24");
  }
}

/* Whoever takes something else orders it at once, also when others are still to be told. */
static void
test_substitute (Fixture       *fixture,
                 gconstpointer  unused)
{
  GtkWidget *choice;
  gpointer chosen;

  open_form (fixture, fixture->siti, TRUE);
  choose (fixture, "Answer", SEDIA_ANSWER_SUBSTITUTE);
  act (fixture, "form.save");
  g_assert_null (form ());
  assert_n_contacts (&fixture->view, fixture->siti, 1);
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, "Noted – Siti Rahma has been told");

  g_assert_true (shop_window_wait_for (&fixture->view, "Open already"));
  choice = view_find_type (GTK_WIDGET (fixture->view.window), SEDIA_TYPE_ORDER_INSTEAD);
  g_assert_true (gtk_widget_get_mapped (choice));
  chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (view_find_type (choice,
                                                                           GTK_TYPE_DROP_DOWN)));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "2\u00a0pcs of Blue Kettle, order 1");
}

/* ---- one after the other */

static void
test_goes_on (Fixture       *fixture,
              gconstpointer  unused)
{
  open_form (fixture, fixture->siti, TRUE);
  assert_title ("Tell Siti Rahma");
  choose (fixture, "Answer", SEDIA_ANSWER_WAIT);
  act (fixture, "form.save");
  assert_title ("Tell Budi Santoso");
  g_assert_cmpstr (sedia_bar_get_text (sedia_bar_of (form ())), ==,
                   "Noted – Siti Rahma has been told");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down ("Answer"))), ==,
                    SEDIA_ANSWER_NONE);
  assert_n_due (&fixture->view, 2);

  /* Whom somebody skips does not come again. */
  act (fixture, "form.skip");
  assert_title ("Tell Ada");
  act (fixture, "form.save");
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (&fixture->view), ==, "Noted – Ada has been told");
  assert_n_due (&fixture->view, 1);

  shop_window_undo (&fixture->view);
  assert_n_due (&fixture->view, 2);
  shop_window_undo (&fixture->view);
  assert_n_due (&fixture->view, 3);
}

/* Whom nobody reached must be told still, but not in this round. */
static void
test_goes_on_unreached (Fixture       *fixture,
                        gconstpointer  unused)
{
  open_form (fixture, fixture->siti, TRUE);
  act (fixture, "form.no-answer");
  assert_title ("Tell Budi Santoso");
  act (fixture, "form.no-answer");
  assert_title ("Tell Ada");
  act (fixture, "form.skip");
  g_assert_null (form ());
  assert_n_due (&fixture->view, 3);
}

/* Two keys in a hurry are one word to one customer. */
static void
test_twice (Fixture       *fixture,
            gconstpointer  unused)
{
  open_form (fixture, fixture->siti, TRUE);
  gtk_widget_activate_action (form (), "form.save", NULL);
  gtk_widget_activate_action (form (), "form.save", NULL);
  gtk_widget_activate_action (form (), "form.no-answer", NULL);
  shop_window_settle (&fixture->view);
  g_assert_null (view_find_window (GTK_TYPE_MESSAGE_DIALOG));
  assert_title ("Tell Budi Santoso");
  assert_n_contacts (&fixture->view, fixture->siti, 1);
  assert_n_due (&fixture->view, 2);
  act (fixture, "form.save");
  assert_title ("Tell Ada");
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/tell-form/" name, Fixture, NULL, fixture_open, func, fixture_close)
  ADD ("channels", test_channels);
  ADD ("offer", test_offer);
  ADD ("closed", test_closed);
  ADD ("nobody-answered", test_nobody_answered);
  ADD ("wait-until", test_wait_until);
  ADD ("substitute", test_substitute);
  ADD ("goes-on", test_goes_on);
  ADD ("goes-on/unreached", test_goes_on_unreached);
  ADD ("twice", test_twice);
#undef ADD

  return g_test_run ();
}
