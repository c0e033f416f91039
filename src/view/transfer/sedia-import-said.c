/* What is said of an import, and what was found: see sedia-import-said.h.
 *
 * Each choice of how the file is written begins with what was found. As long as that is chosen, it
 * follows the file.
 */
#include "config.h"

#include "sedia-import-said.h"

#include "sedia-accessible.h"
#include "sedia-import-words.h"
#include "sedia-template.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SediaImportSaid
{
  GtkWidget parent_instance;

  SediaImportSession *session;
  gboolean is_updating; /* not the user, but we choose */

  GtkDropDown *kind;
  GtkButton *file;
  GtkButton *lines;
  GtkWidget *lines_field;
  GtkDropDown *encoding;
  GtkDropDown *delimiter;
  GtkDropDown *decimal;
  GtkDropDown *dates;
  GtkWidget *decimal_field;
  GtkWidget *dates_field;
  GtkWidget *stock;
  GtkCheckButton *set;
  GtkCheckButton *add;
  GtkLabel *consequence;
};

/* In the order of the choices, after what was found. */
static const char *const encodings[] = { "UTF-8", "WINDOWS-1252", "UTF-16LE", "UTF-16BE", "CP850" };
static const char delimiters[] = { ',', ';', '\t', '|' };
static const char decimals[] = { '.', ',' };
static const int day_firsts[] = { 1, 0 };

G_DEFINE_FINAL_TYPE (SediaImportSaid, sedia_import_said, GTK_TYPE_WIDGET)

/* ---- what is chosen */

static void
kind_cb (SediaImportSaid *self)
{
  if (!self->is_updating)
    sedia_import_session_set_kind (self->session,
                                   (SediaTransferKind) gtk_drop_down_get_selected (self->kind));
}

static void
encoding_cb (SediaImportSaid *self)
{
  const guint selected = gtk_drop_down_get_selected (self->encoding);

  if (!self->is_updating)
    sedia_import_session_set_encoding (self->session,
                                       selected > 0 ? encodings[selected - 1] : NULL);
}

static void
delimiter_cb (SediaImportSaid *self)
{
  const guint selected = gtk_drop_down_get_selected (self->delimiter);

  if (!self->is_updating)
    sedia_import_session_set_delimiter (self->session,
                                        selected > 0 ? delimiters[selected - 1] : '\0');
}

static void
decimal_cb (SediaImportSaid *self)
{
  const guint selected = gtk_drop_down_get_selected (self->decimal);

  if (!self->is_updating)
    sedia_import_session_set_decimal (self->session, selected > 0 ? decimals[selected - 1] : '\0');
}

static void
dates_cb (SediaImportSaid *self)
{
  const guint selected = gtk_drop_down_get_selected (self->dates);

  if (!self->is_updating)
    sedia_import_session_set_day_first (self->session,
                                        selected > 0 ? day_firsts[selected - 1] : -1);
}

static void
stock_cb (SediaImportSaid *self)
{
  if (!self->is_updating)
    sedia_import_session_set_add (self->session, gtk_check_button_get_active (self->add));
}

/* ---- what was found */

static void
set_found (GtkDropDown *choice,
           const char  *text,
           guint        selected)
{
  GtkStringList *items = GTK_STRING_LIST (gtk_drop_down_get_model (choice));

  if (g_strcmp0 (gtk_string_list_get_string (items, 0), text) != 0)
    gtk_string_list_splice (items, 0, 1, (const char *const[]) { text, NULL });
  if (gtk_drop_down_get_selected (choice) != selected)
    gtk_drop_down_set_selected (choice, selected);
}

static char *
dup_found (const char *what)
{
  /* Translators: what was found out about a file, such as “Found: UTF-8” */
  return what != NULL ? g_strdup_printf (_("Found: %s"), what) : g_strdup (_("Find out"));
}

/* The sheet that tells how the files are written: both come from one program. */
static SediaImportSheet *
any_sheet (SediaImportSaid *self)
{
  SediaImportSheet *sheet = sedia_import_session_get_sheet (self->session, 0);

  return sheet != NULL ? sheet : sedia_import_session_get_sheet (self->session, 1);
}

static void
update_encoding (SediaImportSaid          *self,
                 const SediaImportOptions *options)
{
  SediaImportSheet *sheet = any_sheet (self);
  const char *found = NULL;
  g_autofree char *text = NULL;
  guint selected = 0;

  if (sheet != NULL && options->encoding == NULL)
    found = sedia_import_encoding_label (
      sedia_import_look_get_encoding (sedia_import_sheet_get_look (sheet)));
  for (guint i = 0; options->encoding != NULL && i < G_N_ELEMENTS (encodings); i++)
    if (g_str_equal (encodings[i], options->encoding))
      selected = i + 1;

  text = dup_found (found);
  set_found (self->encoding, text, selected);
}

static void
update_delimiter (SediaImportSaid          *self,
                  const SediaImportOptions *options)
{
  SediaImportSheet *sheet = any_sheet (self);
  const char *found = NULL;
  g_autofree char *text = NULL;
  guint selected = 0;

  if (sheet != NULL && options->delimiter == '\0')
    found = sedia_import_delimiter_label (
      sedia_import_look_get_delimiter (sedia_import_sheet_get_look (sheet)));
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (delimiters[i] == options->delimiter)
      selected = i + 1;

  text = dup_found (found);
  set_found (self->delimiter, text, selected);
}

/* Over all columns of both files: what the first that shows it uses. */
typedef struct
{
  gboolean is_unclear_number;
  gboolean is_unclear_date;
  char decimal;
  int day_first; /* -1 for not seen */
} Written;

static void
add_form (Written         *written,
          SediaField       field,
          SediaImportForm  form)
{
  const gboolean is_date = field == SEDIA_FIELD_PLACED || field == SEDIA_FIELD_NEED_BY ||
                           field == SEDIA_FIELD_SHIPPED;

  written->is_unclear_date |= form.is_unclear && is_date;
  written->is_unclear_number |= form.is_unclear && !is_date;
  if (written->decimal == '\0' && form.mark == SEDIA_MARK_COMMA)
    written->decimal = ',';
  if (written->decimal == '\0' && form.mark == SEDIA_MARK_POINT)
    written->decimal = '.';
  if (written->day_first < 0 && form.order == SEDIA_DATE_DMY)
    written->day_first = 1;
  if (written->day_first < 0 && form.order == SEDIA_DATE_MDY)
    written->day_first = 0;
}

static Written
find_written (SediaImportSaid *self)
{
  Written written = { .day_first = -1 };

  for (guint file = 0; file < SEDIA_IMPORT_FILES; file++)
    {
      SediaImportSheet *sheet = sedia_import_session_get_sheet (self->session, file);
      const SediaColumns *columns;

      if (sheet == NULL)
        continue;

      columns = sedia_import_sheet_get_columns (sheet);
      for (guint i = 0; i < columns->n_columns; i++)
        if (columns->fields[i] != SEDIA_FIELD_NONE)
          add_form (&written, columns->fields[i], sedia_import_sheet_get_form (sheet, i));
    }

  return written;
}

static void
update_numbers (SediaImportSaid          *self,
                const SediaImportOptions *options,
                const Written            *written)
{
  g_autofree char *text = NULL;

  if (options->decimal != '\0')
    text = dup_found (NULL);
  else if (written->is_unclear_number)
    text = g_strdup (_("Not clear: choose"));
  else
    text = dup_found (written->decimal != '\0' ? sedia_import_decimal_label (written->decimal)
                                               : C_("numbers", "whole numbers"));

  set_found (self->decimal, text, options->decimal == '\0' ? 0 : options->decimal == '.' ? 1 : 2);
}

static void
update_dates (SediaImportSaid          *self,
              const SediaImportOptions *options,
              const Written            *written)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->dates_field, options->kind == SEDIA_TRANSFER_ORDERS ||
                                               options->kind == SEDIA_TRANSFER_SALES);
  if (options->day_first >= 0)
    text = dup_found (NULL);
  else if (written->is_unclear_date)
    text = g_strdup (_("Not clear: choose"));
  else
    text = dup_found (written->day_first >= 0 ? sedia_import_day_first_label (written->day_first)
                                              : C_("dates", "2026-12-31, year first"));

  set_found (self->dates, text, options->day_first < 0 ? 0 : options->day_first > 0 ? 1 : 2);
}

static void
update_file (GtkButton  *button,
             const char *path,
             const char *nothing)
{
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *full = path != NULL ? g_filename_display_name (path) : NULL;
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (button));

  gtk_label_set_label (GTK_LABEL (label), name != NULL ? name : nothing);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), full);
}

/* The two ways, and what the chosen one means. */
static void
show_ways (SediaImportSaid *self,
           const char      *set,
           const char      *add,
           const char      *consequence)
{
  gtk_check_button_set_label (self->set, set);
  gtk_check_button_set_label (self->add, add);
  sedia_accessible_drop_underlines (self->stock);
  gtk_label_set_label (self->consequence, consequence);
}

static gboolean
has_stock (SediaImportSaid *self)
{
  SediaImportSheet *sheet = sedia_import_session_get_sheet (self->session, 0);

  return sheet != NULL && sedia_columns_has (sedia_import_sheet_get_columns (sheet),
                                             SEDIA_FIELD_ON_HAND);
}

/* Whether rows of a file of sales are here already is asked when there are some. */
static gboolean
update_sales (SediaImportSaid          *self,
              const SediaImportOptions *options)
{
  const SediaImportReport *report = sedia_import_session_get_report (self->session);

  show_ways (self, _("_Only what is not here yet"), _("_All of them"),
             options->add ? _("Importing it twice counts it twice.")
                          : _("Importing it twice changes nothing more."));
  return options->add || (report != NULL && report->unchanged > 0);
}

static gboolean
update_stock (SediaImportSaid          *self,
              const SediaImportOptions *options)
{
  show_ways (self, _("Set the s_tock"), _("_Add to the stock"),
             options->add ? _("As after a delivery: importing it twice adds it twice.")
                          : _("As after a count: importing it twice changes nothing more."));
  return has_stock (self);
}

static void
update_ways (SediaImportSaid          *self,
             const SediaImportOptions *options)
{
  gboolean has_ways = FALSE;

  if (options->kind == SEDIA_TRANSFER_PRODUCTS)
    has_ways = update_stock (self, options);
  else if (options->kind == SEDIA_TRANSFER_SALES)
    has_ways = update_sales (self, options);

  gtk_widget_set_visible (self->stock, has_ways);
  gtk_check_button_set_active (options->add ? self->add : self->set, TRUE);
}

/* ---- the widget */

static void
sedia_import_said_dispose (GObject *object)
{
  SediaImportSaid *self = SEDIA_IMPORT_SAID (object);

  g_clear_object (&self->session);
  sedia_template_dispose (GTK_WIDGET (self), SEDIA_TYPE_IMPORT_SAID);

  G_OBJECT_CLASS (sedia_import_said_parent_class)->dispose (object);
}

static void
sedia_import_said_class_init (SediaImportSaidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sedia_import_said_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/sedia/Sedia/ui/import-said.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, SediaImportSaid, child)
  BIND (kind);
  BIND (file);
  BIND (lines);
  BIND (lines_field);
  BIND (encoding);
  BIND (delimiter);
  BIND (decimal);
  BIND (dates);
  BIND (decimal_field);
  BIND (dates_field);
  BIND (stock);
  BIND (set);
  BIND (add);
  BIND (consequence);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, encoding_cb);
  gtk_widget_class_bind_template_callback (widget_class, delimiter_cb);
  gtk_widget_class_bind_template_callback (widget_class, decimal_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_cb);
  gtk_widget_class_bind_template_callback (widget_class, stock_cb);
}

static void
add_choice (GtkDropDown *choice,
            const char  *label)
{
  gtk_string_list_append (GTK_STRING_LIST (gtk_drop_down_get_model (choice)), label);
}

/* The first one says what was found, as soon as that is known. */
static void
add_choices (SediaImportSaid *self)
{
  GtkDropDown *const found[] = { self->encoding, self->delimiter, self->decimal, self->dates };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    add_choice (found[i], "");
  for (int kind = SEDIA_TRANSFER_PRODUCTS; kind < SEDIA_N_TRANSFER_KINDS; kind++)
    add_choice (self->kind, sedia_import_kind_label ((SediaTransferKind) kind));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    add_choice (self->encoding, sedia_import_encoding_label (encodings[i]));
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    add_choice (self->delimiter, sedia_import_delimiter_label (delimiters[i]));
  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    add_choice (self->decimal, sedia_import_decimal_label (decimals[i]));
  for (guint i = 0; i < G_N_ELEMENTS (day_firsts); i++)
    add_choice (self->dates, sedia_import_day_first_label (day_firsts[i]));
}

static void
sedia_import_said_init (SediaImportSaid *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_choices (self);
  self->is_updating = FALSE;

  sedia_accessible_name_inner (GTK_WIDGET (self->kind), _("What the file has"));
  sedia_accessible_name_inner (GTK_WIDGET (self->encoding), _("How the file is encoded"));
  sedia_accessible_name_inner (GTK_WIDGET (self->delimiter), _("What parts the columns"));
  sedia_accessible_name_inner (GTK_WIDGET (self->decimal), _("How numbers are written"));
  sedia_accessible_name_inner (GTK_WIDGET (self->dates), _("How dates are written"));
}

/**
 * sedia_import_said_new:
 *
 * Returns: (transfer floating): choices of no import yet
 */
GtkWidget *
sedia_import_said_new (void)
{
  return g_object_new (SEDIA_TYPE_IMPORT_SAID, NULL);
}

/**
 * sedia_import_said_set_session:
 * @self: the choices
 * @session: the import they speak of
 */
void
sedia_import_said_set_session (SediaImportSaid    *self,
                               SediaImportSession *session)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SAID (self));
  g_return_if_fail (SEDIA_IS_IMPORT_SESSION (session));

  g_set_object (&self->session, session);
  sedia_import_said_update (self);
}

/**
 * sedia_import_said_update: Shows what is said and found by now.
 */
void
sedia_import_said_update (SediaImportSaid *self)
{
  const SediaImportOptions *options;
  Written written;

  g_return_if_fail (SEDIA_IS_IMPORT_SAID (self) && self->session != NULL);

  options = sedia_import_session_get_options (self->session);
  written = find_written (self);

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (self->kind, options->kind);
  gtk_widget_set_visible (self->lines_field, options->kind == SEDIA_TRANSFER_ORDERS);
  update_file (self->file, options->path, _("Choose…"));
  update_file (self->lines, options->lines_path, C_("file", "None"));
  update_encoding (self, options);
  update_delimiter (self, options);
  update_numbers (self, options, &written);
  update_dates (self, options, &written);
  update_ways (self, options);
  self->is_updating = FALSE;
}

/**
 * sedia_import_said_focus: Puts the keyboard on the first choice.
 */
void
sedia_import_said_focus (SediaImportSaid *self)
{
  g_return_if_fail (SEDIA_IS_IMPORT_SAID (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
}
