/* Writing to the standard streams and to files a person named. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void sedia_cli_output_init (void);
gboolean sedia_cli_print (const char  *text,
                          GError     **error);
void sedia_cli_complain (const char *sentence);
gboolean sedia_cli_write_file (const char  *path,
                               const char  *text,
                               GError     **error);

G_END_DECLS
