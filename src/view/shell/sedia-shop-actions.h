/* What can be done in the open shop whatever page is in front.
 *
 *   shop.import           asks for a file and imports it
 *   shop.import-file (s)  imports the file at this path
 *   shop.export           asks for a file and writes the list of the page in front into it
 *   shop.export-file (s)  writes it into the file at this path
 *   shop.reminders        asks when to remind, and whether to stay in the background for it
 */
#pragma once

#include "sedia-shop.h"

G_BEGIN_DECLS

GActionGroup *sedia_shop_actions_new (SediaShop *shop);
void sedia_shop_actions_update (GActionGroup *actions,
                                SediaShop    *shop);
void sedia_shop_actions_take_files (SediaShop *shop);

G_END_DECLS
