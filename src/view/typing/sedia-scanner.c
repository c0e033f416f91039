/* Bursts of keys: held back, and told as one.
 *
 *   QUIET --key--> ONE --key within the gap--> HOLDING --end key, or no key for a while--> QUIET
 *                   |                             |
 *                   +--key after the gap: ONE     +--> too short: typed; else: `burst`
 *
 * The first key goes where the keyboard is, and is taken out again when others follow. Not while
 * somebody still holds a burst and looks for what it means: the answer may change the very field,
 * such as one more of what was scanned in its quantity. Then the first key waits, too.
 */
#include "config.h"

#include "sedia-scanner.h"

#include "sedia-text-place.h"

#include <gtk/gtk.h>
#include <string.h>

#define GAP_MS 35       /* between two keys of a scanner, at most; people need thrice as long */
#define END_MS 100      /* without a key: it is over; a busy computer delays a key that long */
#define MIN_CHARS 3     /* fewer than these are two fingers on the keyboard */

/* A field as it was before the burst's first character reached it. */
struct _SediaBurst
{
  grefcount ref_count;
  GString *text;
  char *code;             /* the text without the scanner's own marks, NULL until it is over */
  guint end_key;          /* Return, Tab or 0 */
  gboolean is_held;       /* the first character, too */
  GWeakRef scanner;       /* that told of it; nobody yet: NULL */
  GWeakRef widget;        /* what had the focus */
  gboolean is_text;
  char *before;
  int cursor;
  int bound;
};

struct _SediaScanner
{
  GObject parent_instance;

  GtkWidget *widget;             /* not owned: it owns the controller */
  GtkEventController *controller;
  SediaBurst *burst;     /* NULL while quiet */
  guint n_unanswered;    /* bursts that somebody still looks into */
  guint32 last_time;
  guint end_source;
};

enum
{
  BURST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What the shop's scanner is set up to send before and after each code; all windows share it. */
static char *mark_before = NULL;
static char *mark_after = NULL;

G_DEFINE_BOXED_TYPE (SediaBurst, sedia_burst, sedia_burst_ref,
                     sedia_burst_unref)

G_DEFINE_FINAL_TYPE (SediaScanner, sedia_scanner, G_TYPE_OBJECT)

/* ---- bursts */

static void
burst_aim_at (SediaBurst *self,
              GtkWidget  *focus)
{
  g_weak_ref_set (&self->widget, focus);
  self->is_text = focus != NULL && sedia_text_place_is (focus);
}

static SediaBurst *
burst_new (GtkWidget *focus)
{
  SediaBurst *self = g_new0 (SediaBurst, 1);

  g_ref_count_init (&self->ref_count);
  self->text = g_string_new (NULL);
  g_weak_ref_init (&self->widget, NULL);
  g_weak_ref_init (&self->scanner, NULL);
  burst_aim_at (self, focus);

  if (self->is_text)
    {
      self->before = sedia_text_place_dup_text (focus);
      sedia_text_place_get_selection (focus, &self->cursor, &self->bound);
    }

  return self;
}

/* Takes the first character, or all that was typed into the field since, out of it again. */
static void
burst_take_back (SediaBurst *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget == NULL || !self->is_text || self->is_held)
    return;

  sedia_text_place_restore (widget, self->before, self->cursor, self->bound);
}

/* Types the held characters from byte @from on as if they had just come. */
static void
burst_type_from (SediaBurst *self,
                 gsize       from)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);

  if (widget != NULL && self->is_text && from < self->text->len)
    sedia_text_place_insert (widget, self->text->str + from);
}

static void
burst_press_end_key (SediaBurst *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  if (root == NULL || self->end_key == 0)
    return;

  if (self->end_key == GDK_KEY_Tab)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  else if (GTK_IS_TEXT_VIEW (widget))
    sedia_text_place_insert (widget, "\n");
  else if (GTK_IS_TEXT (widget))
    g_signal_emit_by_name (widget, "activate"); /* gtk_widget_activate() knows none of a text */
  else
    gtk_widget_activate (widget);
}

/**
 * sedia_burst_ref:
 * @self: a burst
 *
 * Returns: (transfer full): @self
 */
SediaBurst *
sedia_burst_ref (SediaBurst *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * sedia_burst_unref:
 * @self: (transfer full): a burst
 *
 * Drops a reference.
 */
void
sedia_burst_unref (SediaBurst *self)
{
  g_autoptr (SediaScanner) scanner = NULL;

  if (!g_ref_count_dec (&self->ref_count))
    return;

  scanner = g_weak_ref_get (&self->scanner);
  if (scanner != NULL)
    scanner->n_unanswered--;

  g_string_free (self->text, TRUE);
  g_free (self->code);
  g_weak_ref_clear (&self->widget);
  g_weak_ref_clear (&self->scanner);
  g_free (self->before);
  g_free (self);
}

/**
 * sedia_burst_get_text:
 * @self: a burst
 *
 * Returns: what the keys spell, without the Enter or Tab at the end, and without the marks that
 *   the scanner adds
 */
const char *
sedia_burst_get_text (SediaBurst *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code != NULL ? self->code : self->text->str;
}

/**
 * sedia_burst_is_in:
 * @self: a burst
 * @widget: a widget
 *
 * Returns: whether the focus was in @widget when the burst came
 */
gboolean
sedia_burst_is_in (SediaBurst *self,
                   GtkWidget  *widget)
{
  g_autoptr (GtkWidget) focus = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  focus = g_weak_ref_get (&self->widget);
  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/**
 * sedia_burst_is_text: Whether the focus was where text is typed when the burst came.
 */
gboolean
sedia_burst_is_text (SediaBurst *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_text;
}

/**
 * sedia_burst_has_end_key: Whether Enter or Tab came with it, as most scanners send.
 */
gboolean
sedia_burst_has_end_key (SediaBurst *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->end_key != 0;
}

/**
 * sedia_burst_type:
 * @self: a burst
 *
 * It was no scan: types it where the focus was, with the Enter or Tab that ended it.
 */
void
sedia_burst_type (SediaBurst *self)
{
  g_return_if_fail (self != NULL);

  burst_type_from (self, 0);
  burst_press_end_key (self);
}

/* ---- the scanner */

static GtkWidget *
focus_of (SediaScanner *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
begin (SediaScanner *self,
       gunichar      c)
{
  g_clear_pointer (&self->burst, sedia_burst_unref);
  self->burst = burst_new (focus_of (self));
  self->burst->is_held = self->n_unanswered > 0;
  g_string_append_unichar (self->burst->text, c);
}

/* Few keys are typed as if they had just come; the first is in the field already, unless it was
 * held back: then they go where the answer has put the keyboard.
 */
static void
type_few (SediaScanner *self,
          SediaBurst   *burst)
{
  const char *text = burst->text->str;

  if (burst->is_held)
    burst_aim_at (burst, focus_of (self));
  burst_type_from (burst, burst->is_held ? 0 : (gsize) (g_utf8_next_char (text) - text));
}

/* A code alone: marks that are not there were not meant. */
static char *
dup_code (const char *text)
{
  const char *start = text;
  gsize length;

  if (mark_before != NULL && g_str_has_prefix (start, mark_before))
    start += strlen (mark_before);
  length = strlen (start);
  if (mark_after != NULL && g_str_has_suffix (start, mark_after))
    length -= strlen (mark_after);

  return length > 0 ? g_strndup (start, length) : g_strdup (text);
}

/* The burst is over. @end_key: what ended it; returns whether that key belongs to it. */
static gboolean
finish (SediaScanner *self,
        guint         end_key)
{
  g_autoptr (SediaBurst) burst = g_steal_pointer (&self->burst);

  g_clear_handle_id (&self->end_source, g_source_remove);
  if (burst == NULL)
    return FALSE;

  if (g_utf8_strlen (burst->text->str, -1) < MIN_CHARS)
    {
      type_few (self, burst);
      return FALSE;
    }

  burst->end_key = end_key;
  burst_take_back (burst);
  burst->code = dup_code (burst->text->str);
  g_weak_ref_set (&burst->scanner, self);
  self->n_unanswered++;
  g_signal_emit (self, signals[BURST], 0, burst);

  return end_key != 0;
}

static guint
end_key_of (guint keyval)
{
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
    return GDK_KEY_Return;

  return keyval == GDK_KEY_Tab ? GDK_KEY_Tab : 0;
}

/* Whether so many keys came at once that no person types them: then a late one still belongs to
 * them.
 */
static gboolean
is_scan (SediaScanner *self)
{
  return self->burst != NULL && g_utf8_strlen (self->burst->text->str, -1) >= MIN_CHARS;
}

static gboolean
end_cb (gpointer data)
{
  SediaScanner *self = SEDIA_SCANNER (data);

  /* Where few keys belong the answer tells. */
  if (self->n_unanswered > 0 && !is_scan (self))
    return G_SOURCE_CONTINUE;

  self->end_source = 0;
  finish (self, 0);

  return G_SOURCE_REMOVE;
}

static void
wait_for_end (SediaScanner *self)
{
  g_clear_handle_id (&self->end_source, g_source_remove);
  self->end_source = g_timeout_add (END_MS, end_cb, self);
}

static gboolean
is_modifier_key (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         keyval == GDK_KEY_ISO_Level3_Shift || keyval == GDK_KEY_Num_Lock;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               data)
{
  guint32 time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));

  return sedia_scanner_feed (SEDIA_SCANNER (data), keyval, state, time);
}

static void
sedia_scanner_dispose (GObject *object)
{
  SediaScanner *self = SEDIA_SCANNER (object);

  g_clear_handle_id (&self->end_source, g_source_remove);
  if (self->controller != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->controller, self);
      g_clear_object (&self->controller);
    }
  g_clear_pointer (&self->burst, sedia_burst_unref);

  G_OBJECT_CLASS (sedia_scanner_parent_class)->dispose (object);
}

static void
sedia_scanner_class_init (SediaScannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sedia_scanner_dispose;

  signals[BURST] = g_signal_new ("burst", SEDIA_TYPE_SCANNER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, SEDIA_TYPE_BURST);
}

static void
sedia_scanner_init (SediaScanner *self)
{
}

/**
 * sedia_scanner_new:
 * @widget: everything inside it is listened to
 *
 * Returns: (transfer full): a scanner; @widget's owner drops it in dispose
 */
SediaScanner *
sedia_scanner_new (GtkWidget *widget)
{
  SediaScanner *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (SEDIA_TYPE_SCANNER, NULL);
  self->widget = widget;
  self->controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->controller, GTK_PHASE_CAPTURE);
  g_signal_connect (self->controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, g_object_ref (self->controller));

  return self;
}

static void
set_mark (char       **mark,
          const char  *text)
{
  g_free (*mark);
  *mark = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * sedia_scanner_set_marks:
 * @before: (nullable): what the shop's scanner sends before each code
 * @after: (nullable): what it sends after it, but for Enter or Tab
 *
 * For all windows, from now on.
 */
void
sedia_scanner_set_marks (const char *before,
                         const char *after)
{
  set_mark (&mark_before, before);
  set_mark (&mark_after, after);
}

/**
 * sedia_scanner_set_listens:
 * @self: a scanner
 * @listens: whether keys are its business now; they are at first
 *
 * For a scanner that listens to a whole window, of which another page may be in front.
 */
void
sedia_scanner_set_listens (SediaScanner *self,
                           gboolean      listens)
{
  g_return_if_fail (SEDIA_IS_SCANNER (self));

  if (!listens)
    finish (self, 0);
  gtk_event_controller_set_propagation_phase (self->controller,
                                              listens ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
}

/**
 * sedia_scanner_feed:
 * @self: a scanner
 * @keyval: a key
 * @state: modifiers held
 * @time: when, in milliseconds
 *
 * One key press, before the focus sees it.
 *
 * Returns: whether the key is held back
 */
gboolean
sedia_scanner_feed (SediaScanner    *self,
                    guint            keyval,
                    GdkModifierType  state,
                    guint32          time)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  guint end_key = end_key_of (keyval);
  guint32 gap = end_key != 0 || is_scan (self) ? END_MS : GAP_MS;
  gboolean is_close;

  g_return_val_if_fail (SEDIA_IS_SCANNER (self), FALSE);

  if (is_modifier_key (keyval))
    return FALSE;

  is_close = self->burst != NULL && time - self->last_time <= gap;
  self->last_time = time;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    {
      finish (self, 0);
      return FALSE;
    }

  if (end_key != 0)
    return finish (self, is_close ? end_key : 0);

  if (!g_unichar_isprint (c))
    {
      finish (self, 0);
      return FALSE;
    }

  if (!is_close)
    {
      finish (self, 0);
      begin (self, c);
      if (self->burst->is_held)
        wait_for_end (self);
      return self->burst->is_held;
    }

  g_string_append_unichar (self->burst->text, c);
  wait_for_end (self);

  return TRUE;
}
