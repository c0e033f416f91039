/* Where the program's own files are: its words, its settings' schema.
 *
 * Both programs ask here; it stands in the store because files are no business of the floor below.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *sedia_installed_path (const char *configured);
char *sedia_installed_path_for (const char *program,
                                const char *configured);

G_END_DECLS
