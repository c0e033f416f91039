/* The fields of a product that several can have in common: what they are called, how a new value is
 * entered, how a value is shown.
 */
#pragma once

#include "sedia-records.h"

G_BEGIN_DECLS

/**
 * SediaFieldEditor:
 * @SEDIA_FIELD_EDITOR_CATEGORY: a word, completed from those there are
 * @SEDIA_FIELD_EDITOR_SUPPLIER: a supplier
 * @SEDIA_FIELD_EDITOR_WHOLE: a whole number
 * @SEDIA_FIELD_EDITOR_MONEY: money
 * @SEDIA_FIELD_EDITOR_AMOUNT: an amount of goods
 * @SEDIA_FIELD_EDITOR_POLICY: what happens when there is none
 * @SEDIA_FIELD_EDITOR_SWITCH: yes or no
 *
 * How a new value is entered.
 */
typedef enum
{
  SEDIA_FIELD_EDITOR_CATEGORY,
  SEDIA_FIELD_EDITOR_SUPPLIER,
  SEDIA_FIELD_EDITOR_WHOLE,
  SEDIA_FIELD_EDITOR_MONEY,
  SEDIA_FIELD_EDITOR_AMOUNT,
  SEDIA_FIELD_EDITOR_POLICY,
  SEDIA_FIELD_EDITOR_SWITCH,
} SediaFieldEditor;

guint sedia_product_fields_count (void);
SediaProductField sedia_product_fields_get (guint index);
const char *sedia_product_fields_label (guint index);
SediaFieldEditor sedia_product_fields_editor (guint index);
const char *sedia_product_policy_label (SediaBackorderPolicy policy);
char *sedia_product_field_text (SediaProductField   field,
                                const SediaProduct *product);

G_END_DECLS
