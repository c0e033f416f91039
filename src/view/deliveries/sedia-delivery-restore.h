/* A draft becomes a form again. */
#pragma once

#include "sedia-delivery-form.h"
#include "sedia-delivery-jobs.h"

G_BEGIN_DECLS

void sedia_delivery_restore (SediaDeliveryForm      *form,
                             const SediaOpenedDraft *opened);

G_END_DECLS
