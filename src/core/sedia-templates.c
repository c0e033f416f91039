/* What Sedia writes to customers unless the shop wrote something else. These are not translated by
 * gettext: they speak the customer's language, not that of the screen.
 *
 * Each sentence either needs what it is about or stands on its own; dates have a second sentence
 * for when nobody knows one. Only the greeting addresses the customer ("Kak"), so that a shop which
 * says "Bapak" or "Ibu" changes one text. A text that names a list ends its sentence with it: where
 * there are several things, each stands on a line of its own.
 */
#include "config.h"

#include "sedia-message.h"

#include <glib/gi18n.h>

static const char *const english[] = {
  [SEDIA_DUE_RESERVATION_LOST] =
    "We are sorry, this cannot be collected after all: {waiting}. We expect it by {date}. "
    "{no-date}We do not know yet when it will come. Still set aside for you: {ready}.",
  [SEDIA_DUE_READY] =
    "Good news, this is ready for you to collect: {ready}. Still to come: {waiting}. We expect the "
    "rest by {date}. {no-date}We do not know yet when the rest will come.",
  [SEDIA_DUE_WILL_MISS_NEED_BY] =
    "We are sorry, this will not be here by the day you need it: {waiting}. We expect it by "
    "{date}. {no-date}We do not know yet when it will come. Set aside for you: {ready}.",
  [SEDIA_DUE_DATE_MOVED] =
    "The date has changed for what you are waiting for: {waiting}. We now expect it by {date}. "
    "{no-date}At the moment we do not know when it will come. Set aside for you: {ready}.",
  [SEDIA_DUE_DATE_KNOWN] =
    "News of what is still out of stock: {waiting}. We expect it by {date}. {no-date}We do not "
    "know yet when it will come. Set aside for you: {ready}.",
  [SEDIA_DUE_BACKORDERED] =
    "We are sorry, this is out of stock: {waiting}. We have noted your order. We expect it by "
    "{date}. {no-date}We do not know yet when it will come. Set aside for you: {ready}.",
  [SEDIA_DUE_WAIT_ENDED] =
    "You agreed to wait until {until}. Still to come: {waiting}. We expect it by {date}. "
    "{no-date}We do not know yet when it will come. Would you like to keep waiting?",
  [SEDIA_DUE_SILENT] =
    "We have not forgotten your order. Still out of stock: {waiting}. We expect it by {date}. "
    "{no-date}We do not know yet when it will come; we will tell you once we do.",
  [SEDIA_PART_GREETING] =
    "Hello {name}! This is {shop}.",
  [SEDIA_PART_OFFER] =
    "If you do not want to wait, you may cancel. Reply WAIT to keep waiting or CANCEL to cancel. "
    "{some-ready}Reply PART to take now what is here. If you cancel, we give back your deposit of "
    "{deposit}.",
  [SEDIA_PART_CLOSING] =
    "We are open {hours}. Thank you!",
  [SEDIA_PART_UPDATE] =
    "Of your order, this is ready to collect: {ready}. Still out of stock: {waiting}. We expect "
    "it by {date}. {no-date}We do not know yet when it will come.",
};

static const char *const indonesian[] = {
  [SEDIA_DUE_RESERVATION_LOST] =
    "Mohon maaf, yang ini ternyata belum bisa diambil: {waiting}. Kami perkirakan sudah datang "
    "{date}. {no-date}Belum ada kepastian kapan datang. Yang tetap kami sisihkan: {ready}.",
  [SEDIA_DUE_READY] =
    "Kabar baik, pesanannya sudah bisa diambil: {ready}. Yang masih ditunggu: {waiting}. Sisanya "
    "kami perkirakan sudah datang {date}. {no-date}Untuk sisanya belum ada kepastian kapan datang.",
  [SEDIA_DUE_WILL_MISS_NEED_BY] =
    "Mohon maaf, yang ini tidak akan datang sebelum tanggal dibutuhkan: {waiting}. Kami perkirakan "
    "sudah datang {date}. {no-date}Belum ada kepastian kapan datang. Yang sudah kami "
    "sisihkan: {ready}.",
  [SEDIA_DUE_DATE_MOVED] =
    "Perkiraan datangnya berubah untuk: {waiting}. Sekarang kami perkirakan sudah datang {date}. "
    "{no-date}Untuk saat ini belum ada kepastian kapan datang. Yang sudah kami sisihkan: {ready}.",
  [SEDIA_DUE_DATE_KNOWN] =
    "Kabar untuk pesanan yang stoknya masih habis: {waiting}. Kami perkirakan sudah datang {date}. "
    "{no-date}Belum ada kepastian kapan datang. Yang sudah kami sisihkan: {ready}.",
  [SEDIA_DUE_BACKORDERED] =
    "Mohon maaf, stoknya habis untuk: {waiting}. Pesanannya sudah kami catat. Kami perkirakan "
    "sudah datang {date}. {no-date}Belum ada kepastian kapan datang. Yang sudah kami sisihkan: "
    "{ready}.",
  [SEDIA_DUE_WAIT_ENDED] =
    "Kita sepakat menunggu sampai {until}. Yang masih ditunggu: {waiting}. Kami perkirakan sudah "
    "datang {date}. {no-date}Belum ada kepastian kapan datang. Apakah masih mau menunggu?",
  [SEDIA_DUE_SILENT] =
    "Kami tidak lupa pesanannya, ya. Yang stoknya masih habis: {waiting}. Kami perkirakan sudah "
    "datang {date}. {no-date}Belum ada kepastian kapan datang; begitu ada kabar, kami hubungi.",
  [SEDIA_PART_GREETING] =
    "Halo Kak {name}! Kami dari {shop}.",
  [SEDIA_PART_OFFER] =
    "Kalau tidak mau menunggu, boleh dibatalkan. Balas TUNGGU kalau tetap mau menunggu, atau BATAL "
    "kalau mau membatalkan. {some-ready}Balas SEBAGIAN kalau mau mengambil dulu yang sudah ada. "
    "Kalau batal, uang muka {deposit} kami kembalikan.",
  [SEDIA_PART_CLOSING] =
    "Kami buka {hours}. Terima kasih!",
  [SEDIA_PART_UPDATE] =
    "Dari pesanannya, yang sudah bisa diambil: {ready}. Yang stoknya masih habis: {waiting}. Kami "
    "perkirakan sudah datang {date}. {no-date}Belum ada kepastian kapan datang.",
};

G_STATIC_ASSERT (G_N_ELEMENTS (english) == SEDIA_N_MESSAGE_PARTS);
G_STATIC_ASSERT (G_N_ELEMENTS (indonesian) == SEDIA_N_MESSAGE_PARTS);

static const char *const own_parts[] = { "greeting", "offer", "closing", "update" };

G_STATIC_ASSERT (G_N_ELEMENTS (own_parts) == SEDIA_N_MESSAGE_PARTS - SEDIA_N_DUE);

/**
 * sedia_template_shipped:
 * @part: a part of a message
 * @language: (nullable): "id" for Indonesian; all others are written to in English
 *
 * Returns: the template that Sedia ships
 */
const char *
sedia_template_shipped (SediaMessagePart part,
                        const char      *language)
{
  g_return_val_if_fail ((guint) part < SEDIA_N_MESSAGE_PARTS, NULL);

  return g_strcmp0 (language, "id") == 0 ? indonesian[part] : english[part];
}

/**
 * sedia_message_part_to_string: The part as the database keeps it: `greeting`, `date-moved` ...
 */
const char *
sedia_message_part_to_string (SediaMessagePart part)
{
  g_return_val_if_fail ((guint) part < SEDIA_N_MESSAGE_PARTS, NULL);

  if ((guint) part < SEDIA_N_DUE)
    return sedia_due_reason_to_string ((SediaDueReason) part);

  return own_parts[part - SEDIA_N_DUE];
}

/**
 * sedia_message_part_from_string: The reverse; FALSE when it is none of them.
 */
gboolean
sedia_message_part_from_string (const char       *text,
                                SediaMessagePart *part)
{
  SediaDueReason reason;

  if (sedia_due_reason_from_string (text, &reason))
    {
      *part = (SediaMessagePart) reason;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (own_parts); i++)
    if (g_strcmp0 (own_parts[i], text) == 0)
      {
        *part = (SediaMessagePart) (SEDIA_N_DUE + i);
        return TRUE;
      }

  return FALSE;
}

/**
 * sedia_message_part_label: The part in the owner's words.
 */
const char *
sedia_message_part_label (SediaMessagePart part)
{
  g_return_val_if_fail ((guint) part < SEDIA_N_MESSAGE_PARTS, NULL);

  if ((guint) part < SEDIA_N_DUE)
    return sedia_due_reason_label ((SediaDueReason) part);
  if (part == SEDIA_PART_GREETING)
    return C_("part of a message", "Greeting");
  if (part == SEDIA_PART_OFFER)
    return C_("part of a message", "Offer to cancel");
  if (part == SEDIA_PART_CLOSING)
    return C_("part of a message", "Closing words");

  /* Translators: what is written when the customer asked, or the shop just wants to say */
  return C_("part of a message", "How things stand");
}

/**
 * sedia_templates_free: Frees what the shop wrote; %NULL is nothing.
 */
void
sedia_templates_free (SediaTemplates *templates)
{
  if (templates == NULL)
    return;

  for (int i = 0; i < SEDIA_N_MESSAGE_PARTS; i++)
    g_free (templates->parts[i]);
  g_free (templates);
}
