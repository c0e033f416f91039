/* The one error domain. The code says what a caller can do about it; the message is a sentence for
 * people, in their language: what is wrong, where, and what to do.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SediaError:
 * @SEDIA_ERROR_REFUSED: a rule forbids it (what, need, have, held for whom)
 * @SEDIA_ERROR_CONFIRM: possible, but only after a yes: repeat with "anyway"
 * @SEDIA_ERROR_CONFLICT: somebody changed the same thing since
 * @SEDIA_ERROR_NOT_FOUND: there is no such product, order, customer ...
 * @SEDIA_ERROR_INVALID: a field or an argument cannot be understood
 * @SEDIA_ERROR_FILE: a file cannot be read, understood or written
 * @SEDIA_ERROR_DATABASE: the database is damaged, newer than the program, or not a database
 * @SEDIA_ERROR_BUSY: another program holds the database for too long
 * @SEDIA_ERROR_SCHEMA: the schema itself forbids it: a figure out of range, a code that is taken
 * @SEDIA_ERROR_CANCELLED: the person who asked does not want it any more
 */
typedef enum
{
  SEDIA_ERROR_REFUSED,
  SEDIA_ERROR_CONFIRM,
  SEDIA_ERROR_CONFLICT,
  SEDIA_ERROR_NOT_FOUND,
  SEDIA_ERROR_INVALID,
  SEDIA_ERROR_FILE,
  SEDIA_ERROR_DATABASE,
  SEDIA_ERROR_BUSY,
  SEDIA_ERROR_SCHEMA,
  SEDIA_ERROR_CANCELLED,
} SediaError;

#define SEDIA_ERROR (sedia_error_quark ())
GQuark sedia_error_quark (void);

G_END_DECLS
