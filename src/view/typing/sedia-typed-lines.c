/* The lines of a document being typed: see sedia-typed-lines.h. */
#include "config.h"

#include "sedia-typed-lines.h"

#include <glib/gi18n.h>

struct _SediaTypedLines
{
  GObject parent_instance;

  GListStore *lines;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaTypedLines, sedia_typed_lines, G_TYPE_OBJECT)

static void
changed (SediaTypedLines *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sedia_typed_lines_finalize (GObject *object)
{
  g_clear_object (&SEDIA_TYPED_LINES (object)->lines);

  G_OBJECT_CLASS (sedia_typed_lines_parent_class)->finalize (object);
}

static void
sedia_typed_lines_class_init (SediaTypedLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_typed_lines_finalize;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_TYPED_LINES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_typed_lines_init (SediaTypedLines *self)
{
  self->lines = g_list_store_new (SEDIA_TYPE_TYPED_LINE);
}

/**
 * sedia_typed_lines_new:
 *
 * Returns: (transfer full): no lines yet
 */
SediaTypedLines *
sedia_typed_lines_new (void)
{
  return g_object_new (SEDIA_TYPE_TYPED_LINES, NULL);
}

/**
 * sedia_typed_lines_peek:
 * @self: the lines of a document
 * @position: a place in the list
 *
 * Returns: (transfer none): the line there
 */
SediaTypedLine *
sedia_typed_lines_peek (SediaTypedLines *self,
                        guint            position)
{
  g_autoptr (SediaTypedLine) line = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), NULL);

  line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  return line; /* the list keeps it */
}

/**
 * sedia_typed_lines_get_model:
 * @self: the lines of a document
 *
 * Returns: (transfer none): a list of #SediaTypedLine
 */
GListModel *
sedia_typed_lines_get_model (SediaTypedLines *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * sedia_typed_lines_get_n:
 * @self: the lines of a document
 *
 * Returns: how many lines there are
 */
guint
sedia_typed_lines_get_n (SediaTypedLines *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/**
 * sedia_typed_lines_add:
 * @self: the lines of a document
 * @line: a line
 *
 * Appends a line.
 *
 * Returns: its place in the list
 */
guint
sedia_typed_lines_add (SediaTypedLines *self,
                       SediaTypedLine  *line)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), G_MAXUINT);
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (line), G_MAXUINT);

  g_signal_connect_object (line, "notify::amount", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "notify::whom", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->lines, line);
  changed (self);

  return sedia_typed_lines_get_n (self) - 1;
}

/**
 * sedia_typed_lines_scan:
 * @self: the lines of a document
 * @product: (transfer full): whose code was scanned
 *
 * One more of it: on the line it has, or on a new one.
 *
 * Returns: the line's place in the list
 */
guint
sedia_typed_lines_scan (SediaTypedLines *self,
                        SediaProduct    *product)
{
  g_autoptr (SediaTypedLine) line = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), G_MAXUINT);
  g_return_val_if_fail (product != NULL, G_MAXUINT);

  for (guint i = sedia_typed_lines_get_n (self); i > 0; i--)
    {
      SediaTypedLine *known = sedia_typed_lines_peek (self, i - 1);
      const SediaProduct *its_product = sedia_typed_line_get_product (known);

      if (its_product != NULL && its_product->id == product->id &&
          sedia_typed_line_add_one (known))
        {
          sedia_product_free (product);
          return i - 1;
        }
    }

  line = sedia_typed_line_new (product, "1");
  return sedia_typed_lines_add (self, line);
}

/**
 * sedia_typed_lines_scan_unknown:
 * @self: the lines of a document
 * @code: what was scanned
 *
 * A code nobody knows gets a line too, so that the carton is not forgotten.
 *
 * Returns: the line's place in the list
 */
guint
sedia_typed_lines_scan_unknown (SediaTypedLines *self,
                                const char      *code)
{
  g_autoptr (SediaTypedLine) line = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), G_MAXUINT);
  g_return_val_if_fail (code != NULL, G_MAXUINT);

  for (guint i = 0; i < sedia_typed_lines_get_n (self); i++)
    {
      SediaTypedLine *known = sedia_typed_lines_peek (self, i);

      if (g_strcmp0 (sedia_typed_line_get_code (known), code) == 0)
        {
          sedia_typed_line_add_one (known);
          return i;
        }
    }

  line = sedia_typed_line_new_unknown (code, "1");
  return sedia_typed_lines_add (self, line);
}

/**
 * sedia_typed_lines_remove:
 * @self: the lines of a document
 * @line: one of its lines
 *
 * Takes the line out.
 */
void
sedia_typed_lines_remove (SediaTypedLines *self,
                          SediaTypedLine  *line)
{
  guint position;

  g_return_if_fail (SEDIA_IS_TYPED_LINES (self));
  g_return_if_fail (SEDIA_IS_TYPED_LINE (line));

  if (!sedia_typed_lines_find (self, line, &position))
    return;

  g_signal_handlers_disconnect_by_func (line, changed, self);
  g_list_store_remove (self->lines, position);
  changed (self);
}

/**
 * sedia_typed_lines_clear:
 * @self: the lines of a document
 *
 * Takes all lines out.
 */
void
sedia_typed_lines_clear (SediaTypedLines *self)
{
  g_return_if_fail (SEDIA_IS_TYPED_LINES (self));

  for (guint i = 0; i < sedia_typed_lines_get_n (self); i++)
    g_signal_handlers_disconnect_by_func (sedia_typed_lines_peek (self, i), changed, self);
  g_list_store_remove_all (self->lines);
  changed (self);
}

/**
 * sedia_typed_lines_find:
 * @self: the lines of a document
 * @line: a line
 * @position: (out) (optional): its place in the list
 *
 * Returns: whether the line is in the list
 */
gboolean
sedia_typed_lines_find (SediaTypedLines *self,
                        SediaTypedLine  *line,
                        guint           *position)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), FALSE);

  return g_list_store_find (self->lines, line, position);
}

/**
 * sedia_typed_lines_dup_problem:
 * @self: the lines of a document
 * @nothing: what to say when there are none
 * @first: (out) (transfer none) (nullable): the first line that cannot be booked as it is
 *
 * Returns: (transfer full) (nullable): why the lines cannot be booked, NULL when they can
 */
char *
sedia_typed_lines_dup_problem (SediaTypedLines  *self,
                               const char       *nothing,
                               SediaTypedLine  **first)
{
  guint n_doubts = 0;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), NULL);
  g_return_val_if_fail (first != NULL, NULL);

  *first = NULL;
  if (sedia_typed_lines_get_n (self) == 0)
    return g_strdup (nothing);

  for (guint i = 0; i < sedia_typed_lines_get_n (self); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (self, i);

      if (sedia_typed_line_get_amount (line) > 0)
        continue;

      if (n_doubts++ == 0)
        *first = line;
    }

  if (n_doubts == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u line needs another look first.",
                                    "%u lines need another look first.", n_doubts), n_doubts);
}

/**
 * sedia_typed_lines_dup_amounts:
 * @self: the lines of a document
 *
 * Returns: (transfer full) (element-type SediaAmount): the lines that count
 */
GArray *
sedia_typed_lines_dup_amounts (SediaTypedLines *self)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), NULL);

  for (guint i = 0; i < sedia_typed_lines_get_n (self); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (self, i);
      SediaAmount amount = { .quantity = sedia_typed_line_get_amount (line) };

      if (amount.quantity <= 0)
        continue;

      amount.product_id = sedia_typed_line_get_product (line)->id;
      g_array_append_val (amounts, amount);
    }

  return g_steal_pointer (&amounts);
}

/* The sum of the lines, when they all count the same thing: 3 pcs and 2 kg are not 5. */
static char *
dup_sum (SediaTypedLines *self)
{
  const SediaProduct *first = NULL;
  gint64 sum = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < sedia_typed_lines_get_n (self); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (self, i);
      const SediaProduct *product = sedia_typed_line_get_product (line);

      if (product == NULL)
        continue;
      if (first == NULL)
        first = product;
      if (g_strcmp0 (product->unit, first->unit) != 0 || product->decimals != first->decimals ||
          !sedia_checked_add (sum, sedia_typed_line_get_amount (line), &sum))
        return NULL;
    }

  if (first == NULL || sum == 0)
    return NULL;

  number = sedia_number_format (sum, first->decimals, sedia_number_form_of_locale ());
  return g_strdup_printf ("%s %s", number, first->unit);
}

/**
 * sedia_typed_lines_dup_total:
 * @self: the lines of a document
 *
 * Returns: (transfer full): "3 lines, 48 pcs"
 */
char *
sedia_typed_lines_dup_total (SediaTypedLines *self)
{
  g_autofree char *sum = NULL;
  g_autofree char *lines = NULL;
  guint n_lines;

  g_return_val_if_fail (SEDIA_IS_TYPED_LINES (self), NULL);

  n_lines = sedia_typed_lines_get_n (self);
  if (n_lines == 0)
    return g_strdup ("");

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines);
  sum = dup_sum (self);

  return sum != NULL ? g_strdup_printf (C_("lines, quantity", "%s, %s"), lines, sum)
                     : g_steal_pointer (&lines);
}
