/* Puts a product out of the lists, or back into them.
 *
 * Customers who wait for it go on waiting: that is said, because nobody would come across it.
 */
#include "config.h"

#include "sedia-product-archive.h"

#include "sedia-act.h"
#include "sedia-ask.h"

#include <glib/gi18n.h>

typedef struct
{
  gint64 id;
  gboolean is_archived;
  char *name;
  gint64 waiting_lines; /* found out on the way */
} Archiving;

static void
archiving_free (gpointer data)
{
  Archiving *archiving = data;

  g_free (archiving->name);
  g_free (archiving);
}

static gpointer
archive_job (SediaDb   *db,
             gpointer   data,
             GError   **error)
{
  Archiving *archiving = data;
  g_autoptr (SediaProduct) product = sedia_product_read (db, archiving->id, error);

  if (product == NULL)
    return NULL;

  archiving->waiting_lines = product->waiting_lines;
  product->archived = archiving->is_archived;

  return sedia_product_save (db, product, error) ? SEDIA_DONE : NULL;
}

static char *
archived (GtkWidget *widget,
          gpointer   result,
          gpointer   data)
{
  const Archiving *archiving = data;
  const guint n = (guint) archiving->waiting_lines;

  if (!archiving->is_archived)
    return g_strdup_printf (_("Back in the lists – %s"), archiving->name);
  if (n == 0)
    return g_strdup_printf (_("Archived – %s"), archiving->name);

  /* Translators: a product, and how many lines of orders wait for it. */
  return g_strdup_printf (ngettext ("Archived – %s; %u line still waits for it",
                                    "Archived – %s; %u lines still wait for it", n),
                          archiving->name, n);
}

/**
 * sedia_product_archive:
 * @widget: who asks
 * @store: where
 * @product: which product
 * @is_archived: out of the lists, or back into them
 */
void
sedia_product_archive (GtkWidget          *widget,
                       SediaStore         *store,
                       const SediaProduct *product,
                       gboolean            is_archived)
{
  Archiving *archiving = g_new0 (Archiving, 1);

  archiving->id = product->id;
  archiving->is_archived = is_archived;
  archiving->name = g_strdup (product->name);
  sedia_act_run (widget, store, &(SediaActRun) {
                                  .act = { .kind = "product-edit" },
                                  .job = archive_job,
                                  .data = archiving,
                                  .data_free = archiving_free,
                                  .done = archived,
                                });
}

/* The question holds what it is about: by the time of the answer the row may be another. */
typedef struct
{
  SediaStore *store;
  SediaProduct *product;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->store);
  sedia_product_free (question->product);
  g_free (question);
}

static void
answered_cb (GtkWidget *widget,
             gboolean   is_yes,
             gpointer   data)
{
  const Question *question = data;

  if (is_yes)
    sedia_product_archive (widget, question->store, question->product, TRUE);
}

/**
 * sedia_product_ask_archive:
 * @widget: who asks
 * @store: where
 * @product: which product
 *
 * Archives after a yes: for a key that is pressed by mistake easily.
 */
void
sedia_product_ask_archive (GtkWidget          *widget,
                           SediaStore         *store,
                           const SediaProduct *product)
{
  Question *question;

  if (product->archived)
    return;

  question = g_new0 (Question, 1);
  question->store = g_object_ref (store);
  question->product = sedia_product_copy (product);
  sedia_ask (widget, &(SediaQuestion) {
                       .title = _("Archive this product?"),
                       .text = product->name,
                       .no = _("_Keep"),
                       .yes = _("_Archive"),
                     }, answered_cb, question, question_free);
}
