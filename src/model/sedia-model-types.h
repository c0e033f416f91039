/* GTypes for parts of the records: properties, signals and `.ui` files can name them. */
#pragma once

#include "sedia-records.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* nicks: negative waiting out low ok */
#define SEDIA_TYPE_STOCK_STATE (sedia_stock_state_get_type ())
GType sedia_stock_state_get_type (void);

/* nicks: not-yet yes no-need */
#define SEDIA_TYPE_TOLD (sedia_told_get_type ())
GType sedia_told_get_type (void);

/* boxed */
#define SEDIA_TYPE_NOTICE (sedia_notice_get_type ())
GType sedia_notice_get_type (void);
SediaNotice *sedia_notice_copy (const SediaNotice *notice);

G_END_DECLS
