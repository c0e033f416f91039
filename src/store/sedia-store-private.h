/* Between the files of the store, and for its own tests: a store behind any driver. */
#pragma once

#include "sedia-driver.h"
#include "sedia-store.h"

G_BEGIN_DECLS

void sedia_store_tell (SediaStore *store, SediaChanges *changes, gint64 operation_id,
                       const char *kind, const char *subject);
void sedia_store_take_sample_folder (SediaStore *self, char *folder);
void sedia_sample_remove (char *folder);
SediaStore *sedia_store_open_with (const SediaDriver *driver, const char *path, GError **error);

G_END_DECLS
