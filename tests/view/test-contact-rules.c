/* The shop's rules for telling people: filled in, saved at once, refused where they are wrong. */
#include "config.h"

#include "sedia-contact-rules-form.h"
#include "sedia-field.h"
#include "sedia-time.h"
#include "shop-window.h"

static void
fixture_open (ShopWindow    *fixture,
              gconstpointer  unused)
{
  shop_window_open (fixture);
}

static void
fixture_close (ShopWindow    *fixture,
               gconstpointer  unused)
{
  shop_window_close (fixture);
}

/* ---- what is in the records */

static gpointer
read_job (SediaDb   *db,
          gpointer   name,
          GError   **error)
{
  return sedia_setting_read (db, name);
}

static void
assert_setting (ShopWindow *fixture,
                const char *name,
                const char *value)
{
  g_autofree char *found = sedia_store_read (fixture->shop.store, read_job, (gpointer) name, NULL);

  g_assert_cmpstr (found, ==, value);
}

static gpointer
holidays_job (SediaDb   *db,
              gpointer   unused,
              GError   **error)
{
  g_autoptr (GPtrArray) holidays = sedia_holiday_list (db, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const SediaHoliday *holiday = g_ptr_array_index (holidays, i);
      g_autofree char *day = sedia_day_format_iso (holiday->day);

      g_string_append_printf (text, "%s %s;", day, holiday->name);
    }

  return g_string_free (text, FALSE);
}

static void
assert_holidays (ShopWindow *fixture,
                 const char *holidays)
{
  g_autofree char *found = sedia_store_read (fixture->shop.store, holidays_job, NULL, NULL);

  g_assert_cmpstr (found, ==, holidays);
}

/* ---- the form */

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_CONTACT_RULES_FORM);
}

static void
open_form (ShopWindow *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "shop.contact-rules", NULL);
  shop_window_settle (fixture);
  g_assert_nonnull (form ());
}

static GtkCheckButton *
check (const char *text)
{
  GtkWidget *label = view_find_text (form (), text);

  g_assert_nonnull (label);
  return GTK_CHECK_BUTTON (gtk_widget_get_ancestor (label, GTK_TYPE_CHECK_BUTTON));
}

static void
assert_typed (const char *label,
              const char *text)
{
  g_assert_cmpstr (gtk_editable_get_text (view_find_entry (form (), label)), ==, text);
}

static void
press (ShopWindow *fixture,
       const char *name)
{
  GtkWidget *label = view_find_text (form (), name);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  shop_window_settle (fixture);
}

/* The button that takes a holiday away, the only one in its row. */
static void
take_away (ShopWindow *fixture,
           const char *name)
{
  GtkWidget *label = view_find_text (form (), name);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (label), "clicked");
  shop_window_settle (fixture);
}

static void
test_saved (ShopWindow    *fixture,
            gconstpointer  unused)
{
  open_form (fixture);
  assert_typed ("Shop’s name", "");
  assert_typed ("Country", "ID");
  assert_typed ("Opens at", "08:00");
  assert_typed ("Closes at", "17:00");
  assert_typed ("Tolerance in working days", "1");
  assert_typed ("Days without a word", "7");
  g_assert_true (gtk_check_button_get_active (check ("Saturday")));
  g_assert_false (gtk_check_button_get_active (check ("Sunday")));

  shop_window_type (fixture, form (), "Shop’s name", " Toko Makmur ");
  shop_window_type (fixture, form (), "Country", "my");
  shop_window_type (fixture, form (), "Opens at", "9");
  shop_window_type (fixture, form (), "Closes at", "20.30");
  shop_window_type (fixture, form (), "Days without a word", "5");
  gtk_check_button_set_active (check ("Saturday"), FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_find_type (form (), GTK_TYPE_DROP_DOWN)), 1);
  shop_window_save (fixture, form ());

  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – the contact rules");
  assert_setting (fixture, "shop", "Toko Makmur");
  assert_setting (fixture, "country", "MY");
  assert_setting (fixture, "working-days", "12345");
  assert_setting (fixture, "hours", "09:00-20:30");
  assert_setting (fixture, "tolerance", "1");
  assert_setting (fixture, "silent-days", "5");
  assert_setting (fixture, "silence", "ftc");

  open_form (fixture);
  assert_typed ("Opens at", "09:00");
  g_assert_false (gtk_check_button_get_active (check ("Saturday")));
  shop_window_save (fixture, form ()); /* nothing is different: nothing is done */
  g_assert_null (form ());

  shop_window_undo (fixture);
  open_form (fixture);
  assert_typed ("Shop’s name", "");
  assert_typed ("Country", "ID");
  assert_typed ("Closes at", "17:00");
  assert_typed ("Days without a word", "7");
  g_assert_true (gtk_check_button_get_active (check ("Saturday")));
  g_assert_nonnull (view_find_text (form (), "Never: ask again"));
}

static void
assert_refused (ShopWindow *fixture,
                const char *sentence)
{
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  g_assert_true (view_wait_for_text (NULL, form (), sentence));
}

static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  open_form (fixture);
  shop_window_type (fixture, form (), "Shop’s name", "Toko Makmur");
  shop_window_type (fixture, form (), "Opens at", "early");
  assert_refused (fixture, "“early” is no time of the day; write it as 08:00.");
  assert_typed ("Opens at", "early");
  assert_typed ("Shop’s name", "Toko Makmur");

  shop_window_type (fixture, form (), "Opens at", "08:75");
  assert_refused (fixture, "“08:75” is no time of the day; write it as 08:00.");
  shop_window_type (fixture, form (), "Opens at", "18:00");
  assert_refused (fixture, "The shop closes after it has opened.");
  shop_window_type (fixture, form (), "Closes at", "24:00");
  shop_window_type (fixture, form (), "Country", "XX");
  assert_refused (fixture, "“XX” is no country; write two letters, such as ID or MY.");
  g_assert_null (view_find_text (form (), "The shop closes after it has opened."));
  shop_window_type (fixture, form (), "Country", "ID");
  shop_window_type (fixture, form (), "Tolerance in working days", "1.5");
  assert_refused (fixture, "Write the tolerance in working days, from 0 to 30.");
  shop_window_type (fixture, form (), "Tolerance in working days", "2");
  for (guint i = 0; i < 6; i++)
    {
      static const char *const days[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
                                          "Saturday" };

      gtk_check_button_set_active (check (days[i]), FALSE);
    }
  assert_refused (fixture, "Choose at least one day of the week.");
  assert_setting (fixture, "shop", "");

  gtk_check_button_set_active (check ("Sunday"), TRUE);
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  assert_setting (fixture, "hours", "18:00-24:00");
  assert_setting (fixture, "working-days", "7");
  assert_setting (fixture, "tolerance", "2");
}

static void
test_holidays (ShopWindow    *fixture,
               gconstpointer  unused)
{
  open_form (fixture);
  g_assert_nonnull (view_find_text (form (), "No holidays yet: the shop is open on every working"
                                             " day."));
  shop_window_type (fixture, form (), "Holiday", "2030-12-25");
  shop_window_type (fixture, form (), "Name", "Natal");
  press (fixture, "Add");
  assert_typed ("Holiday", "");
  assert_typed ("Name", "");
  g_assert_null (view_find_text (form (), "No holidays yet: the shop is open on every working"
                                          " day."));

  /* Enter adds, too; the days stay in their order. */
  shop_window_type (fixture, form (), "Holiday", "2030-08-17");
  shop_window_type (fixture, form (), "Name", "Kemerdekaan");
  g_signal_emit_by_name (view_find_entry (form (), "Name"), "activate");
  shop_window_settle (fixture);
  g_assert_nonnull (form ());
  g_assert_nonnull (view_find_text (form (), "Kemerdekaan"));

  shop_window_type (fixture, form (), "Holiday", "2030-08-17");
  press (fixture, "Add");
  g_assert_true (view_wait_for_text (NULL, form (), "Saturday, 17 August 2030 is in the list"
                                                    " already."));
  assert_typed ("Holiday", "2030-08-17");
  shop_window_type (fixture, form (), "Holiday", "when?");
  shop_window_save (fixture, form ()); /* what is typed is not lost silently */
  g_assert_nonnull (form ());
  assert_typed ("Holiday", "when?");
  shop_window_type (fixture, form (), "Holiday", "2030-01-01");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  assert_holidays (fixture, "2030-01-01 ;2030-08-17 Kemerdekaan;2030-12-25 Natal;");

  open_form (fixture);
  take_away (fixture, "Kemerdekaan");
  shop_window_type (fixture, form (), "Closes at", "16:00");
  shop_window_save (fixture, form ());
  assert_holidays (fixture, "2030-01-01 ;2030-12-25 Natal;");
  assert_setting (fixture, "hours", "08:00-16:00");

  shop_window_undo (fixture);
  assert_holidays (fixture, "2030-01-01 ;2030-08-17 Kemerdekaan;2030-12-25 Natal;");
  assert_setting (fixture, "hours", "08:00-17:00");
  shop_window_undo (fixture);
  assert_holidays (fixture, "");
}

/* Closing asks where something would be lost, also where it was typed to be added. */
static void
test_closed (ShopWindow    *fixture,
             gconstpointer  unused)
{
  open_form (fixture);
  shop_window_type (fixture, form (), "Holiday", "2030-12-25");
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (fixture);
  g_assert_nonnull (form ());
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  shop_window_settle (fixture);
  g_assert_null (form ());
  assert_holidays (fixture, "");

  open_form (fixture);
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (fixture);
  g_assert_null (form ());
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/contact-rules/" name, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("saved", test_saved);
  ADD ("refused", test_refused);
  ADD ("holidays", test_holidays);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}
