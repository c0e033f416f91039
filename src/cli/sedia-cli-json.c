/* A small JSON writer.
 *
 * Libraries keep numbers that are not whole as doubles; a quantity of 0.1 kg must come out as 0.1,
 * and one of a billion grams with all its digits.
 */
#include "config.h"

#include "sedia-cli-json.h"

#include "sedia-number.h"
#include "sedia-records.h"
#include "sedia-time.h"

#define INDENT 2

static void
append_quoted (GString    *text,
               const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');

  for (const char *p = valid; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;

      case '\n':
        g_string_append (text, "\\n");
        break;

      case '\t':
        g_string_append (text, "\\t");
        break;

      default:
        if ((guchar) *p < 0x20 || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) *p);
        else
          g_string_append_c (text, *p);
        break;
      }

  g_string_append_c (text, '"');
}

/* People and line tools read it too: every value has its own line. */
static void
begin_line (SediaCliJson *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < self->depth * INDENT; i++)
    g_string_append_c (self->text, ' ');
}

static void
begin_value (SediaCliJson *self,
             const char   *name)
{
  if (self->needs_comma)
    g_string_append_c (self->text, ',');
  if (self->depth > 0)
    begin_line (self);

  if (name != NULL)
    {
      append_quoted (self->text, name);
      g_string_append (self->text, ": ");
    }

  self->needs_comma = TRUE;
}

static void
append_plain (SediaCliJson *self,
              const char   *name,
              const char   *value)
{
  begin_value (self, name);
  g_string_append (self->text, value);
}

static void
begin_group (SediaCliJson *self,
             const char   *name,
             char          mark)
{
  begin_value (self, name);
  g_string_append_c (self->text, mark);
  self->depth++;
  self->needs_comma = FALSE;
}

static void
end_group (SediaCliJson *self,
           char          mark)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->needs_comma) /* not empty */
    begin_line (self);
  g_string_append_c (self->text, mark);
  self->needs_comma = TRUE;
}

/**
 * sedia_cli_json_init:
 * @self: (out caller-allocates): a writer
 */
void
sedia_cli_json_init (SediaCliJson *self)
{
  g_return_if_fail (self != NULL);

  *self = (SediaCliJson) { .text = g_string_new (NULL) };
}

/**
 * sedia_cli_json_finish:
 * @self: a writer with nothing left open
 *
 * Returns: (transfer full): the JSON value, with a line end
 */
char *
sedia_cli_json_finish (SediaCliJson *self)
{
  g_return_val_if_fail (self != NULL && self->depth == 0, NULL);

  g_string_append_c (self->text, '\n');

  return g_string_free (g_steal_pointer (&self->text), FALSE);
}

/**
 * sedia_cli_json_begin_object:
 * @self: a writer
 * @name: (nullable): its name in the object around it
 */
void
sedia_cli_json_begin_object (SediaCliJson *self,
                             const char   *name)
{
  begin_group (self, name, '{');
}

/**
 * sedia_cli_json_end_object:
 * @self: a writer
 */
void
sedia_cli_json_end_object (SediaCliJson *self)
{
  end_group (self, '}');
}

/**
 * sedia_cli_json_begin_array:
 * @self: a writer
 * @name: (nullable): its name in the object around it
 */
void
sedia_cli_json_begin_array (SediaCliJson *self,
                            const char   *name)
{
  begin_group (self, name, '[');
}

/**
 * sedia_cli_json_end_array:
 * @self: a writer
 */
void
sedia_cli_json_end_array (SediaCliJson *self)
{
  end_group (self, ']');
}

/**
 * sedia_cli_json_null:
 * @self: a writer
 * @name: (nullable): its name
 */
void
sedia_cli_json_null (SediaCliJson *self,
                     const char   *name)
{
  append_plain (self, name, "null");
}

/**
 * sedia_cli_json_boolean:
 * @self: a writer
 * @name: (nullable): its name
 * @value: a claim
 */
void
sedia_cli_json_boolean (SediaCliJson *self,
                        const char   *name,
                        gboolean      value)
{
  append_plain (self, name, value ? "true" : "false");
}

/**
 * sedia_cli_json_string:
 * @self: a writer
 * @name: (nullable): its name
 * @value: a text, also an empty one
 */
void
sedia_cli_json_string (SediaCliJson *self,
                       const char   *name,
                       const char   *value)
{
  g_return_if_fail (value != NULL);

  begin_value (self, name);
  append_quoted (self->text, value);
}

/**
 * sedia_cli_json_text:
 * @self: a writer
 * @name: (nullable): its name
 * @value: (nullable): a text; none and empty are null
 */
void
sedia_cli_json_text (SediaCliJson *self,
                     const char   *name,
                     const char   *value)
{
  if (value == NULL || *value == '\0')
    sedia_cli_json_null (self, name);
  else
    sedia_cli_json_string (self, name, value);
}

/**
 * sedia_cli_json_integer:
 * @self: a writer
 * @name: (nullable): its name
 * @value: a count
 */
void
sedia_cli_json_integer (SediaCliJson *self,
                        const char   *name,
                        gint64        value)
{
  sedia_cli_json_quantity (self, name, value, 0);
}

/**
 * sedia_cli_json_number_of:
 * @self: a writer
 * @name: (nullable): its name
 * @value: the number of a document, 0 for none, which is null
 */
void
sedia_cli_json_number_of (SediaCliJson *self,
                          const char   *name,
                          gint64        value)
{
  if (value == 0)
    sedia_cli_json_null (self, name);
  else
    sedia_cli_json_quantity (self, name, value, 0);
}

/**
 * sedia_cli_json_digits:
 * @self: a writer
 * @name: (nullable): its name
 * @digits: a number that is written as it is
 */
void
sedia_cli_json_digits (SediaCliJson *self,
                       const char   *name,
                       const char   *digits)
{
  append_plain (self, name, digits);
}

/**
 * sedia_cli_json_quantity:
 * @self: a writer
 * @name: (nullable): its name
 * @value: in the smallest unit; %SEDIA_NO_AMOUNT is null
 * @decimals: of the product
 */
void
sedia_cli_json_quantity (SediaCliJson *self,
                         const char   *name,
                         gint64        value,
                         guint         decimals)
{
  g_autofree char *text = NULL;

  if (value == SEDIA_NO_AMOUNT)
    {
      sedia_cli_json_null (self, name);
      return;
    }

  text = sedia_number_format (value, decimals, sedia_number_plain);
  append_plain (self, name, text);
}

/**
 * sedia_cli_json_money:
 * @self: a writer
 * @name: (nullable): its name
 * @amount: hundredths; %SEDIA_NO_AMOUNT is null
 */
void
sedia_cli_json_money (SediaCliJson *self,
                      const char   *name,
                      gint64        amount)
{
  sedia_cli_json_quantity (self, name, amount, SEDIA_MONEY_DECIMALS);
}

/**
 * sedia_cli_json_day:
 * @self: a writer
 * @name: (nullable): its name
 * @day: a calendar date; %SEDIA_NO_DAY is null
 */
void
sedia_cli_json_day (SediaCliJson *self,
                    const char   *name,
                    int           day)
{
  g_autofree char *text = day != SEDIA_NO_DAY ? sedia_day_format_iso (day) : NULL;

  sedia_cli_json_text (self, name, text);
}

/**
 * sedia_cli_json_day_of:
 * @self: a writer
 * @name: (nullable): its name
 * @time: an instant, of which the local date is written
 */
void
sedia_cli_json_day_of (SediaCliJson *self,
                       const char   *name,
                       gint64        time)
{
  sedia_cli_json_day (self, name, sedia_day_of_time (time));
}

/**
 * sedia_cli_json_time:
 * @self: a writer
 * @name: (nullable): its name
 * @time: an instant, written in UTC
 */
void
sedia_cli_json_time (SediaCliJson *self,
                     const char   *name,
                     gint64        time)
{
  g_autofree char *text = sedia_time_format_iso (time);

  sedia_cli_json_text (self, name, text);
}
