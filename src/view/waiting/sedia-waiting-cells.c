/* What the cells of the waiting list say: closures for ui/rows/waiting-*.ui.
 *
 * A row is a line or the heading of a group, so most cells look at the whole record; the revision
 * they are given with the row is only there to make GTK ask again. Records are NULL until they are
 * read. A text is never NULL: the accessibility bridge of GTK 4.8 would count its letters all the
 * same.
 */
#include "config.h"

#include "sedia-waiting-cells.h"

#include "sedia-format.h"
#include "sedia-waiting-row.h"

#include <glib/gi18n.h>

static const SediaWaiting *
record_of (SediaWaitingRow *row)
{
  return row != NULL ? sedia_waiting_row_get_record (row) : NULL;
}

static const SediaOrderLine *
line_of (SediaWaitingRow *row)
{
  const SediaWaiting *record = record_of (row);

  return record != NULL ? record->line : NULL;
}

static char **
classes (SediaWaitingRow *row,
         const char      *always,
         const char      *sometimes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, "cell");
  g_strv_builder_add (builder, always);
  if (sometimes != NULL)
    g_strv_builder_add (builder, sometimes);
  if (row != NULL && sedia_waiting_row_is_heading (row))
    g_strv_builder_add (builder, "group");

  return g_strv_builder_end (builder);
}

static char **
waiting_classes (gpointer         self,
                 SediaWaitingRow *row,
                 guint            revision)
{
  return classes (row, "text", NULL);
}

static char **
waiting_number_classes (gpointer         self,
                        SediaWaitingRow *row,
                        guint            revision)
{
  return classes (row, "numeric", NULL);
}

static char **
waiting_due_classes (gpointer         self,
                     SediaWaitingRow *row,
                     guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  return classes (row, "text",
                  line != NULL && sedia_format_is_late (line->need_by) ? "late" : NULL);
}

static char **
waiting_told_classes (gpointer         self,
                      SediaWaitingRow *row,
                      guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  return classes (row, "pill", line != NULL && line->told == SEDIA_TOLD_YES ? "told" : NULL);
}

/* ---- the place: a number, or why there is none */

static char *
waiting_place (gpointer         self,
               SediaWaitingRow *row,
               guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  if (line == NULL || line->queue_position == 0 || line->held)
    return g_strdup ("");

  return g_strdup_printf ("%u", line->queue_position);
}

static char *
waiting_icon (gpointer         self,
              SediaWaitingRow *row,
              guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  if (line == NULL)
    return NULL;
  if (sedia_order_line_open (line) == 0)
    return g_strdup ("object-select-symbolic");
  if (sedia_order_line_waiting (line) == 0)
    return g_strdup ("sedia-ready-symbolic");

  return g_strdup (line->held ? "sedia-held-symbolic" : NULL);
}

static char *
waiting_icon_tip (gpointer         self,
                  SediaWaitingRow *row,
                  guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  if (line == NULL)
    return NULL;
  if (sedia_order_line_open (line) == 0)
    return g_strdup (_("Nothing of it is open any more"));
  if (sedia_order_line_waiting (line) == 0)
    return g_strdup (_("Ready to hand over"));
  if (line->held)
    return g_strdup (_("Held: arriving stock passes it by until it is reserved again"));

  return g_strdup_printf (_("Place %u in the queue of this product"), line->queue_position);
}

/* ---- names */

static char *
text_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static char *
waiting_customer (gpointer         self,
                  SediaWaitingRow *row,
                  guint            revision)
{
  const SediaWaiting *record = record_of (row);

  if (record == NULL)
    return g_strdup ("");

  return text_or_empty (record->line != NULL ? record->line->customer : record->heading);
}

/* The customer column is not shown in groups by customer, so their names stand here. */
static char *
waiting_product (gpointer         self,
                 SediaWaitingRow *row,
                 guint            revision)
{
  const SediaWaiting *record = record_of (row);

  if (record == NULL)
    return g_strdup ("");
  if (record->line != NULL)
    return text_or_empty (record->line->product);

  return text_or_empty (record->customer_id != 0 ? record->heading : record->heading_detail);
}

/* ---- numbers */

static gboolean
has_numbers (const SediaWaiting *record)
{
  return record != NULL && (record->line != NULL || record->product_id != 0);
}

static char *
waiting_open (gpointer         self,
              SediaWaitingRow *row,
              guint            revision)
{
  const SediaWaiting *record = record_of (row);
  const SediaOrderLine *line = line_of (row);

  if (!has_numbers (record))
    return g_strdup ("");
  if (line != NULL)
    return sedia_format_amount_markup (sedia_order_line_open (line), line->decimals, line->unit);

  return sedia_format_amount_markup (record->open, record->decimals, record->unit);
}

static char *
waiting_reserved (gpointer         self,
                  SediaWaitingRow *row,
                  guint            revision)
{
  const SediaWaiting *record = record_of (row);
  const SediaOrderLine *line = line_of (row);

  if (!has_numbers (record))
    return g_strdup ("");

  return sedia_format_amount_markup (line != NULL ? line->reserved : record->reserved,
                                     line != NULL ? line->decimals : record->decimals, NULL);
}

static char *
waiting_waiting (gpointer         self,
                 SediaWaitingRow *row,
                 guint            revision)
{
  const SediaWaiting *record = record_of (row);
  const SediaOrderLine *line = line_of (row);

  if (!has_numbers (record))
    return g_strdup ("");

  return sedia_format_amount_markup (line != NULL ? sedia_order_line_waiting (line)
                                                  : record->waiting,
                                     line != NULL ? line->decimals : record->decimals, NULL);
}

/* ---- told */

static char *
waiting_told_label (gpointer         self,
                    SediaWaitingRow *row,
                    guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  return line != NULL ? g_strdup (sedia_format_told_label (line->told)) : g_strdup ("");
}

static char *
waiting_told_icon (gpointer         self,
                   SediaWaitingRow *row,
                   guint            revision)
{
  const SediaOrderLine *line = line_of (row);

  return line != NULL ? g_strdup (sedia_format_told_icon (line->told)) : NULL;
}

static char *
waiting_told_tip (gpointer         self,
                  SediaWaitingRow *row,
                  guint            revision)
{
  const SediaOrderLine *line = line_of (row);
  g_autofree char *when = NULL;

  if (line == NULL || line->told_at == 0)
    return NULL;

  when = sedia_format_time_full (line->told_at);
  return g_strdup_printf (_("Last contact: %s"), when);
}

/**
 * sedia_waiting_cells_bind:
 * @widget_class: class of a widget whose template shows waiting rows, in its class_init
 */
void
sedia_waiting_cells_bind (GtkWidgetClass *widget_class)
{
  sedia_format_bind_closures (widget_class);

  gtk_widget_class_bind_template_callback (widget_class, waiting_classes);
  gtk_widget_class_bind_template_callback (widget_class, waiting_customer);
  gtk_widget_class_bind_template_callback (widget_class, waiting_due_classes);
  gtk_widget_class_bind_template_callback (widget_class, waiting_icon);
  gtk_widget_class_bind_template_callback (widget_class, waiting_icon_tip);
  gtk_widget_class_bind_template_callback (widget_class, waiting_number_classes);
  gtk_widget_class_bind_template_callback (widget_class, waiting_open);
  gtk_widget_class_bind_template_callback (widget_class, waiting_place);
  gtk_widget_class_bind_template_callback (widget_class, waiting_product);
  gtk_widget_class_bind_template_callback (widget_class, waiting_reserved);
  gtk_widget_class_bind_template_callback (widget_class, waiting_told_classes);
  gtk_widget_class_bind_template_callback (widget_class, waiting_told_icon);
  gtk_widget_class_bind_template_callback (widget_class, waiting_told_label);
  gtk_widget_class_bind_template_callback (widget_class, waiting_told_tip);
  gtk_widget_class_bind_template_callback (widget_class, waiting_waiting);
}
