/* The one error domain of Sedia. */
#include "config.h"

#include "sedia-error.h"

G_DEFINE_QUARK (sedia-error-quark, sedia_error)
