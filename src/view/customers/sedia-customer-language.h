/* In which language a customer is written to. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *sedia_customer_language_name (const char *code);
void sedia_customer_language_fill (GtkDropDown *drop_down,
                                   const char  *code);
const char *sedia_customer_language_get (GtkDropDown *drop_down);

G_END_DECLS
