/* Placeholders and sentences of a template: what is said of a text once the values are known.
 * Nothing here knows what the values mean; sedia-message.h does.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The placeholders, in the order in which they are explained. */
typedef enum
{
  SEDIA_SLOT_NAME,
  SEDIA_SLOT_SHOP,
  SEDIA_SLOT_ITEMS,
  SEDIA_SLOT_READY,
  SEDIA_SLOT_WAITING,
  SEDIA_SLOT_DATE,
  SEDIA_SLOT_NO_DATE,
  SEDIA_SLOT_SOME_READY,
  SEDIA_SLOT_UNTIL,
  SEDIA_SLOT_HOURS,
  SEDIA_SLOT_DEPOSIT,
  SEDIA_N_SLOTS,
} SediaSlot;

/**
 * SediaSlotValues:
 * @text: what stands for each placeholder; %NULL: it has no value, and its sentences are left out.
 *   A value with a line break is a list: it stands on lines of its own
 */
typedef struct
{
  char *text[SEDIA_N_SLOTS];
} SediaSlotValues;

void sedia_slot_values_clear (SediaSlotValues *values);
char *sedia_slot_clean (const char *value);
char *sedia_template_fill (const char *text, const SediaSlotValues *values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SediaSlotValues, sedia_slot_values_clear)

G_END_DECLS
