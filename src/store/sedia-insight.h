/* What the shop's own records tell: does a backorder suit a product, and does it suit the shop?
 * Every number comes with the rows that make it. Everything here runs in a job of the store.
 */
#pragma once

#include "sedia-changes.h"
#include "sedia-shop-grade.h"
#include "sedia-store-types.h"
#include "sedia-verdict.h"

G_BEGIN_DECLS

/* What is older says little of now. */
#define SEDIA_VERDICT_WEEKS 52

/**
 * SediaEvidence:
 * @kind: of what can be opened to see more
 * @id: its number
 * @day: when it was
 * @what: what was looked at: "Order 12, Siti Rahma"
 * @found: what became of it: "promised for 3 December, there on 5 December"
 * @is_good: whether that speaks for the shop
 *
 * One of the rows that make a number.
 */
typedef struct
{
  SediaKind kind;
  gint64 id;
  int day;
  char *what;
  char *found;
  gboolean is_good;
} SediaEvidence;

void sedia_evidence_free (SediaEvidence *evidence);

/**
 * SediaProductVerdict:
 * @product: the product, with its balances and the decision in force
 * @numbers: what was measured
 * @verdict: what that comes to
 * @evidence: (element-type SediaEvidence): for each reason the rows behind it, the newest first
 * @decided_at: when the terms in force were set, 0 for never
 * @decided_by: (nullable): by whom
 */
typedef struct
{
  SediaProduct *product;
  SediaVerdictNumbers numbers;
  SediaVerdict verdict;
  GPtrArray *evidence[SEDIA_N_VERDICT_REASONS];
  gint64 decided_at;
  char *decided_by;
} SediaProductVerdict;

void sedia_product_verdict_free (SediaProductVerdict *verdict);
SediaProductVerdict *sedia_verdict_of (SediaDb *db, gint64 product_id, int today, GError **error);

/* ---- deciding: in an action */
gboolean sedia_product_decide (SediaDb *db, gint64 product_id, const SediaBackorderTerms *terms,
                               const char *why, GError **error);
gboolean sedia_product_follow (SediaDb *db, gint64 product_id, GError **error);

/**
 * SediaShopVerdict:
 * @numbers: what was measured
 * @evidence: (element-type SediaEvidence): for each part the rows of the last 13 weeks behind it,
 *   the newest first
 */
typedef struct
{
  SediaShopNumbers numbers;
  GPtrArray *evidence[SEDIA_N_SHOP_PARTS];
} SediaShopVerdict;

void sedia_shop_verdict_free (SediaShopVerdict *verdict);
SediaShopVerdict *sedia_shop_verdict_read (SediaDb *db, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaShopVerdict, sedia_shop_verdict_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaEvidence, sedia_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaProductVerdict, sedia_product_verdict_free)

G_END_DECLS
