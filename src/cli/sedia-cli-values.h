/* Single words of the command line: checking their form, and finding what they name. */
#pragma once

#include "sedia-cli.h"

G_BEGIN_DECLS

/**
 * SediaCliOrderLine:
 * @position: the number of the line in its order
 * @quantity: (nullable): how much, as typed; %NULL when only the line was named
 * @need_by: the date, %SEDIA_NO_DAY for none
 * @has_need_by: whether a date, or "none", was given
 * @first: whether it is served before others
 * @has_first: whether that was said
 *
 * `L[=QTY][,need-by=DATE][,first|normal]`
 */
typedef struct
{
  guint position;
  char *quantity;
  int need_by;
  gboolean has_need_by;
  gboolean first;
  gboolean has_first;
} SediaCliOrderLine;

gboolean sedia_cli_check_value (const SediaCliOption  *option,
                                const char            *value,
                                GError               **error);
SediaCliType sedia_cli_argument_type (const char *word);
gint64 sedia_cli_number (const char *word);
guint sedia_cli_small_number (const char *word);
gboolean sedia_cli_is_yes (const char *word);

SediaProduct *sedia_cli_find_product (SediaDb     *db,
                                      const char  *word,
                                      GError     **error);
gboolean sedia_cli_read_quantity (const char  *word,
                                  guint        decimals,
                                  gint64      *quantity,
                                  GError     **error);
gint64 sedia_cli_find_customer (SediaDb     *db,
                                const char  *word,
                                gboolean     archived,
                                GError     **error);
SediaCustomer *sedia_cli_read_customer (SediaDb         *db,
                                        const SediaCli  *cli,
                                        GError         **error);
gint64 sedia_cli_find_supplier (SediaDb     *db,
                                const char  *word,
                                gboolean     archived,
                                GError     **error);

gboolean sedia_cli_add_amounts (SediaDb    *db,
                                GPtrArray  *words,
                                GArray     *amounts,
                                GError    **error);
gboolean sedia_cli_read_order_line (const char         *word,
                                    SediaCliOrderLine  *line,
                                    GError            **error);
gboolean sedia_cli_read_line_name (const char  *word,
                                   gint64      *order_id,
                                   guint       *position,
                                   GError     **error);
void sedia_cli_order_line_clear (SediaCliOrderLine *line);
gboolean sedia_cli_line_quantity (const SediaOrder         *order,
                                  const SediaCliOrderLine  *line,
                                  gint64                   *quantity,
                                  GError                  **error);
gboolean sedia_cli_read_line_draft (SediaDb              *db,
                                    const char           *word,
                                    SediaOrderLineDraft  *draft,
                                    GError              **error);

/* sedia-cli-purchase-line.c */
gboolean sedia_cli_check_purchase_line (const char  *word,
                                        GError     **error);
gboolean sedia_cli_read_purchase_line (SediaDb                 *db,
                                       const char              *word,
                                       SediaPurchaseLineDraft  *draft,
                                       GError                 **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaCliOrderLine, sedia_cli_order_line_clear)

G_END_DECLS
