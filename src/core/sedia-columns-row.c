/* What one row of a shop system's file is called, when its columns do not say so plainly.
 *
 * Shopify writes one row per variant: only the first has the title, the SKU is often empty, and
 * rows that hold nothing but one more picture come in between. WooCommerce and Odoo leave the SKU
 * empty and have a number of their own. Address books have first and last names.
 */
#include "config.h"

#include "sedia-columns.h"

#include <string.h>

#define DEFAULT_OPTION "Default Title" /* of Shopify products that have no options */

static const SediaField option_fields[] = {
  SEDIA_FIELD_OPTION1,
  SEDIA_FIELD_OPTION2,
  SEDIA_FIELD_OPTION3,
};

static const char *
get_option (const SediaColumns *self,
            const char *const  *cells,
            gsize               i)
{
  const char *option = sedia_columns_get (self, option_fields[i], cells);

  return option != NULL && strcmp (option, DEFAULT_OPTION) != 0 ? option : NULL;
}

static char *
dup_stripped (const char *text)
{
  return g_strstrip (g_strdup (text));
}

/* Appends the letters and digits of @words, the rest becomes single dashes: "A / B" is "a-b". */
static void
append_slug (GString    *slug,
             const char *words)
{
  gboolean needs_dash = slug->len > 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_NON_SPACING_MARK)
        {
          needs_dash |= slug->len > 0;
          continue;
        }

      if (needs_dash)
        g_string_append_c (slug, '-');
      g_string_append_unichar (slug, g_unichar_tolower (c));
      needs_dash = FALSE;
    }
}

/* The handle as written, with the options that tell this variant from the others. */
static char *
dup_variant_sku (const SediaColumns *self,
                 const char *const  *cells)
{
  GString *sku = g_string_new (sedia_columns_get (self, SEDIA_FIELD_HANDLE, cells));

  for (gsize i = 0; i < G_N_ELEMENTS (option_fields); i++)
    {
      const char *option = get_option (self, cells, i);

      if (option != NULL)
        append_slug (sku, option);
    }

  return g_strstrip (g_string_free (sku, FALSE));
}

static char *
dup_name_slug (const SediaColumns *self,
               const char *const  *cells)
{
  const char *name = sedia_columns_get (self, SEDIA_FIELD_NAME, cells);
  GString *sku;

  if (name == NULL)
    return NULL;

  sku = g_string_new (NULL);
  append_slug (sku, name);
  return g_string_free (sku, sku->len == 0);
}

/**
 * sedia_columns_row_sku:
 * @self: the columns of a file of products
 * @cells: (array): the cells of one row
 *
 * By what code a row's product is known: its SKU, else its barcode, else the other system's number,
 * else what the variants of a product have in common followed by the options ("gloves-green"), else
 * the name written like that. The same row gives the same code in every export, so that importing
 * again finds the product again.
 *
 * Returns: (transfer full) (nullable): the code, %NULL when the row has nothing to make one from
 */
char *
sedia_columns_row_sku (const SediaColumns *self,
                       const char *const  *cells)
{
  static const SediaField fields[] = {
    SEDIA_FIELD_SKU,
    SEDIA_FIELD_BARCODE,
    SEDIA_FIELD_ID,
  };

  g_return_val_if_fail (self != NULL && cells != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *code = sedia_columns_get (self, fields[i], cells);

      if (code != NULL)
        return dup_stripped (code);
    }

  if (sedia_columns_get (self, SEDIA_FIELD_HANDLE, cells) != NULL)
    return dup_variant_sku (self, cells);

  return dup_name_slug (self, cells);
}

static char *
dup_person_name (const SediaColumns *self,
                 const char *const  *cells)
{
  const char *first = sedia_columns_get (self, SEDIA_FIELD_FIRST_NAME, cells);
  const char *last = sedia_columns_get (self, SEDIA_FIELD_LAST_NAME, cells);
  g_autofree char *name = NULL;

  if (first == NULL && last == NULL)
    return NULL;

  name = g_strjoin (" ", first != NULL ? first : last, first != NULL ? last : NULL, NULL);
  return g_strstrip (g_steal_pointer (&name));
}

/**
 * sedia_columns_row_name:
 * @self: the columns of a file
 * @cells: (array): the cells of one row
 * @above: (nullable): what the name cell of an earlier row with the same handle says
 *
 * What the product, customer or supplier of a row is called. A person's first and last names are
 * joined. Variants get their options after the name, where the file has them in columns of their
 * own.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
sedia_columns_row_name (const SediaColumns *self,
                        const char *const  *cells,
                        const char         *above)
{
  g_autofree char *person = NULL;
  const char *own_name;
  GString *name;
  guint n_options = 0;

  g_return_val_if_fail (self != NULL && cells != NULL, NULL);

  if ((person = dup_person_name (self, cells)))
    return g_steal_pointer (&person);

  own_name = sedia_columns_get (self, SEDIA_FIELD_NAME, cells);
  if (own_name == NULL && above == NULL)
    return NULL;

  name = g_string_new (own_name != NULL ? own_name : above);
  for (gsize i = 0; i < G_N_ELEMENTS (option_fields); i++)
    {
      const char *option = get_option (self, cells, i);

      if (option != NULL && (self->has_option_rows || own_name == NULL))
        g_string_append_printf (name, "%s%s", n_options++ == 0 ? " – " : ", ", option);
    }

  return g_strstrip (g_string_free (name, FALSE));
}

/**
 * sedia_columns_row_is_picture:
 * @self: the columns of a file of products
 * @cells: (array): the cells of one row
 *
 * Shopify's files have rows that only add a picture to the product above.
 *
 * Returns: whether the row is such a one, and no product
 */
gboolean
sedia_columns_row_is_picture (const SediaColumns *self,
                              const char *const  *cells)
{
  static const SediaField fields[] = {
    SEDIA_FIELD_SKU,     SEDIA_FIELD_NAME,    SEDIA_FIELD_BARCODE, SEDIA_FIELD_PRICE,
    SEDIA_FIELD_ON_HAND, SEDIA_FIELD_OPTION1, SEDIA_FIELD_OPTION2, SEDIA_FIELD_OPTION3,
  };

  g_return_val_if_fail (self != NULL && cells != NULL, FALSE);

  if (!self->has_option_rows || sedia_columns_get (self, SEDIA_FIELD_HANDLE, cells) == NULL)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (sedia_columns_get (self, fields[i], cells) != NULL)
      return FALSE;

  return TRUE;
}
