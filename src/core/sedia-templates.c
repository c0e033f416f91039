/* The words Sedia ships, in the customer's language, whatever the screen's: see sedia-message.h. */
#include "config.h"

#include "sedia-error.h"
#include "sedia-message.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *label;
  const char *english;
  const char *indonesian;
} Part;

static const Part parts[SEDIA_N_MESSAGE_PARTS] = {
  [SEDIA_DUE_RESERVATION_LOST] = {
    "reservation-lost", N_("What was ready is not any more"),
    "We are sorry: we told you this was ready, but it is not any more: {items}. We expect it again "
    "on {date}. We do not know yet when it comes{no-date}.",
    "Mohon maaf, barang ini tadinya kami bilang siap, ternyata belum: {items}. Perkiraan datang "
    "lagi {date}. Belum ada kepastian kapan datang{no-date}.",
  },
  [SEDIA_DUE_READY] = {
    "ready", N_("It can be collected"),
    "Good news, this is ready for you: {ready}. We keep it for you.",
    "Kabar baik, ini sudah siap diambil: {ready}. Barangnya kami simpankan.",
  },
  [SEDIA_DUE_WILL_MISS_NEED_BY] = {
    "will-miss-need-by", N_("It comes later than needed"),
    "This will come later than you need it: {waiting}. We expect it on {date}. We do not know yet "
    "when it comes{no-date}.",
    "Barang ini datang lebih lambat dari yang Kakak butuhkan: {waiting}. Perkiraan datang {date}. "
    "Belum ada kepastian kapan datang{no-date}.",
  },
  [SEDIA_DUE_DATE_MOVED] = {
    "date-moved", N_("The expected day has changed"),
    "There is a new day for this: {waiting}. We now expect it on {date}. It has not come yet, and "
    "we do not know when it will{no-date}.",
    "Ada perubahan untuk: {waiting}. Sekarang perkiraan datangnya {date}. Barangnya belum datang "
    "dan belum ada kepastian{no-date}.",
  },
  [SEDIA_DUE_DATE_KNOWN] = {
    "date-known", N_("The expected day is known"),
    "We know more about this: {waiting}. We expect it on {date}.",
    "Sudah ada kabar untuk: {waiting}. Perkiraan datang {date}.",
  },
  [SEDIA_DUE_BACKORDERED] = {
    "backordered", N_("It is out of stock, and waits"),
    "This is out of stock and ordered for you: {waiting}. We expect it on {date}. We do not know "
    "yet when it comes{no-date}.",
    "Stok habis, sudah kami catatkan untuk Kakak: {waiting}. Perkiraan datang {date}. Belum ada "
    "kepastian kapan datang{no-date}.",
  },
  [SEDIA_DUE_WAIT_ENDED] = {
    "wait-ended", N_("The day until which they wait has come"),
    "You said you would wait until today for this: {waiting}. We expect it on {date}. It has not "
    "come yet, and we do not know when it will{no-date}.",
    "Kakak bersedia menunggu sampai hari ini untuk: {waiting}. Perkiraan datang {date}. Barangnya "
    "belum datang dan belum ada kepastian{no-date}.",
  },
  [SEDIA_DUE_SILENT] = {
    "silent", N_("Nothing was said for a while"),
    "You are still on our list for this: {waiting}. We expect it on {date}. There is no news of "
    "when it comes{no-date}.",
    "Pesanan Kakak masih kami catat: {waiting}. Perkiraan datang {date}. Belum ada kabar kapan "
    "datang{no-date}.",
  },
  [SEDIA_PART_GREETING] = {
    "greeting", N_("Greeting"),
    "Hello {name}, this is {shop}. Hello {name}{no-shop}.",
    "Halo Kak {name}, ini {shop}. Halo Kak {name}{no-shop}.",
  },
  [SEDIA_PART_OFFER] = {
    "offer", N_("Offer to cancel"),
    "If you would rather not wait, you may cancel at no cost, or take the part that is there. "
    "Please reply WAIT, CANCEL or PART. Your deposit of {deposit} is given back if you cancel.",
    "Kalau tidak bisa menunggu, boleh dibatalkan tanpa biaya, atau ambil dulu yang ada. Silakan "
    "balas TUNGGU, BATAL, atau AMBIL. Uang muka {deposit} kami kembalikan kalau dibatalkan.",
  },
  [SEDIA_PART_CLOSING] = {
    "closing", N_("Closing"),
    "We are open {hours}. Thank you!",
    "Kami buka {hours}. Terima kasih!",
  },
  [SEDIA_PART_UPDATE] = {
    "update", N_("How things stand"),
    "This is ready for you: {ready}.\nThis is still on its way: {waiting}. We expect it on {date}. "
    "We do not know yet when it comes{no-date}.",
    "Yang sudah siap diambil: {ready}.\nYang masih ditunggu: {waiting}. Perkiraan datang {date}. "
    "Belum ada kepastian kapan datang{no-date}.",
  },
};

/**
 * sedia_message_part_to_string: (transfer none) a part in the database.
 */
const char *
sedia_message_part_to_string (SediaMessagePart part)
{
  g_return_val_if_fail (part < SEDIA_N_MESSAGE_PARTS, NULL);

  return parts[part].name;
}

/**
 * sedia_message_part_from_string: Whether the text names a part.
 */
gboolean
sedia_message_part_from_string (const char       *text,
                                SediaMessagePart *part)
{
  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    if (g_strcmp0 (parts[i].name, text) == 0)
      {
        *part = (SediaMessagePart) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_message_part_label: (transfer none) a part in words, for the owner.
 */
const char *
sedia_message_part_label (SediaMessagePart part)
{
  g_return_val_if_fail (part < SEDIA_N_MESSAGE_PARTS, NULL);

  return _(parts[part].label);
}

/**
 * sedia_template_shipped:
 * @part: of a message
 * @language: of the customer
 *
 * Returns: (transfer none): the words Sedia ships; in English for a language it has none in
 */
const char *
sedia_template_shipped (SediaMessagePart  part,
                        const char       *language)
{
  g_return_val_if_fail (part < SEDIA_N_MESSAGE_PARTS, NULL);

  return g_strcmp0 (language, "id") == 0 ? parts[part].indonesian : parts[part].english;
}

/**
 * sedia_templates_free: Frees the words of a shop.
 */
void
sedia_templates_free (SediaTemplates *templates)
{
  if (templates == NULL)
    return;

  for (guint i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    g_free (templates->parts[i]);
  g_free (templates);
}

/**
 * sedia_template_check:
 * @text: a part of a message, as somebody wrote it
 * @error: return location
 *
 * Returns: whether every brace closes around a name that there is
 */
gboolean
sedia_template_check (const char  *text,
                      GError     **error)
{
  const char *rest = text;
  const char *open;

  while ((open = strpbrk (rest, "{}")) != NULL)
    {
      const char *close = *open == '{' ? strpbrk (open + 1, "{}") : NULL;
      g_autofree char *name = NULL;

      if (close == NULL || *close == '{')
        {
          g_set_error_literal (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                               _("A brace stands alone: write a name between two of them, such as "
                                 "{name}."));
          return FALSE;
        }

      name = g_strndup (open + 1, (gsize) (close - open - 1));
      if (!sedia_template_knows (name))
        {
          g_set_error (error, SEDIA_ERROR, SEDIA_ERROR_INVALID,
                       _("“{%s}” stands for nothing; there are: {name}, {shop}, {items}, {ready}, "
                         "{waiting}, {date}, {hours}, {deposit}."),
                       name);
          return FALSE;
        }
      rest = close + 1;
    }

  return TRUE;
}
