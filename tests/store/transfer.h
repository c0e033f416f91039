/* Importing and exporting, for the tests: one call each, the report as text. */
#pragma once

#include "shop.h"

G_BEGIN_DECLS

static inline char *
transfer_write (Shop       *shop,
                const char *name,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (shop->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static inline gpointer
transfer_run_job (SediaDb  *db,
                  gpointer  options,
                  GError  **error)
{
  return sedia_import_run (db, options, error);
}

static inline gpointer
transfer_preview_job (SediaDb  *db,
                      gpointer  options,
                      GError  **error)
{
  return sedia_import_preview (db, options, error);
}

static inline gpointer
transfer_export_job (SediaDb  *db,
                     gpointer  kind,
                     GError  **error)
{
  return sedia_export_csv (db, kind, error);
}

static inline SediaImportOptions
transfer_options (SediaTransferKind kind,
                  const char       *path)
{
  return (SediaImportOptions) { .kind = kind, .path = path, .day_first = -1 };
}

/* Imports; NULL when it is refused, shop->error says why. */
static inline SediaImportReport *
transfer_import (Shop               *shop,
                 SediaImportOptions  options)
{
  const SediaAct act = { .kind = "import", .at = shop->at, .actor = "Tester" };

  g_clear_error (&shop->error);
  return sedia_store_act (shop->store, &act, transfer_run_job, &options, &shop->error);
}

static inline SediaImportReport *
transfer_preview (Shop               *shop,
                  SediaImportOptions  options)
{
  g_clear_error (&shop->error);
  return sedia_store_read (shop->store, transfer_preview_job, &options, &shop->error);
}

/* Imports a file that is good. */
static inline void
transfer_must_import (Shop               *shop,
                      SediaImportOptions  options)
{
  g_autoptr (SediaImportReport) report = transfer_import (shop, options);

  g_assert_no_error (shop->error);
  g_assert_nonnull (report);
}

static inline void
transfer_must_import_text (Shop              *shop,
                           SediaTransferKind  kind,
                           const char        *text)
{
  g_autofree char *path = transfer_write (shop, "good.csv", text);

  transfer_must_import (shop, transfer_options (kind, path));
}

static inline char *
transfer_export (Shop       *shop,
                 const char *kind)
{
  g_autoptr (GError) error = NULL;
  char *text = sedia_store_read (shop->store, transfer_export_job, (gpointer) kind, &error);

  g_assert_no_error (error);
  g_assert_nonnull (text);
  return text;
}

/* "2: reason\n3: reason" */
static inline char *
transfer_problems (SediaImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->problems->len; i++)
    {
      const SediaImportProblem *problem = g_ptr_array_index (report->problems, i);

      g_string_append_printf (text, "%s%u: %s", i > 0 ? "\n" : "", problem->line, problem->reason);
    }

  return g_string_free (text, FALSE);
}

/* "2 SKU: before > after\n3 SKU: after" */
static inline char *
transfer_changes (SediaImportReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->changes->len; i++)
    {
      const SediaImportChange *change = g_ptr_array_index (report->changes, i);

      g_string_append_printf (text, "%s%u %s: ", i > 0 ? "\n" : "", change->line, change->what);
      if (change->before != NULL)
        g_string_append_printf (text, "%s > ", change->before);
      g_string_append (text, change->after);
    }

  return g_string_free (text, FALSE);
}

/* Everything of the shop that an import could change. */
static inline char *
transfer_everything (Shop *shop)
{
  static const char *const kinds[] = { "products", "customers", "suppliers", "orders", "queue" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *part = transfer_export (shop, kinds[i]);

      g_string_append (text, part);
    }

  return g_string_free (text, FALSE);
}

/* A file with bad rows: what is wrong with it, and that it changes nothing. */
static inline void
transfer_assert_problems (Shop               *shop,
                          SediaImportOptions  options,
                          const char         *expected)
{
  g_autoptr (SediaImportReport) preview = transfer_preview (shop, options);
  g_autoptr (SediaImportReport) report = NULL;
  g_autofree char *before = transfer_everything (shop);
  g_autofree char *after = NULL;
  g_autofree char *problems = NULL;
  gint64 operation = shop_last_operation (shop);

  g_assert_no_error (shop->error);
  problems = transfer_problems (preview);
  g_assert_cmpstr (problems, ==, expected);

  report = transfer_import (shop, options);
  g_assert_null (report);
  g_assert_error (shop->error, SEDIA_ERROR, SEDIA_ERROR_REFUSED);
  g_clear_error (&shop->error);

  after = transfer_everything (shop);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (shop_last_operation (shop), ==, operation);
}

static inline void
transfer_assert_problems_text (Shop              *shop,
                               SediaTransferKind  kind,
                               const char        *text,
                               const char        *expected)
{
  g_autofree char *path = transfer_write (shop, "bad.csv", text);

  transfer_assert_problems (shop, transfer_options (kind, path), expected);
}

G_END_DECLS
