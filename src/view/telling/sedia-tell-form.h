/* Telling a customer: the message is written already, one key sends it on and notes it.
 *
 *   +-----------------------------------------------------------+
 *   | Close              Tell Siti Rahma     Open WhatsApp, Note |
 *   | Can be collected · since yesterday, 2 days late            |
 *   | By [WhatsApp v]   +62 812 3456 7890                        |
 *   | +-------------------------------------------------------+ |
 *   | | Halo Kak Siti, ini Toko Melati. ...                   | |
 *   | +-------------------------------------------------------+ |
 *   | [x] Offer to cancel       Answer [No answer yet v] [    ]  |
 *   | [Copy] [Print…] [No One Answered] [Skip]                   |
 *   +-----------------------------------------------------------+
 *
 * Nothing is sent by the program: it opens what sends it, with the words filled in. What was said
 * is noted word for word. Told in person, they can have it on paper. Opened for everybody who must
 * be told, it goes on to the next one.
 */
#pragma once

#include "sedia-form.h"

G_BEGIN_DECLS

#define SEDIA_TYPE_TELL_FORM (sedia_tell_form_get_type ())

G_DECLARE_FINAL_TYPE (SediaTellForm, sedia_tell_form, SEDIA, TELL_FORM, SediaForm)

void sedia_tell_form_open (GtkWidget  *opener,
                           SediaStore *store,
                           gint64      customer_id,
                           gboolean    goes_on);

G_END_DECLS
