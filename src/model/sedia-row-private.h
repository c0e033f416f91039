/* For the kinds of rows alone: the properties that come out of a record. */
#pragma once

#include "sedia-row.h"

G_BEGIN_DECLS

GParamSpec *sedia_row_spec_string (const char *name);
GParamSpec *sedia_row_spec_int64 (const char *name);
GParamSpec *sedia_row_spec_uint (const char *name);
GParamSpec *sedia_row_spec_boolean (const char *name);

G_END_DECLS
