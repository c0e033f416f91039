/* For the store's own tests: a store behind any driver. */
#pragma once

#include "sedia-driver.h"
#include "sedia-store.h"

G_BEGIN_DECLS

SediaStore *sedia_store_open_with (const SediaDriver *driver, const char *path, GError **error);

G_END_DECLS
