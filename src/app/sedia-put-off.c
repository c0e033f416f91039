/* Actions that come before the shop is open: see sedia-put-off.h. */
#include "config.h"

#include "sedia-put-off.h"

typedef struct
{
  char *name;
  GVariant *parameter;
} Action;

static void
action_free (Action *action)
{
  g_free (action->name);
  g_clear_pointer (&action->parameter, g_variant_unref);
  g_free (action);
}

/**
 * sedia_put_off_add:
 * @queue: of actions
 * @action: its name
 * @parameter: (nullable): its parameter
 */
void
sedia_put_off_add (GQueue     *queue,
                   const char *action,
                   GVariant   *parameter)
{
  Action *late = g_new0 (Action, 1);

  late->name = g_strdup (action);
  late->parameter = parameter != NULL ? g_variant_ref (parameter) : NULL;
  g_queue_push_tail (queue, late);
}

/**
 * sedia_put_off_run: Runs all of them, in the order they came in.
 */
void
sedia_put_off_run (GQueue       *queue,
                   GActionGroup *group)
{
  Action *action;

  while ((action = g_queue_pop_head (queue)) != NULL)
    {
      g_action_group_activate_action (group, action->name, action->parameter);
      action_free (action);
    }
}

/**
 * sedia_put_off_clear: Forgets them.
 */
void
sedia_put_off_clear (GQueue *queue)
{
  g_queue_clear_full (queue, (GDestroyNotify) action_free);
}
