/* Links by which a message is handed to the program that sends it. Nothing is sent by opening one:
 * a person presses the key. Pure.
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

char *sedia_link_whatsapp (const char *international, const char *text);
char *sedia_link_mail (const char *address, const char *subject, const char *text);
char *sedia_link_sms (const char *international, const char *text);

G_END_DECLS
