/* The draft's content:
 *
 *   { "version": 1, "key": "...", "supplier": "PT Kopi", "note_number": "SJ-113",
 *     "lines": [ { "product": 7, "code": null, "typed": "2 dus", "amount": 24 }, ... ] }
 *
 * A line of a purchase has what is agreed besides: "terms": { "line": 4, "price": 1500, "expected":
 * 18600, "for": 12, "whom": "Siti, order 7" }; what is not said is not there.
 *
 * What stands beside the lines is the document's own: a customer's order has other members.
 *
 * The schema reads `$.lines[*].product`: the pack size of a product in a draft cannot change, so
 * "2 dus" still means the same when the draft is opened again. `amount` is kept for the other
 * case, a program started in another language the next day, where "1.250" would read differently.
 */
#include "config.h"

#include "sedia-draft-text.h"

#include "sedia-error.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define VERSION 1

static void
line_free (gpointer data)
{
  SediaDraftLine *line = data;

  g_free (line->code);
  g_free (line->typed);
  sedia_line_terms_clear (&line->terms);
  g_free (line);
}

/**
 * sedia_draft_text_new:
 *
 * Returns: (transfer full): an empty draft
 */
SediaDraftText *
sedia_draft_text_new (void)
{
  SediaDraftText *self = g_new0 (SediaDraftText, 1);

  self->key = g_strdup ("");
  self->head = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);

  return self;
}

/**
 * sedia_draft_text_free:
 * @self: (transfer full) (nullable): a draft
 *
 * Frees it.
 */
void
sedia_draft_text_free (SediaDraftText *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_hash_table_unref (self->head);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * sedia_draft_text_get:
 * @self: a draft
 * @name: of something above the lines
 *
 * Returns: what was typed there, empty for nothing
 */
const char *
sedia_draft_text_get (const SediaDraftText *self,
                      const char           *name)
{
  const char *value;

  g_return_val_if_fail (self != NULL, "");

  value = g_hash_table_lookup (self->head, name);

  return value != NULL ? value : "";
}

/**
 * sedia_draft_text_set:
 * @self: a draft
 * @name: of something above the lines
 * @value: (nullable): what was typed there
 */
void
sedia_draft_text_set (SediaDraftText *self,
                      const char     *name,
                      const char     *value)
{
  g_return_if_fail (self != NULL);

  g_hash_table_insert (self->head, g_strdup (name), g_strdup (value != NULL ? value : ""));
}

/**
 * sedia_draft_text_add:
 * @self: a draft
 * @product_id: 0 when nobody knows the code
 * @code: (nullable): that code
 * @typed: the quantity as typed
 * @amount: what it came to
 *
 * Appends a line.
 *
 * Returns: (transfer none): the line, without terms
 */
SediaDraftLine *
sedia_draft_text_add (SediaDraftText *self,
                      gint64          product_id,
                      const char     *code,
                      const char     *typed,
                      gint64          amount)
{
  SediaDraftLine *line;

  g_return_val_if_fail (self != NULL, NULL);

  line = g_new0 (SediaDraftLine, 1);
  line->terms = (SediaLineTerms) SEDIA_NO_TERMS;
  line->product_id = product_id;
  line->code = g_strdup (code);
  line->typed = g_strdup (typed != NULL ? typed : "");
  line->amount = amount;
  g_ptr_array_add (self->lines, line);

  return line;
}

static void
write_terms (JsonBuilder          *builder,
             const SediaLineTerms *terms)
{
  json_builder_set_member_name (builder, "terms");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "line");
  json_builder_add_int_value (builder, terms->line_id);
  if (terms->price != SEDIA_NO_AMOUNT)
    {
      json_builder_set_member_name (builder, "price");
      json_builder_add_int_value (builder, terms->price);
    }
  if (terms->expected != SEDIA_NO_DAY)
    {
      json_builder_set_member_name (builder, "expected");
      json_builder_add_int_value (builder, terms->expected);
    }
  if (terms->order_line_id != 0)
    {
      json_builder_set_member_name (builder, "for");
      json_builder_add_int_value (builder, terms->order_line_id);
      json_builder_set_member_name (builder, "whom");
      json_builder_add_string_value (builder, terms->whom != NULL ? terms->whom : "");
    }
  json_builder_end_object (builder);
}

static void
write_line (JsonBuilder          *builder,
            const SediaDraftLine *line)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "product");
  if (line->product_id != 0)
    json_builder_add_int_value (builder, line->product_id);
  else
    json_builder_add_null_value (builder);

  json_builder_set_member_name (builder, "code");
  if (line->code != NULL)
    json_builder_add_string_value (builder, line->code);
  else
    json_builder_add_null_value (builder);

  json_builder_set_member_name (builder, "typed");
  json_builder_add_string_value (builder, line->typed);
  json_builder_set_member_name (builder, "amount");
  json_builder_add_int_value (builder, line->amount);
  if (!sedia_line_terms_is_none (&line->terms))
    write_terms (builder, &line->terms);
  json_builder_end_object (builder);
}

/* In the order of the names: the same draft is the same text. */
static void
write_head (JsonBuilder *builder,
            GHashTable  *head)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (head), (GCompareFunc) strcmp);

  for (GList *name = names; name != NULL; name = name->next)
    {
      json_builder_set_member_name (builder, name->data);
      json_builder_add_string_value (builder, g_hash_table_lookup (head, name->data));
    }
}

/* json-glib escapes the control characters but the last, which no other reader of JSON takes raw:
 * the draft could not be saved.
 */
static char *
to_string (JsonNode *root)
{
  g_autofree char *json = json_to_string (root, FALSE);
  GString *text = g_string_new (json);

  g_string_replace (text, "\037", "\\u001f", 0);
  return g_string_free (text, FALSE);
}

/**
 * sedia_draft_text_write:
 * @self: a draft
 *
 * Returns: (transfer full): its JSON
 */
char *
sedia_draft_text_write (const SediaDraftText *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  json_builder_set_member_name (builder, "key");
  json_builder_add_string_value (builder, self->key);
  write_head (builder, self->head);
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->lines->len; i++)
    write_line (builder, g_ptr_array_index (self->lines, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return to_string (root);
}

/* A member of the wanted type, or what stands for nothing: a draft of another program is not
 * trusted.
 */
static const char *
get_string (JsonObject *object,
            const char *name,
            const char *otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return otherwise;

  return json_node_get_string (node);
}

static gint64
get_int (JsonObject *object,
         const char *name,
         gint64      otherwise)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return otherwise;

  return json_node_get_int (node);
}

static void
read_terms (SediaLineTerms *terms,
            JsonNode       *node)
{
  JsonObject *object;
  gint64 expected;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  expected = get_int (object, "expected", SEDIA_NO_DAY);
  sedia_line_terms_set (terms, &(SediaLineTerms) {
                                 .line_id = get_int (object, "line", 0),
                                 .price = get_int (object, "price", SEDIA_NO_AMOUNT),
                                 .expected = (int) CLAMP (expected, G_MININT, G_MAXINT),
                                 .order_line_id = get_int (object, "for", 0),
                                 .whom = (char *) get_string (object, "whom", NULL),
                               });
}

static void
read_line (SediaDraftText *self,
           JsonNode       *node)
{
  JsonObject *object;
  SediaDraftLine *line;
  const char *code;
  gint64 product_id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;

  object = json_node_get_object (node);
  product_id = get_int (object, "product", 0);
  code = get_string (object, "code", NULL);
  if (product_id <= 0 && code == NULL)
    return;

  line = sedia_draft_text_add (self, product_id, code, get_string (object, "typed", ""),
                               get_int (object, "amount", 0));
  read_terms (&line->terms, json_object_get_member (object, "terms"));
}

static void
read_head (SediaDraftText *self,
           JsonObject     *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *name = names; name != NULL; name = name->next)
    {
      const char *value = get_string (object, name->data, NULL);

      if (value != NULL && !g_str_equal (name->data, "key"))
        sedia_draft_text_set (self, name->data, value);
    }
}

/**
 * sedia_draft_text_read:
 * @content: what sedia_draft_text_write() wrote
 * @error: return location for a sentence
 *
 * Returns: (transfer full) (nullable): the draft
 */
SediaDraftText *
sedia_draft_text_read (const char  *content,
                       GError     **error)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (SediaDraftText) self = NULL;
  JsonObject *object;
  JsonNode *lines;

  g_return_val_if_fail (content != NULL, NULL);

  root = json_from_string (content, NULL);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_FILE,
                           _("The draft cannot be read. Discard it and enter it again."));
      return NULL;
    }

  self = sedia_draft_text_new ();
  object = json_node_get_object (root);
  g_free (self->key);
  self->key = g_strdup (get_string (object, "key", ""));
  read_head (self, object);

  lines = json_object_get_member (object, "lines");
  if (lines != NULL && JSON_NODE_HOLDS_ARRAY (lines))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (lines)); i++)
      read_line (self, json_array_get_element (json_node_get_array (lines), i));

  return g_steal_pointer (&self);
}
