/* A document as its draft keeps it: one JSON object, readable by the schema's triggers too. */
#pragma once

#include "sedia-line-terms.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaDraftLine:
 * @product_id: 0 when nobody knows the code
 * @code: (nullable): the code nobody knows
 * @typed: the quantity as typed
 * @amount: what it came to, 0 when that was not clear
 * @terms: what else is said in a line of a purchase
 */
typedef struct
{
  gint64 product_id;
  char *code;
  char *typed;
  gint64 amount;
  SediaLineTerms terms;
} SediaDraftLine;

/**
 * SediaDraftText:
 * @key: the key it is booked with, the same in every window that opens it: it is booked once
 * @head: what was typed above the lines: name -> text
 * @lines: (element-type SediaDraftLine): in their order
 */
typedef struct
{
  char *key;
  GHashTable *head;
  GPtrArray *lines;
} SediaDraftText;

SediaDraftText *sedia_draft_text_new (void);
void sedia_draft_text_free (SediaDraftText *self);
const char *sedia_draft_text_get (const SediaDraftText *self,
                                  const char           *name);
void sedia_draft_text_set (SediaDraftText *self,
                           const char     *name,
                           const char     *value);
SediaDraftLine *sedia_draft_text_add (SediaDraftText *self,
                                      gint64          product_id,
                                      const char     *code,
                                      const char     *typed,
                                      gint64          amount);
char *sedia_draft_text_write (const SediaDraftText *self);
SediaDraftText *sedia_draft_text_read (const char  *content,
                                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaDraftText, sedia_draft_text_free)

G_END_DECLS
