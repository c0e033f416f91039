/* A question before something that cannot be undone, or that only a person can decide. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SediaQuestion:
 * @title: the question
 * @text: what would happen
 * @no: the button that leaves everything as it is, mnemonics underlined
 * @yes: the button that goes on, mnemonics underlined
 * @is_careful: Enter is no
 * @is_destructive: it cannot be undone: the button is red, and Enter is no
 *
 * A question with two answers.
 */
typedef struct
{
  const char *title;
  const char *text;
  const char *no;
  const char *yes;
  gboolean is_careful;
  gboolean is_destructive;
} SediaQuestion;

/**
 * SediaAnswerFunc:
 * @widget: who asked, still there
 * @is_yes: the answer; closing the question is no
 * @data: what was given with the question
 */
typedef void (*SediaAnswerFunc) (GtkWidget *widget,
                                 gboolean   is_yes,
                                 gpointer   data);

void sedia_ask (GtkWidget           *widget,
                const SediaQuestion *question,
                SediaAnswerFunc      answered,
                gpointer             data,
                GDestroyNotify       data_free);

G_END_DECLS
