/* A shop in a temporary folder, and the real sediactl to ask about it. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Shop:
 * @folder: a temporary folder
 * @database: the shop's file in it
 * @environment: what the program is started with
 */
typedef struct
{
  char *folder;
  char *database;
  char **environment;
} Shop;

/**
 * Reply:
 * @status: the exit status
 * @output: what stood on standard output
 * @complaint: what stood on standard error
 */
typedef struct
{
  int status;
  char *output;
  char *complaint;
} Reply;

Shop *shop_new (void);
void shop_free (Shop *shop);
char *shop_path (Shop       *shop,
                 const char *name);
char *shop_write (Shop       *shop,
                  const char *name,
                  const char *text);
char *shop_read (Shop       *shop,
                 const char *name);

Reply *shop_run (Shop *shop,
                 char **words);
void reply_free (Reply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Shop, shop_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reply, reply_free)

Reply *reply_of (Shop *shop,
                 ...) G_GNUC_NULL_TERMINATED;
void done (Shop *shop,
           ...) G_GNUC_NULL_TERMINATED;
char *told (Shop *shop,
            ...) G_GNUC_NULL_TERMINATED;
JsonNode *asked (Shop *shop,
                 ...) G_GNUC_NULL_TERMINATED;
char *refused (Shop *shop,
               int   status,
               ...) G_GNUC_NULL_TERMINATED;

JsonNode *at (JsonNode   *node,
              const char *place);
const char *text_at (JsonNode   *node,
                     const char *place);
double number_at (JsonNode   *node,
                  const char *place);
gboolean flag_at (JsonNode   *node,
                  const char *place);
guint count_at (JsonNode   *node,
                const char *place);
char *keys_of (JsonNode *node);

#define assert_contains(text, part)                                                                \
  G_STMT_START                                                                                     \
    {                                                                                              \
      const char *text_ = (text);                                                                  \
      const char *part_ = (part);                                                                  \
      if (strstr (text_, part_) == NULL)                                                           \
        g_error ("%s:%d: “%s” is not in “%s”", __FILE__, __LINE__, part_, text_);                  \
    }                                                                                              \
  G_STMT_END

/* A sentence, whole, by its beginning: which one it is and that it names what it is about. */
#define assert_refused(shop, status, part, ...)                                                    \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *sentence_ = refused ((shop), (status), __VA_ARGS__);                        \
      assert_contains (sentence_, (part));                                                         \
    }                                                                                              \
  G_STMT_END

G_END_DECLS
