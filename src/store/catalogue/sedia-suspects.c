/* Who may be the same customer, among all there are, before the next key is pressed.
 *
 * Each customer has a key, what they are recognised by (sedia-alike.h): the end of the number, the
 * words of the name, each half of it. A look-up reads those that share one of them, a handful off
 * an index, and compares. The keys know no country, so nothing changes when the shop's does.
 */
#include "config.h"

#include "sedia-bulk.h"
#include "sedia-catalogue.h"
#include "sedia-phone.h"
#include "sedia-reads.h"

#include <glib/gi18n.h>
#include <string.h>

/* ---- the keys */

/**
 * sedia_customer_index:
 * @db: the writing connection
 * @customer_id: a customer whose name or phone may have changed
 * @name: the name
 * @phone: (nullable): the phone number
 * @error: return location
 *
 * Writes down what the customer is recognised by.
 */
gboolean
sedia_customer_index (SediaDb     *db,
                      gint64       customer_id,
                      const char  *name,
                      const char  *phone,
                      GError     **error)
{
  g_autoptr (SediaAlikeKey) key = sedia_alike_key_new (name, phone);
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-key-set", error);

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, customer_id);
  sedia_stmt_bind_text (stmt, 2, key->phone);
  sedia_stmt_bind_text (stmt, 3, key->sorted);
  sedia_stmt_bind_text (stmt, 4, key->joined);
  return sedia_stmt_run (stmt, error);
}

/* For each row (id, name, phone) of a statement. */
static gboolean
index_rows (SediaDb    *db,
            SediaStmt  *rows,
            GError    **error)
{
  SediaStep step;

  while ((step = sedia_stmt_step (rows, error)) == SEDIA_STEP_ROW)
    if (!sedia_customer_index (db, sedia_stmt_int64 (rows, 0), sedia_stmt_text (rows, 1),
                               sedia_stmt_text (rows, 2), error))
      return FALSE;

  return step == SEDIA_STEP_DONE;
}

/**
 * sedia_customer_index_missing: Gives a key to every customer who has none: after an import.
 */
gboolean
sedia_customer_index_missing (SediaDb  *db,
                              GError  **error)
{
  g_autoptr (SediaStmt) rows = sedia_db_prepare (db, "customer-key-missing", error);

  return rows != NULL && index_rows (db, rows, error);
}

/**
 * sedia_customer_index_again: Gives a customer the key that the record asks for, whoever wrote it.
 */
gboolean
sedia_customer_index_again (SediaDb  *db,
                            gint64    customer_id,
                            GError  **error)
{
  g_autoptr (SediaStmt) rows = sedia_db_prepare (db, "customer-key-source", error);

  if (rows == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (rows, 1, customer_id);
  return index_rows (db, rows, error);
}

/**
 * sedia_customer_check_keys:
 * @db: a connection
 * @problems: (element-type utf8): a sentence is added for each customer whose key is not right
 * @error: return location
 */
gboolean
sedia_customer_check_keys (SediaDb    *db,
                           GPtrArray  *problems,
                           GError    **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "customer-key-check", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      g_autoptr (SediaAlikeKey) key = sedia_alike_key_new (sedia_stmt_text (stmt, 1),
                                                           sedia_stmt_text (stmt, 2));

      if (g_strcmp0 (sedia_stmt_text (stmt, 3), key->phone) != 0 ||
          g_strcmp0 (sedia_stmt_text (stmt, 4), key->sorted) != 0 ||
          g_strcmp0 (sedia_stmt_text (stmt, 5), key->joined) != 0)
        g_ptr_array_add (problems,
                         g_strdup_printf (_("Customer %s would not be recognised when entered "
                                            "again."),
                                          sedia_stmt_text (stmt, 1)));
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- looking up */

/* Who was found, and why: customer id -> SediaAlike. */
typedef struct
{
  SediaDb *db;
  const SediaAlikeKey *key;
  const char *phone;
  char *country;
  gint64 own_id;
  GHashTable *found;
} Search;

static void
note (Search     *search,
      gint64      customer_id,
      SediaAlike  alike)
{
  const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (search->found, &customer_id));

  if (alike != 0 && customer_id != search->own_id)
    g_hash_table_insert (search->found, g_memdup2 (&customer_id, sizeof customer_id),
                         GUINT_TO_POINTER (before | alike));
}

static gboolean
find_phones (Search  *search,
             GError **error)
{
  const gsize length = strlen (search->key->phone);
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  if (length < SEDIA_PHONE_TAIL)
    return TRUE;
  if (!(stmt = sedia_db_prepare (search->db, "alike-by-phone", error)))
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, search->key->phone + length - SEDIA_PHONE_TAIL);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    if (sedia_phone_same (search->phone, sedia_stmt_text (stmt, 1), search->country))
      note (search, sedia_stmt_int64 (stmt, 0), SEDIA_ALIKE_SAME_PHONE);

  return step == SEDIA_STEP_DONE;
}

/* The same words, in whatever order. */
static gboolean
find_words (Search  *search,
            GError **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (search->db, "alike-by-words", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_text (stmt, 1, search->key->sorted);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    note (search, sedia_stmt_int64 (stmt, 0), SEDIA_ALIKE_SAME_NAME);

  return step == SEDIA_STEP_DONE;
}

/* Names with one half in common, compared one by one. */
static gboolean
find_half (Search                 *search,
           const SediaAlikeProbe  *probe,
           GError                **error)
{
  g_autoptr (SediaStmt) stmt = NULL;
  SediaStep step;

  stmt = sedia_db_prepare (search->db, probe->is_tail ? "alike-by-tail" : "alike-by-head", error);
  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, probe->length);
  sedia_stmt_bind_text (stmt, 2, probe->part);
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    note (search, sedia_stmt_int64 (stmt, 0),
          sedia_alike_joined (search->key->joined, sedia_stmt_text (stmt, 1)));

  return step == SEDIA_STEP_DONE;
}

static gboolean
find_halves (Search  *search,
             GError **error)
{
  g_autoptr (GArray) probes = sedia_alike_probes (search->key);

  for (guint i = 0; i < probes->len; i++)
    if (!find_half (search, &g_array_index (probes, SediaAlikeProbe, i), error))
      return FALSE;

  return TRUE;
}

/* ---- the answer */

typedef struct
{
  gint64 id;
  SediaAlike alike;
} Hit;

/* The surest first, then the oldest. */
static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a;
  const Hit *second = b;

  if (first->alike != second->alike)
    return first->alike > second->alike ? -1 : 1;

  return first->id < second->id ? -1 : first->id > second->id;
}

static GArray *
sort_hits (GHashTable *found)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GHashTableIter iter;
  gpointer id, alike;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &id, &alike))
    {
      const Hit hit = { *(gint64 *) id, (SediaAlike) GPOINTER_TO_UINT (alike) };

      g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);

  return hits;
}

/**
 * sedia_suspect_free: Frees a suspect.
 */
void
sedia_suspect_free (SediaSuspect *suspect)
{
  if (suspect == NULL)
    return;

  sedia_customer_free (suspect->customer);
  g_free (suspect->known_as);
  g_free (suspect);
}

static SediaSuspect *
find_suspect (GPtrArray *suspects,
              gint64     customer_id)
{
  for (guint i = 0; i < suspects->len; i++)
    {
      SediaSuspect *suspect = g_ptr_array_index (suspects, i);

      if (suspect->customer->id == customer_id)
        return suspect;
    }

  return NULL;
}

/* Whoever was merged into another is that one, and is said once. */
static gboolean
add_suspect (Search     *search,
             GPtrArray  *suspects,
             const Hit  *hit,
             GError    **error)
{
  g_autoptr (SediaCustomer) customer = sedia_customer_read (search->db, hit->id, error);
  g_autofree char *known_as = NULL;
  SediaSuspect *suspect;

  if (customer != NULL && customer->merged_into != 0)
    {
      const gint64 kept_id = customer->merged_into;

      known_as = g_strdup (customer->name);
      sedia_customer_free (customer);
      customer = sedia_customer_read (search->db, kept_id, error);
    }
  if (customer == NULL)
    return FALSE;
  if (customer->id == search->own_id)
    return TRUE;

  suspect = find_suspect (suspects, customer->id);
  if (suspect != NULL)
    {
      suspect->alike |= hit->alike;
      return TRUE;
    }

  suspect = g_new0 (SediaSuspect, 1);
  suspect->customer = g_steal_pointer (&customer);
  suspect->alike = hit->alike;
  suspect->known_as = g_steal_pointer (&known_as);
  g_ptr_array_add (suspects, suspect);

  return TRUE;
}

/**
 * sedia_customer_suspects:
 * @db: a connection
 * @name: (nullable): a name as it was typed
 * @phone: (nullable): a phone number as it was typed
 * @own_id: the customer it is asked for, who is no suspect; 0 for a new one
 * @limit: how many at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type SediaSuspect): who may be the same person, the
 *   surest first; also the archived
 */
GPtrArray *
sedia_customer_suspects (SediaDb     *db,
                         const char  *name,
                         const char  *phone,
                         gint64       own_id,
                         guint        limit,
                         GError     **error)
{
  g_autoptr (GPtrArray) suspects = g_ptr_array_new_with_free_func (
    (GDestroyNotify) sedia_suspect_free);
  g_autoptr (SediaAlikeKey) key = sedia_alike_key_new (name, phone);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *country = sedia_setting_country (db);
  g_autoptr (GArray) hits = NULL;
  Search search = { db, key, phone, country, own_id, found };

  if (!find_phones (&search, error) || !find_words (&search, error) ||
      !find_halves (&search, error))
    return NULL;

  hits = sort_hits (found);
  for (guint i = 0; i < hits->len && suspects->len < limit; i++)
    if (!add_suspect (&search, suspects, &g_array_index (hits, Hit, i), error))
      return NULL;

  return g_steal_pointer (&suspects);
}
