/* The words customers are told: written, previewed, refused where they cannot be used, saved. */
#include "config.h"

#include "sedia-templates-window.h"
#include "sedia-words-jobs.h"
#include "shop-window.h"

#include <string.h>

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
own_job (SediaDb   *db,
         gpointer   language,
         GError   **error)
{
  g_autoptr (SediaTemplates) own = sedia_templates_read (db, language, error);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    if (own->parts[i] != NULL)
      g_string_append_printf (text, "%s: %s;", sedia_message_part_to_string ((SediaMessagePart) i),
                              own->parts[i]);

  return g_string_free (text, FALSE);
}

static void
assert_own (ShopWindow *fixture,
            const char *language,
            const char *texts)
{
  g_autofree char *found = sedia_store_read (fixture->shop.store, own_job, (gpointer) language,
                                             NULL);

  g_assert_cmpstr (found, ==, texts);
}

/* ---- the window */

static GtkWidget *
form (void)
{
  return view_find_window (SEDIA_TYPE_TEMPLATES_WINDOW);
}

static void
open_form (ShopWindow *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "shop.messages", NULL);
  shop_window_settle (fixture);
  g_assert_nonnull (form ());
}

static GtkTextBuffer *
buffer (void)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view_find_type (form (), GTK_TYPE_TEXT_VIEW)));
}

static void
assert_text (const char *text)
{
  g_autofree char *found = NULL;

  g_object_get (buffer (), "text", &found, NULL);
  g_assert_cmpstr (found, ==, text);
}

static void
write_text (const char *text)
{
  gtk_text_buffer_set_text (buffer (), text, -1);
}

static void
select_part (ShopWindow *fixture,
             const char *label)
{
  GtkWidget *text = view_find_text (form (), label);
  GtkWidget *row;

  g_assert_nonnull (text);
  row = gtk_widget_get_ancestor (text, GTK_TYPE_LIST_BOX_ROW);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  shop_window_settle (fixture);
}

static void
select_language (ShopWindow *fixture,
                 guint       tongue)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (view_find_type (form (), GTK_TYPE_DROP_DOWN)), tongue);
  shop_window_settle (fixture);
}

static GtkWidget *
button (const char *text)
{
  GtkWidget *label = view_find_text (form (), text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

/* Whether the preview has these words somewhere. */
static gboolean
previews (const char *words)
{
  GtkWidget *field = view_find_field (form (), "Preview");
  g_autoptr (GtkWidget) child = NULL;
  GtkWidget *label;

  g_object_get (field, "child", &child, NULL);
  label = view_find_type (child, GTK_TYPE_LABEL);

  return strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL;
}

/* ---- the tests */

static void
test_preview (ShopWindow    *fixture,
              gconstpointer  unused)
{
  open_form (fixture);
  assert_text ("Halo Kak {name}! Kami dari {shop}.");
  g_assert_true (previews ("Halo Kak Siti Rahma!"));
  g_assert_true (GTK_IS_LIST_BOX_ROW (gtk_root_get_focus (GTK_ROOT (form ()))));
  g_signal_emit_by_name (form (), "activate-default"); /* Enter: on to the text, not saved */
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (form ()))));
  g_assert_false (gtk_widget_get_sensitive (button ("Use the Shipped Text")));

  write_text ("Selamat pagi, {name}");
  g_assert_true (previews ("Selamat pagi, Siti Rahma\n"));
  g_assert_false (previews ("Halo Kak"));
  g_assert_nonnull (view_find_text (form (), "Your own text"));

  g_signal_emit_by_name (button ("{hours}"), "clicked");
  assert_text ("Selamat pagi, {name}{hours}");
  g_assert_true (previews ("Siti Rahma08:00–17:00"));

  g_signal_emit_by_name (button ("Use the Shipped Text"), "clicked");
  assert_text ("Halo Kak {name}! Kami dari {shop}.");
  g_assert_null (view_find_text (form (), "Your own text"));
  gtk_text_buffer_undo (buffer ());
  assert_text ("Selamat pagi, {name}{hours}");

  select_part (fixture, "Has to wait");
  g_assert_true (previews ("stoknya habis"));
  g_assert_true (previews ("Teh Melati 100 g"));
  g_assert_true (previews ("Kami perkirakan sudah datang"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_ancestor (
                                 view_find_text (form (), "While no day is known"),
                                 GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_false (previews ("Kami perkirakan sudah datang"));
  g_assert_true (previews ("Belum ada kepastian kapan datang."));

  select_language (fixture, 0);
  g_assert_true (previews ("We are sorry, this is out of stock"));
  g_assert_null (view_find_text (form (), "Your own text"));
  select_language (fixture, 1);
  select_part (fixture, "Greeting");
  assert_text ("Selamat pagi, {name}{hours}");
}

static void
test_saved (ShopWindow    *fixture,
            gconstpointer  unused)
{
  open_form (fixture);
  write_text (" Selamat pagi, {name}!\n");
  select_part (fixture, "Closing words");
  write_text ("");
  select_language (fixture, 0);
  write_text ("See you soon.");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – 3 texts of the messages");
  assert_own (fixture, "id", "greeting: Selamat pagi, {name}!;closing: ;");
  assert_own (fixture, "en", "closing: See you soon.;");

  open_form (fixture);
  assert_text ("Selamat pagi, {name}!");
  g_assert_cmpuint (view_count_text (form (), "Your own text"), ==, 2);
  g_signal_emit_by_name (button ("Use the Shipped Text"), "clicked");
  shop_window_save (fixture, form ());
  g_assert_cmpstr (shop_window_bar (fixture), ==, "Saved – the text of “Greeting”");
  assert_own (fixture, "id", "closing: ;");

  shop_window_undo (fixture);
  assert_own (fixture, "id", "greeting: Selamat pagi, {name}!;closing: ;");
  shop_window_undo (fixture);
  assert_own (fixture, "id", "");
  assert_own (fixture, "en", "");

  open_form (fixture);
  shop_window_save (fixture, form ()); /* nothing is different: nothing is done */
  g_assert_null (form ());
}

/* What the core says of a text that cannot be used. */
static char *
dup_problem (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sedia_template_check (text, &error));

  return g_strdup (error->message);
}

static void
test_refused (ShopWindow    *fixture,
              gconstpointer  unused)
{
  g_autofree char *lonely = dup_problem ("Halo {name");
  g_autofree char *unknown = dup_problem ("Halo {nama}");

  open_form (fixture);
  write_text ("Halo {name");
  g_assert_nonnull (view_find_text (form (), lonely));
  g_assert_nonnull (view_find_text (form (), "Cannot be used yet"));

  /* It is found again, whatever is looked at. */
  select_language (fixture, 0);
  select_part (fixture, "Closing words");
  g_assert_null (view_find_text (form (), lonely));
  shop_window_save (fixture, form ());
  g_assert_nonnull (form ());
  assert_text ("Halo {name");
  g_assert_nonnull (view_find_text (form (), lonely));
  assert_own (fixture, "id", "");

  write_text ("Halo {nama}");
  shop_window_save (fixture, form ());
  g_assert_nonnull (view_find_text (form (), unknown));
  write_text ("Halo {name}");
  shop_window_save (fixture, form ());
  g_assert_null (form ());
  assert_own (fixture, "id", "greeting: Halo {name};");
}

static void
test_closed (ShopWindow    *fixture,
             gconstpointer  unused)
{
  open_form (fixture);
  write_text ("Halo");
  select_part (fixture, "Closing words");
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (fixture);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_CANCEL);
  g_assert_nonnull (form ());
  select_part (fixture, "Greeting");
  assert_text ("Halo");
  gtk_window_close (GTK_WINDOW (form ()));
  shop_window_settle (fixture);
  view_answer (view_find_window (GTK_TYPE_MESSAGE_DIALOG), GTK_RESPONSE_ACCEPT);
  shop_window_settle (fixture);
  g_assert_null (form ());
  assert_own (fixture, "id", "");
}

/* Every part is in its own preview, in both languages, with the shipped words. */
static void
test_parts (ShopWindow    *fixture,
            gconstpointer  unused)
{
  open_form (fixture);
  for (guint tongue = 0; tongue < SEDIA_N_TONGUES; tongue++)
    for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
      {
        const SediaMessagePart part = (SediaMessagePart) i;

        select_language (fixture, tongue);
        select_part (fixture, sedia_message_part_label (part));
        assert_text (sedia_words_shipped (tongue, part));
        write_text ("Mark of this part.");
        g_assert_true (previews ("Mark of this part."));
      }
}

int
main (int    argc,
      char **argv)
{
  view_test_init (&argc, &argv);

#define ADD(name, func) \
  g_test_add ("/templates/" name, ShopWindow, NULL, fixture_open, func, fixture_close)
  ADD ("preview", test_preview);
  ADD ("saved", test_saved);
  ADD ("refused", test_refused);
  ADD ("closed", test_closed);
  ADD ("parts", test_parts);
#undef ADD

  return g_test_run ();
}
