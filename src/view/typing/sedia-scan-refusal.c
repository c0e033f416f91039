/* A form that has no use for what is scanned: it says so, and the field stays as it was. */
#include "config.h"

#include "sedia-scan-refusal.h"

#include "sedia-typed-quantity.h"

#include <glib/gi18n.h>
#include <string.h>

/* Names are also put in by programs that write for people who cannot type: they press no Enter, and
 * what they put in reads like no code.
 */
static gboolean
is_code (SediaBurst *burst)
{
  const char *text = sedia_burst_get_text (burst);

  return sedia_burst_has_end_key (burst) ||
         (strpbrk (text, "0123456789") != NULL && strchr (text, ' ') == NULL &&
          !sedia_typed_quantity_is_likely (text));
}

static void
burst_cb (SediaForm  *form,
          SediaBurst *burst)
{
  g_autofree char *sentence = NULL;

  if (!is_code (burst))
    {
      sedia_burst_type (burst);
      return;
    }

  sentence = g_strdup_printf (_("%s was scanned: a barcode has no place here."),
                              sedia_burst_get_text (burst));
  sedia_bar_say (sedia_form_find_bar (form), SEDIA_BAR_NOTE, sentence);
}

/**
 * sedia_scan_refusal_new:
 * @form: a form that has no use for a barcode
 *
 * Listens to the whole form. What is scanned is named in the form's bar and typed nowhere; its
 * Enter does not save.
 *
 * Returns: (transfer full): the scanner; the form drops it in dispose
 */
SediaScanner *
sedia_scan_refusal_new (SediaForm *form)
{
  SediaScanner *scanner;

  g_return_val_if_fail (SEDIA_IS_FORM (form), NULL);

  scanner = sedia_scanner_new (GTK_WIDGET (form));
  g_signal_connect_object (scanner, "burst", G_CALLBACK (burst_cb), form, G_CONNECT_SWAPPED);

  return scanner;
}
