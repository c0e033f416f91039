/* A customer's order being typed: see sedia-typed-order.h. */
#include "config.h"

#include "sedia-typed-order.h"

#include "sedia-error.h"
#include "sedia-number.h"
#include "sedia-time.h"
#include "sedia-typed-day.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#define FEWEST_PHONE_DIGITS 5

struct _SediaTypedOrder
{
  SediaDocument parent_instance;

  char *texts[SEDIA_N_ORDER_TEXTS];
  gint64 customer_id; /* 0: nobody known by that name, or not looked up yet */
  gboolean is_replacement;
  gint64 instead_of;  /* a line of that customer; 0: in addition to what they wait for */
  gboolean first;
  gboolean all_or_nothing;
};

/* As the draft has them. */
static const char *const names[] = {
  [SEDIA_ORDER_CUSTOMER] = "customer",
  [SEDIA_ORDER_PHONE] = "phone",
  [SEDIA_ORDER_NEED_BY] = "need_by",
  [SEDIA_ORDER_DEPOSIT] = "deposit",
  [SEDIA_ORDER_NOTE] = "note",
};

G_DEFINE_FINAL_TYPE (SediaTypedOrder, sedia_typed_order, SEDIA_TYPE_DOCUMENT)

/* A line is one customer's: for another there is nothing to replace. */
static void
forget_replacement (SediaTypedOrder *self)
{
  self->is_replacement = FALSE;
  self->instead_of = 0;
}

static void
sedia_typed_order_clear (SediaDocument *document)
{
  SediaTypedOrder *self = SEDIA_TYPED_ORDER (document);

  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    sedia_document_take_text (&self->texts[i], "");
  self->customer_id = 0;
  forget_replacement (self);
  self->first = FALSE;
  self->all_or_nothing = FALSE;
}

static gboolean
sedia_typed_order_is_empty (SediaDocument *document)
{
  SediaTypedOrder *self = SEDIA_TYPED_ORDER (document);

  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    if (*self->texts[i] != '\0')
      return FALSE;

  return !self->first && !self->all_or_nothing;
}

static void
sedia_typed_order_write_head (SediaDocument  *document,
                              SediaDraftText *text)
{
  SediaTypedOrder *self = SEDIA_TYPED_ORDER (document);
  g_autofree char *customer_id = g_strdup_printf ("%" PRId64, self->customer_id);
  g_autofree char *instead_of = g_strdup_printf ("%" PRId64, self->instead_of);

  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    sedia_draft_text_set (text, names[i], self->texts[i]);
  sedia_draft_text_set (text, "customer_id", customer_id);
  sedia_draft_text_set (text, "instead_of", self->is_replacement ? instead_of : "");
  sedia_draft_text_set (text, "first", self->first ? "yes" : "");
  sedia_draft_text_set (text, "all_or_nothing", self->all_or_nothing ? "yes" : "");
}

static void
sedia_typed_order_read_head (SediaDocument        *document,
                             const SediaDraftText *text)
{
  SediaTypedOrder *self = SEDIA_TYPED_ORDER (document);

  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    sedia_document_take_text (&self->texts[i], sedia_draft_text_get (text, names[i]));
  self->customer_id = g_ascii_strtoll (sedia_draft_text_get (text, "customer_id"), NULL, 10);
  self->is_replacement = *sedia_draft_text_get (text, "instead_of") != '\0';
  self->instead_of = g_ascii_strtoll (sedia_draft_text_get (text, "instead_of"), NULL, 10);
  self->first = *sedia_draft_text_get (text, "first") != '\0';
  self->all_or_nothing = *sedia_draft_text_get (text, "all_or_nothing") != '\0';
}

static const char *
sedia_typed_order_get_who (SediaDocument *document)
{
  return SEDIA_TYPED_ORDER (document)->texts[SEDIA_ORDER_CUSTOMER];
}

static void
sedia_typed_order_finalize (GObject *object)
{
  SediaTypedOrder *self = SEDIA_TYPED_ORDER (object);

  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);

  G_OBJECT_CLASS (sedia_typed_order_parent_class)->finalize (object);
}

static void
sedia_typed_order_class_init (SediaTypedOrderClass *klass)
{
  SediaDocumentClass *document_class = SEDIA_DOCUMENT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sedia_typed_order_finalize;
  document_class->draft_kind = SEDIA_DRAFT_ORDER;
  document_class->clear = sedia_typed_order_clear;
  document_class->is_empty = sedia_typed_order_is_empty;
  document_class->write_head = sedia_typed_order_write_head;
  document_class->read_head = sedia_typed_order_read_head;
  document_class->get_who = sedia_typed_order_get_who;
}

static void
sedia_typed_order_init (SediaTypedOrder *self)
{
  for (guint i = 0; i < SEDIA_N_ORDER_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/**
 * sedia_typed_order_new:
 *
 * Returns: (transfer full): an empty order
 */
SediaTypedOrder *
sedia_typed_order_new (void)
{
  return g_object_new (SEDIA_TYPE_TYPED_ORDER, NULL);
}

/**
 * sedia_typed_order_get_text: (transfer none) what was typed there, empty for nothing.
 */
const char *
sedia_typed_order_get_text (SediaTypedOrder *self,
                            SediaOrderText   which)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), "");
  g_return_val_if_fail (which < SEDIA_N_ORDER_TEXTS, "");

  return self->texts[which];
}

/**
 * sedia_typed_order_set_text:
 * @self: an order being typed
 * @which: where
 * @text: as typed
 *
 * Another name is another customer: its id has to be looked up again, and nothing they wait for is
 * replaced.
 */
void
sedia_typed_order_set_text (SediaTypedOrder *self,
                            SediaOrderText   which,
                            const char      *text)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));
  g_return_if_fail (which < SEDIA_N_ORDER_TEXTS);

  if (!sedia_document_take_text (&self->texts[which], text))
    return;

  if (which == SEDIA_ORDER_CUSTOMER)
    {
      self->customer_id = 0;
      forget_replacement (self);
    }
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_order_get_customer_id: Who the name stands for, 0 for nobody known.
 */
gint64
sedia_typed_order_get_customer_id (SediaTypedOrder *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), 0);

  return self->customer_id;
}

/**
 * sedia_typed_order_set_customer_id:
 * @self: an order being typed
 * @customer_id: who the name stands for, 0 for nobody known
 *
 * Two customers may have one name, so the draft keeps it.
 */
void
sedia_typed_order_set_customer_id (SediaTypedOrder *self,
                                   gint64           customer_id)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));

  if (self->customer_id == customer_id)
    return;

  self->customer_id = customer_id;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_order_is_phone: Whether what was typed for the customer is a phone number.
 */
gboolean
sedia_typed_order_is_phone (SediaTypedOrder *self)
{
  const char *typed;
  guint n_digits = 0;

  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  typed = self->texts[SEDIA_ORDER_CUSTOMER];
  for (const char *p = typed; *p != '\0'; p++)
    n_digits += g_ascii_isdigit (*p);

  return n_digits >= FEWEST_PHONE_DIGITS && strspn (typed, "0123456789 +-.()/") == strlen (typed);
}

/**
 * sedia_typed_order_dup_person:
 * @self: an order being typed
 * @name: (out): name of somebody new
 * @phone: (out): their phone, empty for none
 */
void
sedia_typed_order_dup_person (SediaTypedOrder  *self,
                              char            **name,
                              char            **phone)
{
  gboolean is_phone = sedia_typed_order_is_phone (self);

  *name = g_strstrip (g_strdup (self->texts[is_phone ? SEDIA_ORDER_PHONE : SEDIA_ORDER_CUSTOMER]));
  *phone = g_strstrip (g_strdup (self->texts[is_phone ? SEDIA_ORDER_CUSTOMER : SEDIA_ORDER_PHONE]));
}

/**
 * sedia_typed_order_begin_instead:
 * @self: an empty order
 * @line: what its customer takes something else instead of
 *
 * It is that customer's order, placed instead of the line.
 */
void
sedia_typed_order_begin_instead (SediaTypedOrder      *self,
                                 const SediaOrderLine *line)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));
  g_return_if_fail (line != NULL);

  sedia_document_take_text (&self->texts[SEDIA_ORDER_CUSTOMER], line->customer);
  self->customer_id = line->customer_id;
  self->is_replacement = TRUE;
  self->instead_of = line->id;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_order_is_replacement: Whether it was begun instead of something its customer waits
 * for.
 */
gboolean
sedia_typed_order_is_replacement (SediaTypedOrder *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  return self->is_replacement;
}

/**
 * sedia_typed_order_get_instead_of: The line that is given up for it; 0 for none: in addition.
 */
gint64
sedia_typed_order_get_instead_of (SediaTypedOrder *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), 0);

  return self->instead_of;
}

/**
 * sedia_typed_order_set_instead_of:
 * @self: an order that was begun as a replacement
 * @line_id: another line of its customer; 0 for none: in addition
 */
void
sedia_typed_order_set_instead_of (SediaTypedOrder *self,
                                  gint64           line_id)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));
  g_return_if_fail (self->is_replacement);

  if (self->instead_of == line_id)
    return;

  self->instead_of = line_id;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_order_get_first: Whether its lines are served before others.
 */
gboolean
sedia_typed_order_get_first (SediaTypedOrder *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  return self->first;
}

/**
 * sedia_typed_order_set_first: Whether its lines are served before others.
 */
void
sedia_typed_order_set_first (SediaTypedOrder *self,
                             gboolean         first)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));

  if (self->first == first)
    return;

  self->first = first;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/**
 * sedia_typed_order_get_all_or_nothing: Whether it is handed over only when it is complete.
 */
gboolean
sedia_typed_order_get_all_or_nothing (SediaTypedOrder *self)
{
  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  return self->all_or_nothing;
}

/**
 * sedia_typed_order_set_all_or_nothing: Whether it is handed over only when it is complete.
 */
void
sedia_typed_order_set_all_or_nothing (SediaTypedOrder *self,
                                      gboolean         all_or_nothing)
{
  g_return_if_fail (SEDIA_IS_TYPED_ORDER (self));

  if (self->all_or_nothing == all_or_nothing)
    return;

  self->all_or_nothing = all_or_nothing;
  sedia_document_changed (SEDIA_DOCUMENT (self));
}

/* ---- what it comes to */

/**
 * sedia_typed_order_read_need_by:
 * @self: an order being typed
 * @need_by: (out): the day, SEDIA_NO_DAY when none was typed
 * @error: return location for a sentence
 *
 * Returns: whether what was typed is a day, or nothing
 */
gboolean
sedia_typed_order_read_need_by (SediaTypedOrder  *self,
                                int              *need_by,
                                GError          **error)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  *need_by = SEDIA_NO_DAY;
  typed = g_strstrip (g_strdup (self->texts[SEDIA_ORDER_NEED_BY]));

  return *typed == '\0' || sedia_typed_day_read (typed, sedia_day_today (),
                                                 sedia_typed_day_is_day_first (), need_by, error);
}

/**
 * sedia_typed_order_read_deposit:
 * @self: an order being typed
 * @deposit: (out): money in its smallest unit, 0 when nothing was typed
 * @error: return location for a sentence
 *
 * Returns: whether what was typed is an amount of money, or nothing
 */
gboolean
sedia_typed_order_read_deposit (SediaTypedOrder  *self,
                                gint64           *deposit,
                                GError          **error)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), FALSE);

  *deposit = 0;
  typed = g_strstrip (g_strdup (self->texts[SEDIA_ORDER_DEPOSIT]));
  if (*typed == '\0')
    return TRUE;
  if (!sedia_number_parse (typed, SEDIA_MONEY_DECIMALS, sedia_number_form_of_locale (), deposit,
                           error))
    return FALSE;
  if (*deposit >= 0)
    return TRUE;

  g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("The deposit must not be negative."));
  return FALSE;
}

/**
 * sedia_typed_order_dup_lines:
 * @self: an order being typed
 *
 * What counts for nothing yet has a quantity of 0, so that the lines stay those that were typed; a
 * line whose product nobody knows has none.
 *
 * Returns: (transfer full) (element-type SediaOrderLineDraft): one for each line
 */
GArray *
sedia_typed_order_dup_lines (SediaTypedOrder *self)
{
  SediaTypedLines *lines = sedia_document_get_lines (SEDIA_DOCUMENT (self));
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (SediaOrderLineDraft));
  int need_by = SEDIA_NO_DAY;

  g_return_val_if_fail (SEDIA_IS_TYPED_ORDER (self), NULL);

  if (!sedia_typed_order_read_need_by (self, &need_by, NULL))
    need_by = SEDIA_NO_DAY;

  for (guint i = 0; i < sedia_typed_lines_get_n (lines); i++)
    {
      SediaTypedLine *line = sedia_typed_lines_peek (lines, i);
      const SediaProduct *product = sedia_typed_line_get_product (line);
      SediaOrderLineDraft draft = {
        .product_id = product != NULL ? product->id : 0,
        .quantity = MAX (sedia_typed_line_get_amount (line), 0),
        .need_by = need_by,
        .first = self->first,
        .all_or_nothing = self->all_or_nothing,
        .price = SEDIA_NO_AMOUNT,
      };

      g_array_append_val (drafts, draft);
    }

  return g_steal_pointer (&drafts);
}
