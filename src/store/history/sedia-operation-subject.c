/* What an entry of the log was about, for a window that can show it. */
#include "config.h"

#include "sedia-db.h"
#include "sedia-reads.h"

/* By the rows it touched, not by the words in the log: a name may have changed since, or belong to
 * two. */
static gboolean
find_touched (SediaDb     *db,
              gint64       operation_id,
              const char  *table,
              gint64      *id,
              GError     **error)
{
  g_autoptr (SediaStmt) stmt = sedia_db_prepare (db, "operation-done-to", error);
  SediaStep step;

  if (stmt == NULL)
    return FALSE;

  sedia_stmt_bind_int64 (stmt, 1, operation_id);
  sedia_stmt_bind_text (stmt, 2, table);
  step = sedia_stmt_step (stmt, error);
  if (step == SEDIA_STEP_ROW)
    *id = sedia_stmt_int64 (stmt, 0);

  return step != SEDIA_STEP_ERROR;
}

/**
 * sedia_operation_find_subject:
 * @db: the database
 * @operation: an entry of the log
 * @kind: (out): of what it was done to
 * @id: (out): which; 0 when it were several, or none that can be shown, or it is gone
 * @error: return location
 */
gboolean
sedia_operation_find_subject (SediaDb               *db,
                              const SediaOperation  *operation,
                              SediaKind             *kind,
                              gint64                *id,
                              GError               **error)
{
  static const struct
  {
    const char *kind;    /* of the operation, or how it begins */
    SediaKind thing;
    const char *table;   /* NULL when the log has its number */
  } subjects[] = {
    { "delivery-receive", SEDIA_KIND_DELIVERY, NULL },
    { "purchase-", SEDIA_KIND_PURCHASE, NULL },
    { "order-", SEDIA_KIND_ORDER, NULL },
    { "hand-over", SEDIA_KIND_ORDER, NULL },
    { "return", SEDIA_KIND_ORDER, NULL },
    { "product-", SEDIA_KIND_PRODUCT, "product" },
    { "sale", SEDIA_KIND_PRODUCT, "product" },
    { "asked", SEDIA_KIND_PRODUCT, "product" },
    { "stock-", SEDIA_KIND_PRODUCT, "product" },
    { "customer-add", SEDIA_KIND_CUSTOMER, "customer" },
    { "customer-edit", SEDIA_KIND_CUSTOMER, "customer" },
    { "contact-told", SEDIA_KIND_CUSTOMER, "customer" },
    { "supplier-", SEDIA_KIND_SUPPLIER, "supplier" },
  };

  *id = 0;
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (!g_str_has_prefix (operation->kind, subjects[i].kind))
        continue;

      *kind = subjects[i].thing;
      if (subjects[i].table != NULL)
        return find_touched (db, operation->id, subjects[i].table, id, error);
      *id = g_ascii_strtoll (operation->subject, NULL, 10);
      return TRUE;
    }

  return TRUE;
}
