/* What a commit touched, in the words of the shop, not of the tables. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  SEDIA_KIND_PRODUCT,    /* the product or one of its balances */
  SEDIA_KIND_CUSTOMER,
  SEDIA_KIND_SUPPLIER,
  SEDIA_KIND_ORDER,
  SEDIA_KIND_LINE,       /* of a customer order, or what is known about telling its customer */
  SEDIA_KIND_DELIVERY,
  SEDIA_KIND_DRAFT,
  SEDIA_KIND_NOTICE,
  SEDIA_KIND_OPERATION,  /* an entry of the log, or whether it is still in force */
  SEDIA_KIND_PURCHASE,   /* the purchase, one of its lines, or what came of it */
  SEDIA_N_KINDS,
} SediaKind;

#define SEDIA_TYPE_CHANGES (sedia_changes_get_type ())

typedef struct _SediaChanges SediaChanges;

GType sedia_changes_get_type (void) G_GNUC_CONST;
SediaChanges *sedia_changes_new (void);
SediaChanges *sedia_changes_new_everything (void);
SediaChanges *sedia_changes_ref (SediaChanges *self);
void sedia_changes_unref (SediaChanges *self);
void sedia_changes_add (SediaChanges *self, SediaKind kind, gint64 id);
void sedia_changes_merge (SediaChanges *self, SediaChanges *other);
gboolean sedia_changes_is_empty (SediaChanges *self);
gboolean sedia_changes_is_everything (SediaChanges *self);
gboolean sedia_changes_has (SediaChanges *self, SediaKind kind, gint64 id);
gboolean sedia_changes_has_kind (SediaChanges *self, SediaKind kind);
GHashTable *sedia_changes_ids (SediaChanges *self, SediaKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaChanges, sedia_changes_unref)

G_END_DECLS
