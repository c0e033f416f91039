/* For a form that has no use for what is scanned. */
#pragma once

#include "sedia-form.h"
#include "sedia-scanner.h"

G_BEGIN_DECLS

SediaScanner *sedia_scan_refusal_new (SediaForm *form);

G_END_DECLS
