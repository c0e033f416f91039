/* What is typed of a purchase line: SKU=QTY[,expected=DATE][,for=ORDER/LINE][,price=AMOUNT]. */
#include "config.h"

#include "sedia-cli-values.h"
#include "sedia-number.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  char *sku;
  char *quantity;
  int expected;
  gint64 order_id; /* 0 for nobody's */
  guint position;
  gint64 price;
} Line;

static void
line_clear (Line *line)
{
  g_free (line->sku);
  g_free (line->quantity);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* Whether it is something that can be said of a line; else it is a part of the SKU. */
static gboolean
take_attribute (const char  *attribute,
                Line        *line,
                gboolean    *is_one,
                GError     **error)
{
  *is_one = TRUE;
  if (g_str_has_prefix (attribute, "expected="))
    return sedia_day_parse (attribute + strlen ("expected="), &line->expected, error);
  if (g_str_has_prefix (attribute, "for="))
    return sedia_cli_read_line_name (attribute + strlen ("for="), &line->order_id,
                                     &line->position, error);
  if (g_str_has_prefix (attribute, "price="))
    return sedia_cli_read_quantity (attribute + strlen ("price="), SEDIA_MONEY_DECIMALS,
                                    &line->price, error);

  *is_one = FALSE;
  return TRUE;
}

static gboolean
parse (const char  *word,
       Line        *line,
       GError     **error)
{
  g_autofree char *rest = g_strdup (word);
  char *mark;

  *line = (Line) { .expected = SEDIA_NO_DAY, .price = SEDIA_NO_AMOUNT };
  while ((mark = strrchr (rest, ',')) != NULL)
    {
      gboolean is_one;

      if (!take_attribute (mark + 1, line, &is_one, error))
        return FALSE;
      if (!is_one)
        break;
      *mark = '\0';
    }

  mark = strrchr (rest, '=');
  if (mark == NULL || mark == rest || mark[1] == '\0')
    {
      g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                   _("“%s” is not a product and its quantity; write it like TEA=2."), word);
      return FALSE;
    }

  line->sku = g_strndup (rest, (gsize) (mark - rest));
  line->quantity = g_strdup (mark + 1);
  return TRUE;
}

/**
 * sedia_cli_check_purchase_line:
 * @word: what was typed
 * @error: return location
 *
 * Returns: whether it has the form of a line of a purchase
 */
gboolean
sedia_cli_check_purchase_line (const char  *word,
                               GError     **error)
{
  g_auto (Line) line = { 0 };
  gint64 quantity;

  return parse (word, &line, error) &&
         sedia_cli_read_quantity (line.quantity, SEDIA_DECIMALS_MAX, &quantity, error);
}

static gboolean
find_order_line (SediaDb     *db,
                 const Line  *line,
                 gint64      *line_id,
                 GError     **error)
{
  g_autoptr (SediaOrder) order = NULL;

  *line_id = 0;
  if (line->order_id == 0)
    return TRUE;
  if (!(order = sedia_order_read (db, line->order_id, error)))
    return FALSE;

  for (guint i = 0; i < order->lines->len; i++)
    {
      const SediaOrderLine *one = g_ptr_array_index (order->lines, i);

      if (one->position == line->position)
        *line_id = one->id;
    }

  if (*line_id == 0)
    g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_NOT_FOUND,
                 _("Order %" PRId64 " has no line %u."), order->id, line->position);
  return *line_id != 0;
}

/**
 * sedia_cli_read_purchase_line:
 * @db: the records
 * @word: `SKU=QTY[,expected=DATE][,for=ORDER/LINE][,price=AMOUNT]`
 * @draft: (out caller-allocates): the line
 * @error: return location
 *
 * Returns: whether the product and the order line are known and the quantity fits
 */
gboolean
sedia_cli_read_purchase_line (SediaDb                 *db,
                              const char              *word,
                              SediaPurchaseLineDraft  *draft,
                              GError                 **error)
{
  g_auto (Line) line = { 0 };
  g_autoptr (SediaProduct) product = NULL;

  if (!parse (word, &line, error) || !(product = sedia_cli_find_product (db, line.sku, error)))
    return FALSE;

  *draft = (SediaPurchaseLineDraft) { .product_id = product->id, .price = line.price,
                                      .expected = line.expected };
  if (!sedia_cli_read_quantity (line.quantity, product->decimals, &draft->quantity, error))
    {
      g_prefix_error (error, "%s: ", word);
      return FALSE;
    }

  return find_order_line (db, &line, &draft->order_line_id, error);
}
