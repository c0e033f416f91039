/* Where to find what the program remembers of this person: also in an installation outside the
 * folders where GLib looks.
 */
#include "config.h"

#include "sedia-application-settings.h"

#include "sedia-installed.h"

/**
 * sedia_application_find_settings: (transfer full) (nullable) what is remembered; NULL when the
 * schema is not installed.
 */
GSettings *
sedia_application_find_settings (void)
{
  GSettingsSchemaSource *known = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autofree char *folder = sedia_installed_path (SCHEMADIR);

  if (known != NULL)
    schema = g_settings_schema_source_lookup (known, APPLICATION_ID, TRUE);

  /* An installation outside the folders where GLib looks. */
  if (schema == NULL)
    own = g_settings_schema_source_new_from_directory (folder, known, FALSE, NULL);
  if (own != NULL)
    schema = g_settings_schema_source_lookup (own, APPLICATION_ID, FALSE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}
