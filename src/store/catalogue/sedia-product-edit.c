/* One field of several products at once: looked at before, and done whole or not at all.
 *
 * Looking and doing go the same way, product by product, so that what was shown is what happens.
 */
#include "config.h"

#include "sedia-catalogue.h"
#include "sedia-commands.h"
#include "sedia-number.h"
#include "sedia-operation.h"
#include "sedia-product-check.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>

#define PRODUCTS_AT_ONCE 256  /* read, changed, written */
#define KEPT_PROBLEMS 5       /* sentences: nobody reads more */
#define SAID_PROBLEMS 3
#define NAMED_PRODUCTS 3      /* in the log */

/* What goes on while the products are gone through. */
typedef struct
{
  SediaDb *db;
  const SediaProductEdit *edit;
  gboolean is_writing;
  gint64 supplier_id;         /* of a supplier entered with it */
  guint n_examples;
  SediaEditPreview *found;
  GString *subject;
} Editing;

/**
 * sedia_edit_preview_free: Frees a preview.
 */
void
sedia_edit_preview_free (SediaEditPreview *preview)
{
  if (preview == NULL)
    return;

  g_ptr_array_unref (preview->before);
  g_ptr_array_unref (preview->after);
  g_ptr_array_unref (preview->problems);
  g_free (preview);
}

static SediaEditPreview *
preview_new (void)
{
  SediaEditPreview *preview = g_new0 (SediaEditPreview, 1);

  preview->before = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);
  preview->after = g_ptr_array_new_with_free_func ((GDestroyNotify) sedia_product_free);
  preview->problems = g_ptr_array_new_with_free_func (g_free);

  return preview;
}

/* ---- one product */

/* The amount as it was typed, in the product's smallest unit: 1.5 of what is sold whole cannot be.
 */
static gboolean
scale (const SediaProductEdit  *edit,
       const SediaProduct      *product,
       gint64                  *place,
       GError                 **error)
{
  gint64 amount = edit->number;
  guint decimals = edit->decimals;

  for (; amount != SEDIA_NO_AMOUNT && decimals > product->decimals; decimals--)
    {
      if (amount % 10 != 0)
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                       ngettext ("Product %s can have %u decimal at most.",
                                 "Product %s can have %u decimals at most.", product->decimals),
                       product->sku, product->decimals);
          return FALSE;
        }
      amount /= 10;
    }

  for (; amount != SEDIA_NO_AMOUNT && decimals < product->decimals; decimals++)
    if (!sedia_checked_multiply (amount, 10, &amount))
      {
        g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                     _("The number is too large for product %s."), product->sku);
        return FALSE;
      }

  *place = amount;
  return TRUE;
}

static void
set_supplier (const Editing *self,
              SediaProduct  *product)
{
  product->supplier_id = self->supplier_id;
  g_free (product->supplier);
  product->supplier = g_strdup (self->edit->text);
}

static void
set_text (char       **place,
          const char  *text)
{
  g_free (*place);
  *place = g_strstrip (g_strdup (text != NULL ? text : ""));
}

static gboolean
set_field (const Editing  *self,
           SediaProduct   *product,
           GError        **error)
{
  const SediaProductEdit *edit = self->edit;

  switch (edit->field)
    {
    case SEDIA_PRODUCT_CATEGORY:
      set_text (&product->category, edit->text);
      return TRUE;
    case SEDIA_PRODUCT_UNIT:
      set_text (&product->unit, edit->text);
      return TRUE;
    case SEDIA_PRODUCT_SUPPLIER:
      set_supplier (self, product);
      return TRUE;
    case SEDIA_PRODUCT_PACK:
      product->pack = edit->number;
      return TRUE;
    case SEDIA_PRODUCT_PRICE:
      product->price = edit->number;
      return TRUE;
    case SEDIA_PRODUCT_COST:
      product->cost = edit->number;
      return TRUE;
    case SEDIA_PRODUCT_MINIMUM:
      return scale (edit, product, &product->minimum, error);
    case SEDIA_PRODUCT_MAXIMUM:
      return scale (edit, product, &product->maximum, error);
    case SEDIA_PRODUCT_MOQ:
      return scale (edit, product, &product->moq, error);
    case SEDIA_PRODUCT_BACKORDER:
      product->backorder = (SediaBackorderPolicy) edit->number;
      return TRUE;
    case SEDIA_PRODUCT_BACKORDER_LIMIT:
      return scale (edit, product, &product->backorder_limit, error);
    case SEDIA_PRODUCT_BACKORDER_WAIT:
      product->backorder_wait = edit->number > 0 ? (guint) MIN (edit->number, G_MAXINT) : 0;
      return TRUE;
    case SEDIA_PRODUCT_BACKORDER_DEPOSIT:
      product->backorder_deposit = edit->number > 0 ? (guint) MIN (edit->number, G_MAXINT) : 0;
      return TRUE;
    case SEDIA_PRODUCT_ALLOW_NEGATIVE:
      product->allow_negative = edit->number != 0;
      return TRUE;
    case SEDIA_PRODUCT_ARCHIVED:
      product->archived = edit->number != 0;
      return TRUE;
    case SEDIA_PRODUCT_SKU:
    case SEDIA_PRODUCT_NAME:
    case SEDIA_PRODUCT_BARCODES:
    case SEDIA_PRODUCT_DECIMALS:
    case SEDIA_PRODUCT_NOTE:
    case SEDIA_N_PRODUCT_FIELDS:
      break;
    }

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("This is each product’s own; change it product by product."));
  return FALSE;
}

static gboolean
is_same (const SediaProduct *a,
         const SediaProduct *b)
{
  return g_strcmp0 (a->category, b->category) == 0 && g_strcmp0 (a->unit, b->unit) == 0 &&
         a->supplier_id == b->supplier_id && a->pack == b->pack && a->price == b->price &&
         a->cost == b->cost && a->minimum == b->minimum && a->maximum == b->maximum &&
         a->moq == b->moq && a->backorder == b->backorder &&
         a->backorder_limit == b->backorder_limit && a->backorder_wait == b->backorder_wait &&
         a->backorder_deposit == b->backorder_deposit &&
         !a->allow_negative == !b->allow_negative && !a->archived == !b->archived;
}

/* A new supplier has no number before it is entered, and is nobody's yet. */
static gboolean
is_changed (const Editing      *self,
            const SediaProduct *before,
            const SediaProduct *after)
{
  if (self->edit->field == SEDIA_PRODUCT_SUPPLIER && self->edit->number == 0 &&
      self->edit->text != NULL)
    return TRUE;

  return !is_same (before, after);
}

/* What a product itself refuses is gathered; anything else ends the work. */
static gboolean
note_problem (Editing  *self,
              GError   *problem,
              GError  **error)
{
  g_autoptr (GError) owned = problem;

  if (!g_error_matches (owned, SEDIA_ERROR, SEDIA_ERROR_REFUSED) &&
      !g_error_matches (owned, SEDIA_ERROR, SEDIA_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }

  self->found->n_refused++;
  if (self->found->problems->len < KEPT_PROBLEMS)
    g_ptr_array_add (self->found->problems, g_strdup (owned->message));
  return TRUE;
}

static void
name_product (Editing            *self,
              const SediaProduct *product)
{
  if (self->found->n_changed < NAMED_PRODUCTS)
    g_string_append_printf (self->subject, "%s%s", self->found->n_changed > 0 ? ", " : "",
                            product->sku);
}

static gboolean
write_product (Editing       *self,
               SediaProduct  *product,
               GError       **error)
{
  g_autoptr (GError) problem = NULL;

  /* What is refused is rolled back in the end: after the first, only problems are looked for. */
  if (!self->is_writing || self->found->n_refused > 0 ||
      sedia_product_write (self->db, product, &problem))
    return TRUE;

  sedia_product_explain (product->sku, &problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
edit_product (Editing             *self,
              const SediaProduct  *before,
              GError             **error)
{
  g_autoptr (SediaProduct) after = sedia_product_copy (before);
  GError *problem = NULL;

  self->found->n++;
  if (!set_field (self, after, &problem))
    return note_problem (self, problem, error);
  if (!is_changed (self, before, after))
    return TRUE;
  if (!sedia_product_check_figures (after, NULL, &problem) ||
      !sedia_product_check_fixed (self->db, before, after, NULL, &problem) ||
      !write_product (self, after, &problem))
    return note_problem (self, problem, error);

  name_product (self, after);
  self->found->n_changed++;
  if (self->found->before->len < self->n_examples)
    {
      g_ptr_array_add (self->found->before, sedia_product_copy (before));
      g_ptr_array_add (self->found->after, g_steal_pointer (&after));
    }

  return TRUE;
}

/* ---- all of them */

static gboolean
is_cancelled (SediaDb  *db,
              GError  **error)
{
  if (!g_cancellable_is_cancelled (sedia_db_get_cancellable (db)))
    return FALSE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_CANCELLED, _("Nothing was changed."));
  return TRUE;
}

static gboolean
edit_products (Editing  *self,
               GArray   *ids,
               GError  **error)
{
  g_autoptr (SediaQuery) query = sedia_query_new (SEDIA_LIST_STOCK);

  for (guint first = 0; first < ids->len; first += PRODUCTS_AT_ONCE)
    {
      g_autoptr (GPtrArray) page = NULL;

      if (is_cancelled (self->db, error) ||
          !(page = sedia_list_page (self->db, query, &g_array_index (ids, gint64, first),
                                    MIN (PRODUCTS_AT_ONCE, ids->len - first), error)))
        return FALSE;

      for (guint i = 0; i < page->len; i++)
        if (!edit_product (self, g_ptr_array_index (page, i), error))
          return FALSE;
      if (self->edit->n_done != NULL)
        g_atomic_int_add (self->edit->n_done, (gint) page->len);
    }

  return TRUE;
}

static gboolean
enter_supplier (Editing  *self,
                GError  **error)
{
  g_autoptr (SediaSupplier) supplier = NULL;

  if (self->edit->field != SEDIA_PRODUCT_SUPPLIER || self->edit->number != 0 ||
      self->edit->text == NULL)
    return TRUE;

  supplier = sedia_supplier_new ();
  set_text (&supplier->name, self->edit->text);
  if (!sedia_supplier_save (self->db, supplier, error))
    return FALSE;

  self->supplier_id = supplier->id;
  return TRUE;
}

static void
set_refused (const SediaEditPreview  *found,
             GError                 **error)
{
  g_autoptr (GString) said = g_string_new (NULL);

  if (found->n_refused == 1)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
                           g_ptr_array_index (found->problems, 0));
      return;
    }

  for (guint i = 0; i < MIN (found->problems->len, SAID_PROBLEMS); i++)
    g_string_append_printf (said, "%s%s", i > 0 ? " " : "",
                            (char *) g_ptr_array_index (found->problems, i));
  if (found->n_refused > SAID_PROBLEMS)
    g_string_append (said, " …");

  /* Translators: how many products, always several; then the sentences of the first of them. */
  g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_REFUSED,
               ngettext ("%u product cannot be changed like that, so none was. %s",
                         "%u products cannot be changed like that, so none was. %s",
                         found->n_refused),
               found->n_refused, said->str);
}

static gboolean
set_subject (Editing  *self,
             GError  **error)
{
  /* Only how many there are is told of the others: the log is read by people. */
  if (self->found->n_changed > NAMED_PRODUCTS)
    g_string_append_printf (self->subject, ", … (%u)", self->found->n_changed);

  return self->found->n_changed == 0 ||
         sedia_operation_set_subject (self->db, self->subject->str, error);
}

/**
 * sedia_products_edit:
 * @db: the writing connection, in an operation
 * @ids: (element-type gint64): which products
 * @edit: what to change of them
 * @n_changed: (out) (optional): how many it changed; the others had it already
 * @error: return location for the sentences of those that refuse
 *
 * Changes one field of several products: of all of them, or of none when one refuses.
 */
gboolean
sedia_products_edit (SediaDb                 *db,
                     GArray                  *ids,
                     const SediaProductEdit  *edit,
                     guint                   *n_changed,
                     GError                 **error)
{
  g_autoptr (SediaEditPreview) found = preview_new ();
  g_autoptr (GString) subject = g_string_new (NULL);
  Editing editing = { db, edit, TRUE, edit->number, 0, found, subject };

  if (!enter_supplier (&editing, error) || !edit_products (&editing, ids, error))
    return FALSE;
  if (found->n_refused > 0)
    {
      set_refused (found, error);
      return FALSE;
    }

  if (n_changed != NULL)
    *n_changed = found->n_changed;
  return set_subject (&editing, error);
}

/**
 * sedia_products_preview:
 * @db: a connection
 * @ids: (element-type gint64): which products
 * @edit: what would be changed of them
 * @n_examples: how many to show before and after
 * @error: return location
 *
 * Looks at what sedia_products_edit() would do. Nothing is written.
 *
 * Returns: (transfer full): what would change, and what stands against it
 */
SediaEditPreview *
sedia_products_preview (SediaDb                 *db,
                        GArray                  *ids,
                        const SediaProductEdit  *edit,
                        guint                    n_examples,
                        GError                 **error)
{
  g_autoptr (SediaEditPreview) found = preview_new ();
  g_autoptr (GString) subject = g_string_new (NULL);
  Editing editing = { db, edit, FALSE, edit->number, n_examples, found, subject };

  return edit_products (&editing, ids, error) ? g_steal_pointer (&found) : NULL;
}
