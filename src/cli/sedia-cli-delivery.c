/* delivery receive, show, list, undo. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static gint64
delivery_number (const SediaCli *cli)
{
  return sedia_cli_number (sedia_cli_argument (cli, 0));
}

static char *
reply_delivery (SediaDb         *db,
                const SediaCli  *cli,
                gint64           delivery_id,
                GError         **error)
{
  g_autoptr (SediaDelivery) delivery = sedia_delivery_read (db, delivery_id, error);

  g_autoptr (GPtrArray) differences = NULL;

  if (delivery == NULL || !(differences = sedia_delivery_differences (db, delivery, error)))
    return NULL;

  return sedia_cli_reply_delivery (cli, delivery, differences, NULL);
}

/* All that is still to come of a purchase. */
static GArray *
amounts_of_purchase (SediaDb  *db,
                     gint64    purchase_id,
                     GError  **error)
{
  g_autoptr (SediaPurchase) purchase = sedia_purchase_read (db, purchase_id, error);
  GArray *amounts;

  if (purchase == NULL)
    return NULL;

  amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  for (guint i = 0; i < purchase->lines->len; i++)
    {
      const SediaPurchaseLine *line = g_ptr_array_index (purchase->lines, i);
      const SediaAmount amount = { line->product_id, line->incoming };

      if (amount.quantity > 0)
        g_array_append_val (amounts, amount);
    }

  return amounts;
}

/* What is in the file first, then what was typed; without either, all of the purchase. */
static GArray *
read_amounts (SediaDb         *db,
              const SediaCli  *cli,
              gint64           purchase_id,
              GError         **error)
{
  const char *path = sedia_cli_argument (cli, 0);
  GPtrArray *words = sedia_cli_get_all (cli, "line");
  g_autoptr (GArray) amounts = NULL;

  if (path == NULL && words == NULL && purchase_id != 0)
    return amounts_of_purchase (db, purchase_id, error);
  if (path == NULL && words == NULL)
    {
      g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                           _("Say what arrived: “--line SKU=QTY”, or a CSV file."));
      return NULL;
    }

  if (path != NULL && !sedia_delivery_amounts_from_file (db, path, &amounts, error))
    return NULL;
  if (amounts == NULL)
    amounts = g_array_new (FALSE, FALSE, sizeof (SediaAmount));
  if (words != NULL && !sedia_cli_add_amounts (db, words, amounts, error))
    return NULL;

  return g_steal_pointer (&amounts);
}

/* What receiving it would be warned about: the same note was received before. */
static gboolean
find_warning (SediaDb                   *db,
              const SediaDeliveryDraft  *draft,
              char                     **warning,
              GError                   **error)
{
  gint64 delivery_id = 0;
  gint64 at = 0;
  g_autofree char *day = NULL;

  if (draft->note_number == NULL || *draft->note_number == '\0')
    return TRUE;
  if (!sedia_delivery_find_note (db, draft->supplier_id, draft->note_number, &delivery_id, &at,
                                 error))
    return FALSE;
  if (delivery_id == 0)
    return TRUE;

  day = sedia_day_format_iso (sedia_day_of_time (at));
  /* Translators: the number of a note, the number of a delivery, and its day: 2026-11-22. */
  *warning = g_strdup_printf (_("The note “%s” was received before (delivery %" PRId64 ", %s)."),
                              draft->note_number, delivery_id, day);
  return TRUE;
}

static char *
preview (SediaDb                   *db,
         const SediaCli            *cli,
         const SediaDeliveryDraft  *draft,
         GError                   **error)
{
  g_autoptr (SediaDelivery) delivery = NULL;
  g_autoptr (SediaSupplier) supplier = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *warning = NULL;

  if (draft->supplier_id != 0 &&
      (supplier = sedia_supplier_read (db, draft->supplier_id, error)) == NULL)
    return NULL;
  if (!find_warning (db, draft, &warning, error))
    return NULL;

  delivery = sedia_delivery_preview_for (db, draft->purchase_id, draft->lines, error);
  if (delivery == NULL)
    return NULL;
  if (draft->purchase_id != 0 &&
      !(differences = sedia_purchase_differences (db, draft->purchase_id, draft->lines, error)))
    return NULL;

  if (supplier != NULL && delivery->supplier == NULL)
    delivery->supplier = g_strdup (supplier->name);
  g_free (delivery->note_number);
  delivery->note_number = g_strdup (draft->note_number);
  delivery->at = cli->at != 0 ? cli->at : sedia_time_now ();

  return sedia_cli_reply_delivery (cli, delivery, differences, warning);
}

/**
 * sedia_cli_delivery_receive: delivery receive [FILE]
 */
char *
sedia_cli_delivery_receive (SediaDb   *db,
                            SediaCli  *cli,
                            GError   **error)
{
  const char *supplier = sedia_cli_get (cli, "supplier");
  const gint64 purchase_id = sedia_cli_number (sedia_cli_get (cli, "purchase"));
  g_autoptr (GArray) amounts = read_amounts (db, cli, purchase_id, error);
  SediaDeliveryDraft draft = {
    .purchase_id = purchase_id,
    .note_number = sedia_cli_get (cli, "note-number"),
    .lines = amounts,
  };
  gint64 delivery_id;

  if (amounts == NULL)
    return NULL;
  if (supplier != NULL && *supplier != '\0' &&
      (draft.supplier_id = sedia_cli_find_supplier (db, supplier, FALSE, error)) == 0)
    return NULL;

  if (sedia_cli_has (cli, "preview"))
    return preview (db, cli, &draft, error);
  if (!sedia_delivery_receive (db, &draft, &delivery_id, error))
    return NULL;

  return reply_delivery (db, cli, delivery_id, error);
}

/**
 * sedia_cli_delivery_show: delivery show N
 */
char *
sedia_cli_delivery_show (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  return reply_delivery (db, cli, delivery_number (cli), error);
}

/**
 * sedia_cli_delivery_list: delivery list
 */
char *
sedia_cli_delivery_list (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  gint64 limit = sedia_cli_number (sedia_cli_get (cli, "limit"));
  g_autoptr (GPtrArray) deliveries = NULL;

  deliveries = sedia_delivery_list (db, (guint) MIN (limit, G_MAXINT), error);
  if (deliveries == NULL)
    return NULL;

  return sedia_cli_reply_list (cli, &sedia_cli_delivery_shape, deliveries);
}

/**
 * sedia_cli_delivery_undo: delivery undo N
 */
char *
sedia_cli_delivery_undo (SediaDb   *db,
                         SediaCli  *cli,
                         GError   **error)
{
  if (!sedia_delivery_undo (db, delivery_number (cli), error))
    return NULL;

  return reply_delivery (db, cli, delivery_number (cli), error);
}
