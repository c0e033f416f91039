/* One file of an import as it is shown: its first rows, what each column is taken for and how sure
 * that is, and what each cell then means.
 */
#pragma once

#include "sedia-columns.h"
#include "sedia-store.h"

G_BEGIN_DECLS

typedef struct _SediaImportSheet SediaImportSheet;

/**
 * SediaTrust:
 * @SEDIA_TRUST_UNUSED: the column is not used
 * @SEDIA_TRUST_SURE: no other column could be meant
 * @SEDIA_TRUST_LIKELY: another column could be meant just as well
 * @SEDIA_TRUST_DOUBTFUL: many of its cells are not what they should be
 * @SEDIA_TRUST_CHOSEN: a person said so
 *
 * How far one can rely on what a column is taken for.
 */
typedef enum
{
  SEDIA_TRUST_UNUSED,
  SEDIA_TRUST_SURE,
  SEDIA_TRUST_LIKELY,
  SEDIA_TRUST_DOUBTFUL,
  SEDIA_TRUST_CHOSEN,
} SediaTrust;

/**
 * SediaMeaning:
 * @SEDIA_MEANING_TEXT: it is what it says
 * @SEDIA_MEANING_NUMBER: a number: @value with @decimals
 * @SEDIA_MEANING_DAY: a date: @day
 * @SEDIA_MEANING_UNCLEAR: it can mean two things
 * @SEDIA_MEANING_BAD: it should be something that it is not
 *
 * What a cell means.
 */
typedef enum
{
  SEDIA_MEANING_TEXT,
  SEDIA_MEANING_NUMBER,
  SEDIA_MEANING_DAY,
  SEDIA_MEANING_UNCLEAR,
  SEDIA_MEANING_BAD,
} SediaMeaningKind;

typedef struct
{
  SediaMeaningKind kind;
  gint64 value;
  guint decimals;
  int day;
} SediaMeaning;

SediaImportSheet *sedia_import_sheet_new (SediaImportLook *look);
void sedia_import_sheet_free (SediaImportSheet *self);
SediaImportLook *sedia_import_sheet_get_look (SediaImportSheet *self);
const SediaColumns *sedia_import_sheet_get_columns (SediaImportSheet *self);
gboolean sedia_import_sheet_has_same_headers (SediaImportSheet *self,
                                              SediaImportSheet *other);
void sedia_import_sheet_choose (SediaImportSheet *self,
                                guint             column,
                                SediaField        field);
void sedia_import_sheet_copy_chosen (SediaImportSheet *self,
                                     SediaImportSheet *other);
void sedia_import_sheet_set_forms (SediaImportSheet *self,
                                   GArray           *forms);
SediaImportForm sedia_import_sheet_get_form (SediaImportSheet *self,
                                             guint             column);
SediaTrust sedia_import_sheet_get_trust (SediaImportSheet *self,
                                         guint             column,
                                         int              *rival);
SediaMeaning sedia_import_sheet_get_meaning (SediaImportSheet *self,
                                             guint             row,
                                             guint             column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SediaImportSheet, sedia_import_sheet_free)

G_END_DECLS
