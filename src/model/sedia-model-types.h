/* GTypes for records: signals can name them. */
#pragma once

#include "sedia-records.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* boxed */
#define SEDIA_TYPE_NOTICE (sedia_notice_get_type ())
GType sedia_notice_get_type (void);
SediaNotice *sedia_notice_copy (const SediaNotice *notice);

G_END_DECLS
