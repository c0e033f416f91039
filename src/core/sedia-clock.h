/* The contact clock: whom the shop must tell what, since when, until when. Rule 5: never silent.
 * Pure: the time, the shop's calendar and everything known of the lines come in, entries come out.
 */
#pragma once

#include "sedia-calendar.h"
#include "sedia-records.h"

G_BEGIN_DECLS

/* Why a customer must be told. In order of urgency: the first is said first. */
typedef enum
{
  SEDIA_DUE_RESERVATION_LOST,   /* "ready" is not true any more: at once */
  SEDIA_DUE_READY,              /* can be collected: the same working day */
  SEDIA_DUE_WILL_MISS_NEED_BY,  /* comes too late: the same working day, with the offer to cancel */
  SEDIA_DUE_DATE_MOVED,         /* by more than the tolerance, or not known any more */
  SEDIA_DUE_DATE_KNOWN,         /* for the first time */
  SEDIA_DUE_BACKORDERED,        /* it waits: the same working day */
  SEDIA_DUE_WAIT_ENDED,         /* the day until which they agreed to wait has come */
  SEDIA_DUE_SILENT,             /* nothing was said for too long */
  SEDIA_N_DUE,
} SediaDueReason;

/**
 * SediaContactRules:
 * @calendar: working days and hours
 * @tolerance: working days a date may move before it is news
 * @silent_days: calendar days without a word after which a waiting customer hears again; 0: never
 */
typedef struct
{
  SediaCalendar calendar;
  int tolerance;
  int silent_days;
} SediaContactRules;

/**
 * SediaClockLine:
 * @line_id: an open order line
 * @placed_at: since when it is ordered
 * @waits: whether a part of it has no stock set aside
 * @need_by: the day it is needed by, SEDIA_NO_DAY for none
 * @expected: the day it is expected to be complete, SEDIA_NO_DAY: nobody knows
 * @expected_since: when that became so, 0 when nothing was ever said
 * @told: whether its customer was ever told anything about it
 * @told_expected: the day its customer was told last, SEDIA_NO_DAY: they were told none
 * @told_miss: whether its customer was told that it comes too late
 * @backordered_since: since when they are to be told that it waits, 0: they need not
 * @ready_since: the same, that it can be collected
 * @lost_since: the same, that it cannot be collected after all
 */
typedef struct
{
  gint64 line_id;
  gint64 placed_at;
  gboolean waits;
  int need_by;
  int expected;
  gint64 expected_since;
  gboolean told;
  int told_expected;
  gboolean told_miss;
  gint64 backordered_since;
  gint64 ready_since;
  gint64 lost_since;
} SediaClockLine;

/**
 * SediaClockCustomer:
 * @told_at: when something was said to them last, 0 for never
 * @wait_until: the day until which they agreed to wait, SEDIA_NO_DAY for none
 */
typedef struct
{
  gint64 told_at;
  int wait_until;
} SediaClockCustomer;

/**
 * SediaDueItem:
 * @reason: why
 * @line_id: about which line, 0 for all of them (%SEDIA_DUE_SILENT, %SEDIA_DUE_WAIT_ENDED)
 * @since: when it happened
 * @due: until when they should have heard
 * @from: the day they were told, SEDIA_NO_DAY for none
 * @to: the day it is now, SEDIA_NO_DAY: nobody knows
 */
typedef struct
{
  SediaDueReason reason;
  gint64 line_id;
  gint64 since;
  gint64 due;
  int from;
  int to;
} SediaDueItem;

/**
 * SediaDueEntry:
 * @reasons: bits, 1 << SediaDueReason
 * @since: the earliest since of its items
 * @due: the earliest due of its items
 * @is_late: whether that has passed
 * @overdue_days: working days after the day it was due, 0 on that day itself
 * @must_offer_cancel: whether the message must offer to cancel
 *
 * One customer who must be told; one message covers it all.
 */
typedef struct
{
  guint reasons;
  gint64 since;
  gint64 due;
  gboolean is_late;
  int overdue_days;
  gboolean must_offer_cancel;
} SediaDueEntry;

const char *sedia_due_reason_to_string (SediaDueReason reason);
gboolean sedia_due_reason_from_string (const char *text, SediaDueReason *reason);
/* For people: "Can be collected", "The date moved" ... */
const char *sedia_due_reason_label (SediaDueReason reason);
char *sedia_due_reasons_words (guint bits);

gboolean sedia_clock_run (const SediaContactRules  *rules,
                          const SediaClockCustomer *customer,
                          const SediaClockLine     *lines,
                          guint                     n_lines,
                          gint64                    now,
                          GArray                   *items,
                          SediaDueEntry            *entry);

/* How long a shop may take silence for "wait". */
typedef enum
{
  SEDIA_SILENCE_NEVER,   /* the shop's own rule: never */
  SEDIA_SILENCE_FTC,     /* the US FTC mail-order rule, 16 CFR 435.2 (b) */
} SediaSilence;

/* What an offer to cancel without an answer comes to. */
typedef enum
{
  SEDIA_SILENCE_ASKS,    /* they must be asked again */
  SEDIA_SILENCE_WAITS,   /* silence is consent */
  SEDIA_SILENCE_CANCELS, /* cancel, and give the money back */
} SediaSilenceMeaning;

const char *sedia_silence_to_string (SediaSilence silence);
gboolean sedia_silence_from_string (const char *text, SediaSilence *silence);
SediaSilenceMeaning sedia_silence_means (SediaSilence silence,
                                         guint        n_offers,
                                         int          delay_days,
                                         gboolean     is_past_told_day);

G_END_DECLS
