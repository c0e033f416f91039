/* What all products are called, in memory: the search while typing.
 *
 *   text     kettle red\nkt-01\n8991234567890 8991234567891\nlamp\n ...   lower case, by name
 *   starts   0                                               39   ...     where each product begins
 *   ids      17                                              4    ...
 *
 * Behind those that are sold stand the archived, which only their own list shows.
 *
 * A product fits when each word stands somewhere in its part of the text. The text is looked
 * through from the front until as many products are found as the screen shows: so the first of them
 * come by name, whatever was typed, and to the end of a million products it takes three
 * milliseconds. An index of trigrams does no better: it took 0.3 s of an import of 100,000 products
 * and a fifth of the file, and 150 ms for words that many products have, all of them far back in
 * the alphabet.
 *
 * It takes 45 bytes a product and is read again when a product was added, renamed or (un)archived
 * or a barcode changed: 25 ms for 100,000 products.
 */
#include "config.h"

#include "sedia-names.h"

#include "sedia-text-find.h"
#include "sedia-text.h"

#include <string.h>

/* The names of 60 million products: offsets have 32 bits. */
#define MOST_TEXT (G_GUINT64_CONSTANT (3) << 30)

/* What the names rest on: ids of products and barcodes only rise, every edit is in the audit. */
typedef struct
{
  gint64 product;
  gint64 barcode;
  gint64 audit;
} State;

struct _SediaNames
{
  State state;
  GString *text;
  GArray *starts; /* guint32; one more than there are products */
  GArray *ids;    /* gint64 */
  guint n_sold;   /* so many of them are not archived, and in the order of their names */
  gint64 max_id;
};

static void
names_free (SediaNames *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_array_unref (self->ids);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaNames, names_free)

/* ---- barcodes, by product */

/* The codes of product i begin with codes[first[i]]; each knows the next one. */
typedef struct
{
  GStringChunk *texts;
  GArray *codes;  /* Code; the first one is none */
  guint32 *first; /* by product id */
  gint64 max_id;
} Codes;

typedef struct
{
  const char *text;
  guint32 next;
} Code;

static void
codes_clear (Codes *codes)
{
  g_string_chunk_free (codes->texts);
  g_array_unref (codes->codes);
  g_free (codes->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Codes, codes_clear)

static gboolean
load_codes (SediaDb  *db,
            gint64    max_id,
            Codes    *codes,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "search-barcodes", error);
  const Code none = { NULL, 0 };
  SediaStep step;

  codes->texts = g_string_chunk_new (65536);
  codes->codes = g_array_new (FALSE, FALSE, sizeof (Code));
  codes->first = g_new0 (guint32, max_id + 1);
  codes->max_id = max_id;
  g_array_append_val (codes->codes, none);
  if (stmt == NULL)
    return FALSE;

  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    {
      const gint64 product_id = sedia_stmt_int64 (stmt, 0);
      Code code = { g_string_chunk_insert (codes->texts, sedia_stmt_text (stmt, 1)), 0 };

      if (product_id > max_id) /* added meanwhile: the next look will see it */
        continue;

      code.next = codes->first[product_id];
      codes->first[product_id] = codes->codes->len;
      g_array_append_val (codes->codes, code);
    }

  return step == SEDIA_STEP_DONE;
}

/* ---- reading */

static void
append_part (GString    *text,
             const char *part)
{
  sedia_text_append_lower (text, part, -1);
  g_string_append_c (text, '\n');
}

static void
append_product (SediaNames  *self,
                SediaStmt   *stmt,
                const Codes *codes)
{
  const gint64 id = sedia_stmt_int64 (stmt, 0);
  const guint32 start = (guint32) self->text->len;

  if (id > codes->max_id || self->text->len > MOST_TEXT)
    return;

  g_array_append_val (self->starts, start);
  g_array_append_val (self->ids, id);
  append_part (self->text, sedia_stmt_text (stmt, 1));
  append_part (self->text, sedia_stmt_text (stmt, 2));
  for (guint32 i = codes->first[id]; i != 0; i = g_array_index (codes->codes, Code, i).next)
    append_part (self->text, g_array_index (codes->codes, Code, i).text);
}

static gboolean
append_products (SediaNames   *self,
                 SediaDb      *db,
                 const char   *statement,
                 const Codes  *codes,
                 GError      **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, statement, error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = sedia_stmt_step (stmt, error)) == SEDIA_STEP_ROW)
    append_product (self, stmt, codes);

  return step == SEDIA_STEP_DONE;
}

static gboolean
read_state (SediaDb  *db,
            State    *state,
            GError  **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "search-state", error);

  if (stmt == NULL || sedia_stmt_step (stmt, error) != SEDIA_STEP_ROW)
    return FALSE;

  state->product = sedia_stmt_int64 (stmt, 0);
  state->barcode = sedia_stmt_int64 (stmt, 1);
  state->audit = sedia_stmt_int64 (stmt, 2);
  return TRUE;
}

static SediaNames *
load (SediaDb      *db,
      const State  *state,
      GError      **error)
{
  g_autoptr (SediaNames) self = g_new0 (SediaNames, 1);
  g_auto (Codes) codes = { NULL, NULL, NULL, 0 };
  guint32 end;

  self->state = *state;
  self->max_id = state->product;
  self->text = g_string_sized_new (65536);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!load_codes (db, self->max_id, &codes, error) ||
      !append_products (self, db, "search-names", &codes, error))
    return NULL;
  self->n_sold = self->ids->len;
  if (!append_products (self, db, "search-names-archived", &codes, error))
    return NULL;

  end = (guint32) self->text->len;
  g_array_append_val (self->starts, end);
  return g_steal_pointer (&self);
}

/* Whether products are called what they were called. Most entries of the audit are of other things:
 * those seen are not looked at again.
 */
static gboolean
is_current (SediaNames   *self,
            SediaDb      *db,
            const State  *now,
            gboolean     *current,
            GError      **error)
{
  gint64 edits = 0;

  *current = self->state.product == now->product && self->state.barcode == now->barcode;
  if (!*current || self->state.audit == now->audit)
    return TRUE;
  if (!sedia_db_value (db, &edits, error, "search-edits", 1, self->state.audit))
    return FALSE;

  *current = edits == 0;
  self->state.audit = now->audit;
  return TRUE;
}

/**
 * sedia_names_get:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer none) (nullable): what products are called now, kept on the connection
 */
SediaNames *
sedia_names_get (SediaDb  *db,
                 GError  **error)
{
  SediaNames *self = sedia_db_kept (db);
  g_autoptr (GCancellable) cancellable = NULL;
  gboolean current = FALSE;
  State now;

  if (!read_state (db, &now, error) ||
      (self != NULL && !is_current (self, db, &now, &current, error)))
    return NULL;
  if (current)
    return self;

  /* The next key press, which stops this search, needs them as well. */
  if (sedia_db_get_cancellable (db) != NULL)
    cancellable = g_object_ref (sedia_db_get_cancellable (db));
  sedia_db_set_cancellable (db, NULL);
  self = load (db, &now, error);
  sedia_db_set_cancellable (db, cancellable);

  if (self != NULL)
    sedia_db_keep (db, self, (GDestroyNotify) names_free);
  return self;
}

/* ---- looking */

/* The product in whose part of the text an offset lies, at or after one that is before it: near
 * ones, which are the rule, in few steps.
 */
static guint
product_at (SediaNames *self,
            guint       from,
            guint32     offset)
{
  const guint32 *starts = (const guint32 *) (gpointer) self->starts->data;
  guint low = from, reach = 1, high;

  while (low + reach < self->ids->len && starts[low + reach] <= offset)
    {
      low += reach;
      reach *= 2;
    }

  for (high = MIN (low + reach, self->ids->len); high - low > 1;)
    {
      const guint middle = low + (high - low) / 2;

      if (starts[middle] <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static gboolean
fits (SediaNames       *self,
      guint             product,
      const SediaWords *words,
      guint             except)
{
  const guint32 *starts = (const guint32 *) (gpointer) self->starts->data;
  const char *text = self->text->str + starts[product];
  const char *end = self->text->str + starts[product + 1];

  for (guint i = 0; i < words->n_words; i++)
    if (i != except && memmem (text, (gsize) (end - text), words->words[i],
                               strlen (words->words[i])) == NULL)
      return FALSE;

  return TRUE;
}

/* The longest word is the one that fewest products have. */
static guint
longest (const SediaWords *words)
{
  guint found = 0;

  for (guint i = 1; i < words->n_words; i++)
    if (strlen (words->words[i]) > strlen (words->words[found]))
      found = i;

  return found;
}

/* FALSE: that is enough. */
typedef gboolean (*FoundFunc) (SediaNames *self,
                               guint       product,
                               gpointer    data);

/* Calls @found for each of the first @n_products that has all words. */
static void
look (SediaNames       *self,
      guint             n_products,
      const SediaWords *words,
      FoundFunc         found,
      gpointer          data)
{
  const guint probe = longest (words);
  const char *word = words->words[probe];
  const gsize length = strlen (word);
  const char *end = self->text->str + g_array_index (self->starts, guint32, n_products);
  const char *place = self->text->str;
  guint product = 0;

  while ((place = sedia_text_find (place, (gsize) (end - place), word, length)) != NULL)
    {
      product = product_at (self, product, (guint32) (place - self->text->str));
      if (fits (self, product, words, probe) && !found (self, product, data))
        return;

      place = self->text->str + g_array_index (self->starts, guint32, product + 1);
    }
}

typedef struct
{
  GArray *ids;
  guint limit;
} Finding;

static gboolean
add_id (SediaNames *self,
        guint       product,
        gpointer    data)
{
  Finding *finding = data;

  g_array_append_val (finding->ids, g_array_index (self->ids, gint64, product));
  return finding->limit == 0 || finding->ids->len < finding->limit;
}

/**
 * sedia_names_find:
 * @self: what products are called
 * @words: what was typed; no word is in all products
 * @limit: how many are enough; 0 for all
 *
 * Returns: (transfer full) (element-type gint64): the products that have all words, by name,
 *   without the archived
 */
GArray *
sedia_names_find (SediaNames       *self,
                  const SediaWords *words,
                  guint             limit)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Finding finding = { ids, limit };

  if (words->n_words == 0)
    return g_array_append_vals (ids, self->ids->data,
                                limit > 0 ? MIN (limit, self->n_sold) : self->n_sold);

  look (self, self->n_sold, words, add_id, &finding);
  return ids;
}

static gboolean
mark_id (SediaNames *self,
         guint       product,
         gpointer    data)
{
  const gint64 id = g_array_index (self->ids, gint64, product);

  ((guint8 *) data)[id / 8] |= (guint8) (1 << (id % 8));
  return TRUE;
}

/**
 * sedia_names_mark:
 * @self: what products are called
 * @words: at least one
 *
 * Returns: (transfer full): a bit for each product id, the archived too, for lists of other
 *   products or in another order
 */
guint8 *
sedia_names_mark (SediaNames       *self,
                  const SediaWords *words)
{
  guint8 *marks = g_malloc0 ((gsize) self->max_id / 8 + 1);

  look (self, self->ids->len, words, mark_id, marks);
  return marks;
}

/**
 * sedia_names_is_marked: Whether a product is one of those.
 */
gboolean
sedia_names_is_marked (const SediaNames *self,
                       const guint8     *marks,
                       gint64            product_id)
{
  return product_id <= self->max_id && (marks[product_id / 8] >> (product_id % 8) & 1) != 0;
}
