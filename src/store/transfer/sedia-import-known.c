/* What there is already, by what a file can call it: hash tables, so that matching a row needs no
 * query.
 *
 * Codes, SKUs and names are compared as the database compares them, without the case of A-Z;
 * barcodes exactly.
 */
#include "config.h"

#include "sedia-import-private.h"
#include "sedia-phone.h"

#include <string.h>

/**
 * sedia_nocase_hash: A hash of a text without the case of A-Z.
 */
guint
sedia_nocase_hash (gconstpointer text)
{
  guint hash = 5381;

  for (const char *p = text; *p != '\0'; p++)
    hash = hash * 33 + (guchar) g_ascii_tolower (*p);

  return hash;
}

/**
 * sedia_nocase_equal: Whether two texts are equal without the case of A-Z.
 */
gboolean
sedia_nocase_equal (gconstpointer a,
                    gconstpointer b)
{
  return g_ascii_strcasecmp (a, b) == 0;
}

/* ---- customers and suppliers */

static SediaKnownPerson *
person_at (SediaKnownPeople *self,
           gpointer          number)
{
  return number != NULL
           ? &g_array_index (self->people, SediaKnownPerson, GPOINTER_TO_UINT (number) - 1)
           : NULL;
}

static const char *
keep_text (GStringChunk *texts,
           const char   *text)
{
  return text != NULL ? g_string_chunk_insert (texts, text) : NULL;
}

/**
 * sedia_known_people_add:
 * @self: what there is
 * @id: of the new one; negative while it is only planned
 * @code: (nullable): its code
 * @name: its name
 * @phone: (nullable): its number
 *
 * Adds a customer or supplier. Pointers to the others become invalid.
 *
 * Returns: (transfer none): it
 */
SediaKnownPerson *
sedia_known_people_add (SediaKnownPeople *self,
                        gint64            id,
                        const char       *code,
                        const char       *name,
                        const char       *phone)
{
  SediaKnownPerson person = { .id = id };
  gpointer number = GUINT_TO_POINTER (self->people->len + 1);

  person.code = keep_text (self->texts, code);
  person.name = keep_text (self->texts, name);
  person.phone = keep_text (self->texts, phone != NULL ? phone : "");
  person.next = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name));

  g_array_append_val (self->people, person);
  if (person.code != NULL)
    g_hash_table_insert (self->by_code, (gpointer) person.code, number);
  g_hash_table_insert (self->by_name, (gpointer) person.name, number);

  return person_at (self, number);
}

/**
 * sedia_known_people_load:
 * @db: a connection
 * @statement: `import-customers`, `import-order-customers` or `import-suppliers`
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all of them
 */
SediaKnownPeople *
sedia_known_people_load (SediaDb     *db,
                         const char  *statement,
                         GError     **error)
{
  g_autoptr (SediaKnownPeople) self = g_new0 (SediaKnownPeople, 1);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);
  SediaStep step;

  self->texts = g_string_chunk_new (4096);
  self->people = g_array_new (FALSE, TRUE, sizeof (SediaKnownPerson));
  self->by_code = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->by_name = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  if (stmt == NULL)
    return NULL;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    sedia_known_people_add (self, sedia_stmt_int64 (stmt, 0), sedia_stmt_text (stmt, 1),
                            sedia_stmt_text (stmt, 2), sedia_stmt_text (stmt, 3));

  return step == SEDIA_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * sedia_known_people_free:
 * @self: (transfer full) (nullable): people
 */
void
sedia_known_people_free (SediaKnownPeople *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->by_phone, g_hash_table_unref);
  g_hash_table_unref (self->by_code);
  g_hash_table_unref (self->by_name);
  g_array_unref (self->people);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * sedia_known_people_by_code: (transfer none) (nullable) the one with this code.
 */
SediaKnownPerson *
sedia_known_people_by_code (SediaKnownPeople *self,
                            const char       *code)
{
  return person_at (self, g_hash_table_lookup (self->by_code, code));
}

/**
 * sedia_known_people_by_name: (transfer none) (nullable) one with this name; ask for the next one,
 * too.
 */
SediaKnownPerson *
sedia_known_people_by_name (SediaKnownPeople *self,
                            const char       *name)
{
  return person_at (self, g_hash_table_lookup (self->by_name, name));
}

/**
 * sedia_known_people_next: (transfer none) (nullable) another one of the same name.
 */
SediaKnownPerson *
sedia_known_people_next (SediaKnownPeople *self,
                         SediaKnownPerson *person)
{
  return person_at (self, GUINT_TO_POINTER (person->next));
}

/* By what all spellings of a number end with; NULL where it is too short to say anything. */
static char *
dup_phone_end (const char *phone)
{
  g_autofree char *digits = sedia_phone_digits (phone);
  const gsize length = strlen (digits);

  return length >= SEDIA_PHONE_TAIL ? g_strdup (digits + length - SEDIA_PHONE_TAIL) : NULL;
}

static void
load_phones (SediaKnownPeople *self)
{
  self->by_phone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->people->len; i++)
    {
      const SediaKnownPerson *person = &g_array_index (self->people, SediaKnownPerson, i);
      char *end = dup_phone_end (person->phone);
      gpointer other;

      if (end == NULL)
        continue;

      /* Whoever was merged into another is that one. */
      other = g_hash_table_lookup (self->by_phone, end);
      if (other == NULL && g_hash_table_contains (self->by_phone, end))
        g_free (end);
      else
        g_hash_table_insert (self->by_phone, end,
                             other == NULL || person_at (self, other)->id == person->id
                               ? GUINT_TO_POINTER (i + 1) : NULL);
    }
}

/**
 * sedia_known_people_by_phone:
 * @self: people, all of whom are added
 * @phone: as somebody wrote it
 * @country: the shop's country
 *
 * Returns: (transfer none) (nullable): the only one whose phone that is
 */
SediaKnownPerson *
sedia_known_people_by_phone (SediaKnownPeople *self,
                             const char       *phone,
                             const char       *country)
{
  g_autofree char *end = dup_phone_end (phone);
  SediaKnownPerson *person;

  if (end == NULL)
    return NULL;
  if (self->by_phone == NULL)
    load_phones (self);

  person = person_at (self, g_hash_table_lookup (self->by_phone, end));
  return person != NULL && sedia_phone_same (person->phone, phone, country) ? person : NULL;
}

/* ---- products */

static SediaKnownProduct *
product_at (SediaKnownProducts *self,
            gpointer            number)
{
  return number != NULL
           ? &g_array_index (self->products, SediaKnownProduct, GPOINTER_TO_UINT (number) - 1)
           : NULL;
}

/* The products come in the order of their ids: the number of one is found by halving. */
static gpointer
number_of_id (SediaKnownProducts *self,
              gint64              id)
{
  guint low = 0;
  guint high = self->products->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 found = g_array_index (self->products, SediaKnownProduct, middle).id;

      if (found == id)
        return GUINT_TO_POINTER (middle + 1);
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static gboolean
load_skus (SediaKnownProducts  *self,
           SediaDb             *db,
           GError             **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-products", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      SediaKnownProduct product = {
        .id = sedia_stmt_int64 (stmt, 0),
        .sku = keep_text (self->texts, sedia_stmt_text (stmt, 1)),
        .decimals = (guint8) sedia_stmt_int64 (stmt, 2),
        .price = sedia_stmt_optional (stmt, 3, SEDIA_NO_AMOUNT),
        .is_archived = (guint8) sedia_stmt_int64 (stmt, 4),
      };

      g_array_append_val (self->products, product);
      g_hash_table_insert (self->by_sku, (gpointer) product.sku,
                           GUINT_TO_POINTER (self->products->len));
    }

  return step == SEDIA_STEP_DONE;
}

static gboolean
load_barcodes (SediaKnownProducts  *self,
               SediaDb             *db,
               GError             **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "import-barcodes", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    g_hash_table_insert (self->by_barcode,
                         (gpointer) keep_text (self->texts, sedia_stmt_text (stmt, 1)),
                         number_of_id (self, sedia_stmt_int64 (stmt, 0)));

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_known_products_load:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable): all products
 */
SediaKnownProducts *
sedia_known_products_load (SediaDb  *db,
                           GError  **error)
{
  g_autoptr (SediaKnownProducts) self = g_new0 (SediaKnownProducts, 1);

  self->texts = g_string_chunk_new (65536);
  self->products = g_array_new (FALSE, TRUE, sizeof (SediaKnownProduct));
  self->by_sku = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  self->by_barcode = g_hash_table_new (g_str_hash, g_str_equal);

  if (!load_skus (self, db, error) || !load_barcodes (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sedia_known_products_free:
 * @self: (transfer full) (nullable): products
 */
void
sedia_known_products_free (SediaKnownProducts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_hash_table_unref (self->by_sku);
  g_hash_table_unref (self->by_barcode);
  g_array_unref (self->products);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * sedia_known_products_by_sku: (transfer none) (nullable) the product with this SKU.
 */
SediaKnownProduct *
sedia_known_products_by_sku (SediaKnownProducts *self,
                             const char         *sku)
{
  return product_at (self, g_hash_table_lookup (self->by_sku, sku));
}

/**
 * sedia_known_products_by_barcode: (transfer none) (nullable) the product with this barcode.
 */
SediaKnownProduct *
sedia_known_products_by_barcode (SediaKnownProducts *self,
                                 const char         *barcode)
{
  return product_at (self, g_hash_table_lookup (self->by_barcode, barcode));
}

/**
 * sedia_known_products_find: (transfer none) (nullable) the product with this SKU, else with this
 * barcode.
 */
SediaKnownProduct *
sedia_known_products_find (SediaKnownProducts *self,
                           const char         *sku_or_barcode)
{
  SediaKnownProduct *product = sedia_known_products_by_sku (self, sku_or_barcode);

  return product != NULL ? product : sedia_known_products_by_barcode (self, sku_or_barcode);
}

/**
 * sedia_known_products_load_names:
 * @self: products
 * @db: a connection
 * @error: return location
 *
 * For files that call products by their names alone: reads them, once.
 */
gboolean
sedia_known_products_load_names (SediaKnownProducts  *self,
                                 SediaDb             *db,
                                 GError             **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (self->by_name != NULL)
    return TRUE;
  if (!(stmt = sedia_db_prepare (db, "import-product-names", error)))
    return FALSE;

  self->by_name = g_hash_table_new (sedia_nocase_hash, sedia_nocase_equal);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const char *name = keep_text (self->texts, sedia_stmt_text (stmt, 1));
      gboolean is_second = g_hash_table_contains (self->by_name, name);

      /* A name that two products have says nothing: it leads to none. */
      g_hash_table_insert (self->by_name, (gpointer) name,
                           is_second ? NULL : number_of_id (self, sedia_stmt_int64 (stmt, 0)));
    }

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_known_products_by_name: (transfer none) (nullable) the only product of that name, once the
 * names are loaded.
 */
SediaKnownProduct *
sedia_known_products_by_name (SediaKnownProducts *self,
                              const char         *name)
{
  return product_at (self, g_hash_table_lookup (self->by_name, name));
}
