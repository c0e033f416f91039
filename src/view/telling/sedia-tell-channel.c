/* What telling somebody by a channel needs. */
#include "config.h"

#include "sedia-tell-channel.h"

#include <glib/gi18n.h>

/**
 * sedia_tell_channel_save_label: The words of the button that tells, mnemonics underlined.
 */
const char *
sedia_tell_channel_save_label (SediaChannel channel)
{
  switch (channel)
    {
    case SEDIA_CHANNEL_WHATSAPP:
      return _("_Open WhatsApp and Note");
    case SEDIA_CHANNEL_EMAIL:
      return _("_Open Mail and Note");
    case SEDIA_CHANNEL_SMS:
      return _("_Open Messages and Note");
    case SEDIA_CHANNEL_PHONE:
    case SEDIA_CHANNEL_PERSON:
      break;
    }

  return _("They _Know Now");
}

/**
 * sedia_tell_channel_problem:
 * @channel: a channel
 * @draft: to whom
 *
 * Returns: (transfer none) (nullable): what the channel needs and is not there, as a sentence
 */
const char *
sedia_tell_channel_problem (SediaChannel             channel,
                            const SediaMessageDraft *draft)
{
  g_return_val_if_fail (draft != NULL, NULL);

  switch (channel)
    {
    case SEDIA_CHANNEL_WHATSAPP:
    case SEDIA_CHANNEL_SMS:
      if (*draft->phone == '\0')
        return _("There is no phone number: enter one, or choose another way.");
      return draft->international == NULL ? draft->phone_problem : NULL;

    case SEDIA_CHANNEL_EMAIL:
      return *draft->email == '\0' ? _("There is no email address: enter one, or choose another "
                                       "way.")
                                   : NULL;

    case SEDIA_CHANNEL_PHONE:
    case SEDIA_CHANNEL_PERSON:
      break;
    }

  return NULL;
}
