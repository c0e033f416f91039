/* In which language a customer is written to: the ones Sedia has words for, under their own names;
 * one that came from elsewhere stays as its code.
 */
#include "config.h"

#include "sedia-customer-language.h"

#include <glib/gi18n.h>

static const struct { const char *code, *name; } languages[] = {
  { "id", "Bahasa Indonesia" },
  { "en", "English" },
};

/**
 * sedia_customer_language_name:
 * @code: (nullable): "id", "en" ...
 *
 * Returns: (nullable): what the language calls itself; @code itself for one we have no words in;
 *   %NULL for none
 */
const char *
sedia_customer_language_name (const char *code)
{
  if (code == NULL || *code == '\0')
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].code, code) == 0)
      return languages[i].name;

  return code;
}

static guint
find (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (languages[i].code, code) == 0)
      return i + 1;

  return G_N_ELEMENTS (languages) + 1;
}

/**
 * sedia_customer_language_fill:
 * @drop_down: where a language is chosen
 * @code: (nullable): the one that is chosen
 *
 * Offers the languages.
 */
void
sedia_customer_language_fill (GtkDropDown *drop_down,
                              const char  *code)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  const char *name = sedia_customer_language_name (code);

  /* Translators: a customer is written to in the language the shop speaks. */
  gtk_string_list_append (list, _("The shop’s own"));
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    gtk_string_list_append (list, languages[i].name);
  if (name == code && code != NULL)
    gtk_string_list_append (list, code);

  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, name != NULL ? find (code) : 0);
}

/**
 * sedia_customer_language_get: The code of the language that is chosen; "" for the shop's own.
 */
const char *
sedia_customer_language_get (GtkDropDown *drop_down)
{
  const guint chosen = gtk_drop_down_get_selected (drop_down);

  if (chosen == 0 || chosen == GTK_INVALID_LIST_POSITION)
    return "";
  if (chosen <= G_N_ELEMENTS (languages))
    return languages[chosen - 1].code;

  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (drop_down));
}
