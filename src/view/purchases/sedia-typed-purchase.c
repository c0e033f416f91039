/* A purchase being typed: see sedia-typed-purchase.h. */
#include "config.h"

#include "sedia-typed-purchase.h"

#include "sedia-number.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>
#include <inttypes.h>

struct _SediaTypedPurchase
{
  SediaDocument parent_instance;

  char *texts[SEDIA_N_PURCHASE_TEXTS];
  gint64 supplier_id; /* 0: nobody by that name, or not looked up yet */
  gint64 purchase_id; /* the draft purchase that is changed, 0 for a new one */
  gboolean stays_draft;
};

/* As the draft has them. */
static const char *const names[] = {
  [SEDIA_PURCHASE_SUPPLIER] = "supplier",
  [SEDIA_PURCHASE_EXPECTED] = "expected",
  [SEDIA_PURCHASE_NOTE] = "note",
};

G_DEFINE_FINAL_TYPE (SediaTypedPurchase, sedia_typed_purchase, SEDIA_TYPE_DOCUMENT)

static void
sedia_typed_purchase_clear (SediaDocument *document)
{
  SediaTypedPurchase *self = SEDIA_TYPED_PURCHASE (document);

  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    sedia_document_take_text (&self->texts[i], "");
  self->supplier_id = 0;
  self->purchase_id = 0;
  self->stays_draft = FALSE;
}

static gboolean
sedia_typed_purchase_is_empty (SediaDocument *document)
{
  SediaTypedPurchase *self = SEDIA_TYPED_PURCHASE (document);

  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    if (*self->texts[i] != '\0')
      return FALSE;

  return self->purchase_id == 0;
}

static void
sedia_typed_purchase_write_head (SediaDocument  *document,
                                 SediaDraftText *text)
{
  SediaTypedPurchase *self = SEDIA_TYPED_PURCHASE (document);
  g_autofree char *purchase = g_strdup_printf ("%" PRId64, self->purchase_id);

  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    sedia_draft_text_set (text, names[i], self->texts[i]);
  sedia_draft_text_set (text, "purchase", self->purchase_id != 0 ? purchase : "");
}

static void
sedia_typed_purchase_read_head (SediaDocument        *document,
                                const SediaDraftText *text)
{
  SediaTypedPurchase *self = SEDIA_TYPED_PURCHASE (document);

  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    sedia_document_take_text (&self->texts[i], sedia_draft_text_get (text, names[i]));
  self->purchase_id = g_ascii_strtoll (sedia_draft_text_get (text, "purchase"), NULL, 10);
}

static const char *
sedia_typed_purchase_get_who (SediaDocument *document)
{
  return SEDIA_TYPED_PURCHASE (document)->texts[SEDIA_PURCHASE_SUPPLIER];
}

static void
sedia_typed_purchase_finalize (GObject *object)
{
  SediaTypedPurchase *self = SEDIA_TYPED_PURCHASE (object);

  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (sedia_typed_purchase_parent_class)->finalize (object);
}

static void
sedia_typed_purchase_class_init (SediaTypedPurchaseClass *klass)
{
  SediaDocumentClass *document_class = SEDIA_DOCUMENT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_typed_purchase_finalize;
  document_class->draft_kind = SEDIA_DRAFT_PURCHASE;
  document_class->clear = sedia_typed_purchase_clear;
  document_class->is_empty = sedia_typed_purchase_is_empty;
  document_class->write_head = sedia_typed_purchase_write_head;
  document_class->read_head = sedia_typed_purchase_read_head;
  document_class->get_who = sedia_typed_purchase_get_who;
}

static void
sedia_typed_purchase_init (SediaTypedPurchase *self)
{
  for (guint i = 0; i < SEDIA_N_PURCHASE_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * sedia_typed_purchase_get_text: (transfer none) what was typed there, empty for nothing.
 */
const char *
sedia_typed_purchase_get_text (SediaTypedPurchase *self,
                               SediaPurchaseText   which)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), "");
  g_return_val_if_fail (which < SEDIA_N_PURCHASE_TEXTS, "");

  return self->texts[which];
}

/**
 * sedia_typed_purchase_set_text:
 * @self: a purchase being typed
 * @which: where
 * @text: as typed
 *
 * Another name is another supplier: its id has to be looked up again.
 */
void
sedia_typed_purchase_set_text (SediaTypedPurchase *self,
                               SediaPurchaseText   which,
                               const char         *text)
{
  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (self));
  g_return_if_fail (which < SEDIA_N_PURCHASE_TEXTS);

  if (!sedia_document_take_text (&self->texts[which], text))
    return;

  if (which == SEDIA_PURCHASE_SUPPLIER)
    self->supplier_id = 0;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_purchase_get_supplier_id: Who the name stands for, 0 for nobody known.
 */
gint64
sedia_typed_purchase_get_supplier_id (SediaTypedPurchase *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), 0);

  return self->supplier_id;
}

/**
 * sedia_typed_purchase_set_supplier_id: Who the name stands for. The draft keeps the name alone, so
 * this is no change to it.
 */
void
sedia_typed_purchase_set_supplier_id (SediaTypedPurchase *self,
                                      gint64              supplier_id)
{
  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (self));

  self->supplier_id = supplier_id;
}

/**
 * sedia_typed_purchase_get_purchase_id: The draft purchase that is changed, 0 for a new one.
 */
gint64
sedia_typed_purchase_get_purchase_id (SediaTypedPurchase *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), 0);

  return self->purchase_id;
}

/**
 * sedia_typed_purchase_get_stays_draft: Whether it is not to be ordered yet.
 */
gboolean
sedia_typed_purchase_get_stays_draft (SediaTypedPurchase *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), FALSE);

  return self->stays_draft;
}

/**
 * sedia_typed_purchase_set_stays_draft: Said when it is entered; the text of it has no part in it.
 */
void
sedia_typed_purchase_set_stays_draft (SediaTypedPurchase *self,
                                      gboolean            stays_draft)
{
  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (self));

  self->stays_draft = stays_draft;
}

/* ---- begun with something */

static char *
dup_typed (gint64              quantity,
           const SediaProduct *product)
{
  return sedia_number_format (quantity, product->decimals,
                              (SediaNumberForm) { sedia_number_form_of_locale ().decimal, 0 });
}

static void
add_line (SediaTypedPurchase   *self,
          const SediaProduct   *product,
          gint64                quantity,
          const SediaLineTerms *terms)
{
  g_autofree char *typed = dup_typed (quantity, product);
  g_autoptr (SediaTypedLine) line = sedia_typed_line_new (sedia_product_copy (product), typed);

  sedia_typed_line_set_terms (line, terms);
  sedia_typed_lines_add (sedia_document_get_lines (SEDIA_DOCUMENT (self)), line);
}

static char *
dup_whom (const char *customer,
          gint64      order_id)
{
  /* Translators: for whom a line of a purchase is: a customer, the number of an order */
  return g_strdup_printf (_("for %s, order %" PRId64), customer, order_id);
}

/* The day of all the lines, SEDIA_NO_DAY when they differ. */
static int
common_day (const SediaPurchase *purchase)
{
  int day = SEDIA_NO_DAY;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);

      if (i > 0 && line->expected != day)
        return SEDIA_NO_DAY;
      day = line->expected;
    }

  return day;
}

/**
 * sedia_typed_purchase_edit:
 * @self: an empty purchase
 * @edited: a draft purchase
 *
 * Types what it says, so that it can be changed. Its supplier stays.
 */
void
sedia_typed_purchase_edit (SediaTypedPurchase        *self,
                           const SediaPurchaseToEdit *edited)
{
  const SediaPurchase *purchase = edited->purchase;
  const int day = common_day (purchase);
  g_autofree char *expected = day != SEDIA_NO_DAY ? sedia_day_format_iso (day) : NULL;

  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (self));

  sedia_document_take_text (&self->texts[SEDIA_PURCHASE_SUPPLIER], purchase->supplier);
  sedia_document_take_text (&self->texts[SEDIA_PURCHASE_EXPECTED], expected);
  sedia_document_take_text (&self->texts[SEDIA_PURCHASE_NOTE], purchase->note);
  self->supplier_id = purchase->supplier_id;
  self->purchase_id = purchase->id;

  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);
      g_autofree char *whom = NULL;

      if (line->order_line_id != 0)
        whom = dup_whom (line->customer, line->order_id);
      add_line (self, g_ptr_array_index (edited->products, i), line->ordered,
                &(SediaLineTerms) {
                  .line_id = line->id,
                  .price = line->price,
                  .expected = day == SEDIA_NO_DAY ? line->expected : SEDIA_NO_DAY,
                  .order_line_id = line->order_line_id,
                  .whom = whom,
                });
    }
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_purchase_begin_for:
 * @self: an empty purchase
 * @wanted: what somebody waits for
 *
 * Orders for this customer what waits, from who brings it.
 */
void
sedia_typed_purchase_begin_for (SediaTypedPurchase     *self,
                                const SediaPurchaseFor *wanted)
{
  g_autofree char *whom = dup_whom (wanted->line->customer, wanted->line->order_id);

  g_return_if_fail (SEDIA_IS_TYPED_PURCHASE (self));

  if (wanted->supplier != NULL)
    {
      sedia_document_take_text (&self->texts[SEDIA_PURCHASE_SUPPLIER], wanted->supplier->name);
      self->supplier_id = wanted->supplier->id;
    }
  add_line (self, wanted->product, sedia_order_line_waiting (wanted->line),
            &(SediaLineTerms) {
              .price = SEDIA_NO_AMOUNT,
              .expected = SEDIA_NO_DAY,
              .order_line_id = wanted->line->id,
              .whom = whom,
            });
}

/* ---- what it comes to */

/**
 * sedia_typed_purchase_read_expected:
 * @self: a purchase being typed
 * @expected: (out): the day, SEDIA_NO_DAY when none was typed
 * @error: return location for a sentence
 *
 * Returns: whether what was typed is a day, or nothing
 */
gboolean
sedia_typed_purchase_read_expected (SediaTypedPurchase  *self,
                                    int                 *expected,
                                    GError             **error)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), FALSE);

  *expected = SEDIA_NO_DAY;
  typed = g_strstrip (g_strdup (self->texts[SEDIA_PURCHASE_EXPECTED]));

  return *typed == '\0' || sedia_typed_day_read (typed, sedia_day_today (),
                                                 sedia_typed_day_is_day_first (), expected, error);
}

/**
 * sedia_typed_purchase_dup_lines: (transfer full) (element-type SediaPurchaseLineDraft) the lines
 * that count.
 */
GArray *
sedia_typed_purchase_dup_lines (SediaTypedPurchase *self)
{
  SediaTypedLines *lines = sedia_document_get_lines (SEDIA_DOCUMENT (self));
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (SediaPurchaseLineDraft));

  g_return_val_if_fail (SEDIA_IS_TYPED_PURCHASE (self), NULL);

  for (guint i = 0; i < sedia_typed_lines_get_n (lines); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (lines, i);
      const SediaLineTerms *terms = sedia_typed_line_get_terms (line);
      const SediaPurchaseLineDraft draft = {
        .product_id = sedia_typed_line_get_product (line) != NULL
                        ? sedia_typed_line_get_product (line)->id
                        : 0,
        .quantity = sedia_typed_line_get_amount (line),
        .price = terms->price,
        .expected = terms->expected,
        .order_line_id = terms->order_line_id,
        .line_id = terms->line_id,
      };

      if (draft.product_id != 0 && draft.quantity > 0)
        g_array_append_val (drafts, draft);
    }

  return g_steal_pointer (&drafts);
}
