/* A file being written: it takes its place whole, or not at all. Private to the store. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SediaOutput SediaOutput;

SediaOutput *sedia_output_open (const char  *path,
                                GError     **error);
GString *sedia_output_get_text (SediaOutput *self);
gboolean sedia_output_flush (SediaOutput  *self,
                             GError      **error);
gboolean sedia_output_finish (SediaOutput  *self,
                              GError      **error);
void sedia_output_free (SediaOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaOutput, sedia_output_free)

G_END_DECLS
