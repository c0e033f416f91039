/* Reading the command line against the table of verbs. */
#pragma once

#include "sedia-cli.h"

G_BEGIN_DECLS

gboolean sedia_cli_read_arguments (SediaCli           *cli,
                                   const char *const  *words,
                                   GError            **error);

G_END_DECLS
