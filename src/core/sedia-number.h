/* Quantities and money without floating point.
 *
 * A quantity is an integer number of the product's smallest unit (a product has 0-3 decimals: 1.250
 * kg with 3 decimals is 1250). Money is an integer of hundredths of the currency. Both are read and
 * written with the same functions; the form says which marks stand for the decimals and the
 * thousands.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SEDIA_DECIMALS_MAX 3
#define SEDIA_MONEY_DECIMALS 2
/* Far above any shop, far below where sums of a million rows could overflow (2^63 / 10^6). */
#define SEDIA_QUANTITY_MAX G_GINT64_CONSTANT (1000000000000)

/**
 * SediaNumberForm:
 * @decimal: the decimal mark
 * @group: the thousands mark, 0 when none is written (and none is accepted)
 *
 * How numbers are written: `{'.', 0}` on the command line, `{',', '.'}` in an Indonesian window.
 */
typedef struct
{
  gunichar decimal;
  gunichar group;
} SediaNumberForm;

extern const SediaNumberForm sedia_number_plain; /* C locale: 1234.5 */

SediaNumberForm sedia_number_form_of_locale (void);
gboolean sedia_number_parse (const char      *text,
                             guint            decimals,
                             SediaNumberForm  form,
                             gint64          *value,
                             GError         **error);
char *sedia_number_format (gint64          value,
                           guint           decimals,
                           SediaNumberForm form);
char *sedia_quantity_text (gint64      quantity,
                           guint       decimals,
                           const char *unit);
gint64 sedia_quantity_one (guint decimals);
char *sedia_money_format (gint64          amount,
                          SediaNumberForm form);
gboolean sedia_number_is_ambiguous (const char *text);
gboolean sedia_checked_add (gint64  a,
                            gint64  b,
                            gint64 *sum);
gboolean sedia_checked_multiply (gint64  a,
                                 gint64  b,
                                 gint64 *product);

G_END_DECLS
