/* verdict show, shop, follow, overrule. */
#include "config.h"

#include "sedia-cli-jobs.h"
#include "sedia-cli-reply.h"
#include "sedia-cli-values.h"
#include "sedia-time.h"

#include <glib/gi18n.h>

static void
write_terms (SediaCliJson              *json,
             const char                *name,
             const SediaBackorderTerms *terms,
             guint                      decimals)
{
  sedia_cli_json_begin_object (json, name);
  sedia_cli_json_string (json, "backorder", sedia_backorder_policy_to_string (terms->policy));
  sedia_cli_json_quantity (json, "backorder_limit", terms->limit, decimals);
  sedia_cli_json_number_of (json, "backorder_wait", terms->wait);
  sedia_cli_json_number_of (json, "backorder_deposit", terms->deposit);
  sedia_cli_json_end_object (json);
}

static void
write_rows (SediaCliJson *json,
            GPtrArray    *rows)
{
  sedia_cli_json_begin_array (json, "rows");
  for (guint i = 0; i < rows->len; i++)
    {
      const SediaEvidence *row = g_ptr_array_index (rows, i);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_day (json, "day", row->day);
      sedia_cli_json_string (json, "what", row->what);
      sedia_cli_json_string (json, "found", row->found);
      sedia_cli_json_boolean (json, "good", row->is_good);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static void
write_reasons (SediaCliJson              *json,
               const SediaProductVerdict *verdict)
{
  sedia_cli_json_begin_array (json, "reasons");
  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    {
      const SediaVerdictReason reason = (SediaVerdictReason) i;
      g_autofree char *sentence = sedia_verdict_sentence (&verdict->numbers, reason);

      sedia_cli_json_begin_object (json, NULL);
      sedia_cli_json_string (json, "reason", sedia_verdict_reason_to_string (reason));
      sedia_cli_json_string (json, "grade",
                             sedia_grade_to_string (verdict->verdict.grades[i]));
      sedia_cli_json_string (json, "sentence", sentence);
      write_rows (json, verdict->evidence[i]);
      sedia_cli_json_end_object (json);
    }
  sedia_cli_json_end_array (json);
}

static char *
reply_json (const SediaProductVerdict *verdict)
{
  const guint decimals = verdict->product->decimals;
  SediaBackorderTerms now;
  SediaCliJson json;

  sedia_backorder_terms_of (verdict->product, &now);
  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "sku", verdict->product->sku);
  sedia_cli_json_string (&json, "verdict", sedia_verdict_kind_to_string (verdict->verdict.kind));
  write_terms (&json, "terms", &verdict->verdict.terms, decimals);
  write_terms (&json, "now", &now, decimals);
  sedia_cli_json_text (&json, "why", verdict->product->backorder_why);
  sedia_cli_json_text (&json, "decided_by", verdict->decided_by);
  sedia_cli_json_string (&json, "next", sedia_verdict_step_sentence (verdict->verdict.step));
  write_reasons (&json, verdict);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static const SediaCliColumn columns[] = {
  { N_("About"), FALSE }, { N_("Grade"), FALSE }, { N_("Why"), FALSE },
};

static char *
dup_reasons (const SediaProductVerdict *verdict)
{
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < SEDIA_N_VERDICT_REASONS; i++)
    {
      g_autofree char *sentence = sedia_verdict_sentence (&verdict->numbers,
                                                          (SediaVerdictReason) i);

      sedia_cli_table_text (table, sedia_verdict_reason_label ((SediaVerdictReason) i));
      sedia_cli_table_text (table, sedia_grade_label (verdict->verdict.grades[i]));
      sedia_cli_table_text (table, sentence);
    }

  return sedia_cli_table_format (table);
}

static char *
reply_text (const SediaProductVerdict *verdict)
{
  const SediaProduct *product = verdict->product;
  g_autofree char *reasons = dup_reasons (verdict);
  g_autofree char *terms = sedia_backorder_terms_words (&verdict->verdict.terms, product->decimals,
                                                        product->unit);
  g_autofree char *now = NULL;
  SediaBackorderTerms in_force;

  sedia_backorder_terms_of (product, &in_force);
  now = sedia_backorder_terms_words (&in_force, product->decimals, product->unit);

  /* Translators: a product, the verdict, what follows from it, what is in force, a table, what to
   * do next */
  return g_strdup_printf (_("%s: %s – %s. Now: %s.\n%s%s\n"), product->name,
                          sedia_verdict_kind_label (verdict->verdict.kind), terms, now, reasons,
                          sedia_verdict_step_sentence (verdict->verdict.step));
}

static char *
reply (SediaDb         *db,
       const SediaCli  *cli,
       gint64           product_id,
       GError         **error)
{
  g_autoptr (SediaProductVerdict) verdict = sedia_verdict_of (db, product_id, sedia_day_today (),
                                                              error);

  if (verdict == NULL)
    return NULL;

  return cli->json ? reply_json (verdict) : reply_text (verdict);
}

/**
 * sedia_cli_verdict_show: verdict show SKU
 */
char *
sedia_cli_verdict_show (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0),
                                                             error);

  return product != NULL ? reply (db, cli, product->id, error) : NULL;
}

/**
 * sedia_cli_verdict_follow: verdict follow SKU
 */
char *
sedia_cli_verdict_follow (SediaDb   *db,
                          SediaCli  *cli,
                          GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0),
                                                             error);

  if (product == NULL || !sedia_product_follow (db, product->id, error))
    return NULL;

  return reply (db, cli, product->id, error);
}

/**
 * sedia_cli_verdict_overrule: verdict overrule SKU
 */
char *
sedia_cli_verdict_overrule (SediaDb   *db,
                            SediaCli  *cli,
                            GError   **error)
{
  g_autoptr (SediaProduct) product = sedia_cli_find_product (db, sedia_cli_argument (cli, 0),
                                                             error);
  const char *limit = sedia_cli_get (cli, "backorder-limit");
  SediaBackorderTerms terms = { .limit = SEDIA_NO_AMOUNT };

  if (product == NULL)
    return NULL;

  sedia_backorder_policy_from_string (sedia_cli_get (cli, "backorder"), &terms.policy);
  terms.wait = sedia_cli_small_number (sedia_cli_get (cli, "backorder-wait"));
  terms.deposit = sedia_cli_small_number (sedia_cli_get (cli, "backorder-deposit"));
  if (limit != NULL && *limit != '\0' &&
      !sedia_cli_read_quantity (limit, product->decimals, &terms.limit, error))
    {
      g_prefix_error (error, "--%s: ", "backorder-limit");
      return NULL;
    }
  if (!sedia_product_decide (db, product->id, &terms, sedia_cli_get (cli, "why"), error))
    return NULL;

  return reply (db, cli, product->id, error);
}

/* ---- the shop */

static void
write_share (SediaCliJson     *json,
             const char       *name,
             const SediaShare *share)
{
  sedia_cli_json_begin_object (json, name);
  sedia_cli_json_integer (json, "n", share->n);
  sedia_cli_json_integer (json, "well", share->hits);
  sedia_cli_json_end_object (json);
}

static void
write_part (SediaCliJson           *json,
            const SediaShopVerdict *verdict,
            SediaShopPart           part)
{
  const SediaShopGrade grade = sedia_shop_grade (&verdict->numbers, part);
  g_autofree char *sentence = sedia_shop_part_sentence (&verdict->numbers, part);

  sedia_cli_json_begin_object (json, NULL);
  sedia_cli_json_string (json, "part", sedia_shop_part_to_string (part));
  sedia_cli_json_string (json, "grade", sedia_grade_to_string (grade.grade));
  sedia_cli_json_string (json, "trend", sedia_trend_to_string (grade.trend));
  sedia_cli_json_string (json, "sentence", sentence);
  sedia_cli_json_string (json, "next", sedia_shop_step_sentence (part, &grade));
  write_share (json, "now", &verdict->numbers.now[part]);
  write_share (json, "before", &verdict->numbers.before[part]);
  write_rows (json, verdict->evidence[part]);
  sedia_cli_json_end_object (json);
}

static char *
reply_shop_json (const SediaShopVerdict *verdict)
{
  SediaCliJson json;

  sedia_cli_json_init (&json);
  sedia_cli_json_begin_object (&json, NULL);
  sedia_cli_json_string (&json, "predict",
                         sedia_grade_to_string (sedia_shop_answer (&verdict->numbers,
                                                                   SEDIA_SHOP_CAN_PREDICT)));
  sedia_cli_json_string (&json, "work",
                         sedia_grade_to_string (sedia_shop_answer (&verdict->numbers,
                                                                   SEDIA_SHOP_WORKS_WELL)));
  sedia_cli_json_begin_array (&json, "parts");
  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    write_part (&json, verdict, (SediaShopPart) i);
  sedia_cli_json_end_array (&json);
  sedia_cli_json_end_object (&json);

  return sedia_cli_json_finish (&json);
}

static const SediaCliColumn shop_columns[] = {
  { N_("About"), FALSE }, { N_("Grade"), FALSE },     { N_("Why"), FALSE },
  { N_("Trend"), FALSE }, { N_("Next step"), FALSE },
};

static char *
reply_question (const SediaShopVerdict *verdict,
                SediaShopQuestion       question)
{
  g_autoptr (SediaCliTable) table = sedia_cli_table_new (shop_columns,
                                                         G_N_ELEMENTS (shop_columns));
  g_autofree char *rows = NULL;

  for (guint i = 0; i < SEDIA_N_SHOP_PARTS; i++)
    if (sedia_shop_part_question ((SediaShopPart) i) == question)
      {
        const SediaShopPart part = (SediaShopPart) i;
        const SediaShopGrade grade = sedia_shop_grade (&verdict->numbers, part);
        g_autofree char *sentence = sedia_shop_part_sentence (&verdict->numbers, part);

        sedia_cli_table_text (table, sedia_shop_part_label (part));
        sedia_cli_table_text (table, sedia_grade_label (grade.grade));
        sedia_cli_table_text (table, sentence);
        sedia_cli_table_text (table, sedia_trend_label (grade.trend));
        sedia_cli_table_text (table, sedia_shop_step_sentence (part, &grade));
      }
  rows = sedia_cli_table_format (table);

  return g_strdup_printf ("%s %s\n%s", sedia_shop_question_label (question),
                          sedia_shop_answer_label (sedia_shop_answer (&verdict->numbers,
                                                                      question)), rows);
}

/**
 * sedia_cli_verdict_shop: verdict shop
 */
char *
sedia_cli_verdict_shop (SediaDb   *db,
                        SediaCli  *cli,
                        GError   **error)
{
  g_autoptr (SediaShopVerdict) verdict = sedia_shop_verdict_read (db, sedia_time_now (), error);
  g_autofree char *predict = NULL, *work = NULL;

  if (verdict == NULL)
    return NULL;
  if (cli->json)
    return reply_shop_json (verdict);

  predict = reply_question (verdict, SEDIA_SHOP_CAN_PREDICT);
  work = reply_question (verdict, SEDIA_SHOP_WORKS_WELL);

  return g_strdup_printf ("%s\n%s", predict, work);
}
