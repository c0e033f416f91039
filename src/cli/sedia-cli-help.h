/* What `--help` says. */
#pragma once

#include "sedia-cli.h"

G_BEGIN_DECLS

char *sedia_cli_help (const SediaCli *cli);

G_END_DECLS
