/* One line of a document being typed: a product, or a code nobody knows, and a quantity as
 * typed.
 */
#pragma once

#include "sedia-line-terms.h"
#include "sedia-typed-quantity.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SEDIA_TYPE_TYPED_LINE (sedia_typed_line_get_type ())

G_DECLARE_FINAL_TYPE (SediaTypedLine, sedia_typed_line, SEDIA, TYPED_LINE, GObject)

SediaTypedLine *sedia_typed_line_new (SediaProduct *product,
                                      const char   *typed);
SediaTypedLine *sedia_typed_line_new_unknown (const char *code,
                                              const char *typed);
const SediaProduct *sedia_typed_line_get_product (SediaTypedLine *self);
const char *sedia_typed_line_get_code (SediaTypedLine *self);
const char *sedia_typed_line_get_typed (SediaTypedLine *self);
void sedia_typed_line_set_typed (SediaTypedLine *self,
                                 const char     *typed);
void sedia_typed_line_take_product (SediaTypedLine *self,
                                    SediaProduct   *product);
gboolean sedia_typed_line_add_one (SediaTypedLine *self);
gint64 sedia_typed_line_get_amount (SediaTypedLine *self);
void sedia_typed_line_set_outcome (SediaTypedLine *self,
                                   const char     *icon,
                                   const char     *outcome);
const SediaLineTerms *sedia_typed_line_get_terms (SediaTypedLine *self);
void sedia_typed_line_set_terms (SediaTypedLine       *self,
                                 const SediaLineTerms *terms);
void sedia_typed_line_untie (SediaTypedLine *self);
SediaQuantityDoubt sedia_typed_line_get_doubt (SediaTypedLine *self);

G_END_DECLS
