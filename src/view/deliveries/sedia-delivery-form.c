/* The delivery being typed, without a widget: the editor shows it, tests can type into it.
 *
 *   form ---< entry ---- product
 *
 * Every change ends in one `changed`; the editor then saves the draft and asks who would get what.
 */
#include "config.h"

#include "sedia-delivery-form.h"

#include <glib/gi18n.h>

struct _SediaDeliveryForm
{
  GObject parent_instance;

  char *key;
  char *supplier;
  gint64 supplier_id;      /* 0: nobody by that name, or not looked up yet */
  char *note_number;
  GListStore *lines;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SediaDeliveryForm, sedia_delivery_form, G_TYPE_OBJECT)

static void
changed (SediaDeliveryForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static SediaTypedLine *
peek_entry (SediaDeliveryForm *self,
            guint              position)
{
  g_autoptr (SediaTypedLine) entry = g_list_model_get_item (G_LIST_MODEL (self->lines),
                                                            position);

  return entry; /* the list keeps it */
}

static void
entry_changed_cb (SediaDeliveryForm *self)
{
  changed (self);
}

static gboolean
set_text (char       **text,
          const char  *value)
{
  if (value == NULL)
    value = "";
  if (g_str_equal (*text, value))
    return FALSE;

  g_free (*text);
  *text = g_strdup (value);

  return TRUE;
}

static void
sedia_delivery_form_finalize (GObject *object)
{
  SediaDeliveryForm *self = SEDIA_DELIVERY_FORM (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->supplier, g_free);
  g_clear_pointer (&self->note_number, g_free);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (sedia_delivery_form_parent_class)->finalize (object);
}

static void
sedia_delivery_form_class_init (SediaDeliveryFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sedia_delivery_form_finalize;

  signals[CHANGED] = g_signal_new ("changed", SEDIA_TYPE_DELIVERY_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sedia_delivery_form_init (SediaDeliveryForm *self)
{
  self->key = g_uuid_string_random ();
  self->supplier = g_strdup ("");
  self->note_number = g_strdup ("");
  self->lines = g_list_store_new (SEDIA_TYPE_TYPED_LINE);
}

/**
 * sedia_delivery_form_new:
 *
 * Returns: (transfer full): an empty delivery
 */
SediaDeliveryForm *
sedia_delivery_form_new (void)
{
  return g_object_new (SEDIA_TYPE_DELIVERY_FORM, NULL);
}

/**
 * sedia_delivery_form_clear:
 * @self: a delivery being typed
 *
 * Starts the next one.
 */
void
sedia_delivery_form_clear (SediaDeliveryForm *self)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));

  g_free (self->key);
  self->key = g_uuid_string_random ();
  set_text (&self->supplier, "");
  set_text (&self->note_number, "");
  self->supplier_id = 0;
  g_list_store_remove_all (self->lines);
  changed (self);
}

/**
 * sedia_delivery_form_get_lines:
 * @self: a delivery being typed
 *
 * Returns: (transfer none): its lines, a list of #SediaTypedLine
 */
GListModel *
sedia_delivery_form_get_lines (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * sedia_delivery_form_get_key:
 * @self: a delivery being typed
 *
 * Returns: what it is received with, so that it is received once
 */
const char *
sedia_delivery_form_get_key (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  return self->key;
}

/**
 * sedia_delivery_form_set_key:
 * @self: a delivery being typed
 * @key: the key of the draft that is opened
 *
 * Another window may have the same draft open: both receive it with the same key.
 */
void
sedia_delivery_form_set_key (SediaDeliveryForm *self,
                             const char        *key)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));
  g_return_if_fail (key != NULL);

  g_free (self->key);
  self->key = g_strdup (key);
}

/**
 * sedia_delivery_form_get_supplier:
 * @self: a delivery being typed
 *
 * Returns: the supplier's name as typed
 */
const char *
sedia_delivery_form_get_supplier (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  return self->supplier;
}

/**
 * sedia_delivery_form_set_supplier:
 * @self: a delivery being typed
 * @supplier: the name as typed
 *
 * Another name is another supplier: its id has to be looked up again.
 */
void
sedia_delivery_form_set_supplier (SediaDeliveryForm *self,
                                  const char        *supplier)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));

  if (!set_text (&self->supplier, supplier))
    return;

  self->supplier_id = 0;
  changed (self);
}

/**
 * sedia_delivery_form_get_supplier_id:
 * @self: a delivery being typed
 *
 * Returns: 0 when nobody is known by that name
 */
gint64
sedia_delivery_form_get_supplier_id (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), 0);

  return self->supplier_id;
}

/**
 * sedia_delivery_form_set_supplier_id:
 * @self: a delivery being typed
 * @supplier_id: who the name stands for, 0 for nobody known
 *
 * The draft keeps the name alone, so this is no change to it.
 */
void
sedia_delivery_form_set_supplier_id (SediaDeliveryForm *self,
                                     gint64             supplier_id)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));

  self->supplier_id = supplier_id;
}

/**
 * sedia_delivery_form_get_note_number:
 * @self: a delivery being typed
 *
 * Returns: the number on the supplier's note
 */
const char *
sedia_delivery_form_get_note_number (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  return self->note_number;
}

/**
 * sedia_delivery_form_set_note_number:
 * @self: a delivery being typed
 * @note_number: the number on the supplier's note
 *
 * Keeps it as typed.
 */
void
sedia_delivery_form_set_note_number (SediaDeliveryForm *self,
                                     const char        *note_number)
{
  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));

  if (set_text (&self->note_number, note_number))
    changed (self);
}

/**
 * sedia_delivery_form_add:
 * @self: a delivery being typed
 * @entry: a line
 *
 * Appends a line.
 *
 * Returns: its place in the list
 */
guint
sedia_delivery_form_add (SediaDeliveryForm *self,
                         SediaTypedLine    *entry)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), G_MAXUINT);
  g_return_val_if_fail (SEDIA_IS_TYPED_LINE (entry), G_MAXUINT);

  g_signal_connect_object (entry, "notify::amount", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_list_store_append (self->lines, entry);
  changed (self);

  return sedia_delivery_form_get_n_lines (self) - 1;
}

/**
 * sedia_delivery_form_scan:
 * @self: a delivery being typed
 * @product: (transfer full): whose code was scanned
 *
 * One more of it: on the line it has, or on a new one.
 *
 * Returns: the line's place in the list
 */
guint
sedia_delivery_form_scan (SediaDeliveryForm *self,
                          SediaProduct      *product)
{
  g_autoptr (SediaTypedLine) entry = NULL;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), G_MAXUINT);
  g_return_val_if_fail (product != NULL, G_MAXUINT);

  for (guint i = sedia_delivery_form_get_n_lines (self); i > 0; i--)
    {
      SediaTypedLine *known = peek_entry (self, i - 1);
      const SediaProduct *its_product = sedia_typed_line_get_product (known);

      if (its_product != NULL && its_product->id == product->id &&
          sedia_typed_line_add_one (known))
        {
          sedia_product_free (product);
          return i - 1;
        }
    }

  entry = sedia_typed_line_new (product, "1");
  return sedia_delivery_form_add (self, entry);
}

/**
 * sedia_delivery_form_scan_unknown:
 * @self: a delivery being typed
 * @code: what was scanned
 *
 * A code nobody knows gets a line too, so that the carton is not forgotten.
 *
 * Returns: the line's place in the list
 */
guint
sedia_delivery_form_scan_unknown (SediaDeliveryForm *self,
                                  const char        *code)
{
  g_autoptr (SediaTypedLine) entry = NULL;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), G_MAXUINT);
  g_return_val_if_fail (code != NULL, G_MAXUINT);

  for (guint i = 0; i < sedia_delivery_form_get_n_lines (self); i++)
    {
      SediaTypedLine *known = peek_entry (self, i);

      if (g_strcmp0 (sedia_typed_line_get_code (known), code) == 0)
        {
          sedia_typed_line_add_one (known);
          return i;
        }
    }

  entry = sedia_typed_line_new_unknown (code, "1");
  return sedia_delivery_form_add (self, entry);
}

/**
 * sedia_delivery_form_remove:
 * @self: a delivery being typed
 * @entry: one of its lines
 *
 * Takes the line out.
 */
void
sedia_delivery_form_remove (SediaDeliveryForm *self,
                            SediaTypedLine    *entry)
{
  guint position;

  g_return_if_fail (SEDIA_IS_DELIVERY_FORM (self));
  g_return_if_fail (SEDIA_IS_TYPED_LINE (entry));

  if (!sedia_delivery_form_find (self, entry, &position))
    return;

  g_signal_handlers_disconnect_by_func (entry, entry_changed_cb, self);
  g_list_store_remove (self->lines, position);
  changed (self);
}

/**
 * sedia_delivery_form_find:
 * @self: a delivery being typed
 * @entry: a line
 * @position: (out) (optional): its place in the list
 *
 * Returns: whether the line is in the list
 */
gboolean
sedia_delivery_form_find (SediaDeliveryForm *self,
                          SediaTypedLine    *entry,
                          guint             *position)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), FALSE);

  return g_list_store_find (self->lines, entry, position);
}

/**
 * sedia_delivery_form_get_n_lines:
 * @self: a delivery being typed
 *
 * Returns: how many lines there are
 */
guint
sedia_delivery_form_get_n_lines (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/**
 * sedia_delivery_form_is_empty:
 * @self: a delivery being typed
 *
 * Returns: whether there is nothing a draft would have to keep
 */
gboolean
sedia_delivery_form_is_empty (SediaDeliveryForm *self)
{
  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), TRUE);

  return *self->supplier == '\0' && *self->note_number == '\0' &&
         sedia_delivery_form_get_n_lines (self) == 0;
}

/**
 * sedia_delivery_form_first_doubt:
 * @self: a delivery being typed
 * @n_doubts: (out): how many lines cannot be received as they are
 *
 * Returns: (transfer none) (nullable): the first of them
 */
SediaTypedLine *
sedia_delivery_form_first_doubt (SediaDeliveryForm *self,
                                 guint             *n_doubts)
{
  SediaTypedLine *first = NULL;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);
  g_return_val_if_fail (n_doubts != NULL, NULL);

  *n_doubts = 0;
  for (guint i = 0; i < sedia_delivery_form_get_n_lines (self); i++)
    {
      SediaTypedLine *entry = peek_entry (self, i);

      if (sedia_typed_line_get_amount (entry) > 0)
        continue;

      if ((*n_doubts)++ == 0)
        first = entry;
    }

  return first;
}

/**
 * sedia_delivery_form_dup_amounts:
 * @self: a delivery being typed
 *
 * Returns: (transfer full) (element-type SediaAmount): the lines that count
 */
GArray *
sedia_delivery_form_dup_amounts (SediaDeliveryForm *self)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  for (guint i = 0; i < sedia_delivery_form_get_n_lines (self); i++)
    {
      SediaTypedLine *entry = peek_entry (self, i);
      SediaAmount amount = { .quantity = sedia_typed_line_get_amount (entry) };

      if (amount.quantity <= 0)
        continue;

      amount.product_id = sedia_typed_line_get_product (entry)->id;
      g_array_append_val (amounts, amount);
    }

  return g_steal_pointer (&amounts);
}

/* The sum of the lines, when they all count the same thing: 3 pcs and 2 kg are not 5. */
static char *
dup_sum (SediaDeliveryForm *self)
{
  const SediaProduct *first = NULL;
  gint64 sum = 0;
  g_autofree char *number = NULL;

  for (guint i = 0; i < sedia_delivery_form_get_n_lines (self); i++)
    {
      SediaTypedLine *entry = peek_entry (self, i);
      const SediaProduct *product = sedia_typed_line_get_product (entry);

      if (product == NULL)
        continue;
      if (first == NULL)
        first = product;
      if (g_strcmp0 (product->unit, first->unit) != 0 || product->decimals != first->decimals ||
          !sedia_checked_add (sum, sedia_typed_line_get_amount (entry), &sum))
        return NULL;
    }

  if (first == NULL || sum == 0)
    return NULL;

  number = sedia_number_format (sum, first->decimals, sedia_number_form_of_locale ());
  return g_strdup_printf ("%s %s", number, first->unit);
}

/**
 * sedia_delivery_form_dup_total:
 * @self: a delivery being typed
 *
 * Returns: (transfer full): "3 lines, 48 pcs"
 */
char *
sedia_delivery_form_dup_total (SediaDeliveryForm *self)
{
  g_autofree char *sum = NULL;
  g_autofree char *lines = NULL;
  guint n_lines;

  g_return_val_if_fail (SEDIA_IS_DELIVERY_FORM (self), NULL);

  n_lines = sedia_delivery_form_get_n_lines (self);
  if (n_lines == 0)
    return g_strdup ("");

  lines = g_strdup_printf (ngettext ("%u line", "%u lines", n_lines), n_lines);
  sum = dup_sum (self);

  return sum != NULL ? g_strdup_printf (C_("lines, quantity", "%s, %s"), lines, sum)
                     : g_steal_pointer (&lines);
}
