/* What the help says: see sedia-help-texts.h. One paragraph is one message. */
#include "config.h"

#include "sedia-help-texts.h"

#include <glib/gi18n.h>

static const SediaHelpText texts[] = {
  { "waiting", NC_ ("page", "Waiting"),
    { N_("Each row is one product that a customer ordered and does not have yet. Whoever stands "
         "first in the queue is served first; the sentence above the list says by which rule."),
      N_("Open is what the customer still gets. A part of it may be reserved already; the rest "
         "waits."),
      N_("“Can be filled” shows what you can hand over or set aside now, “Late” what is past the "
         "day it was needed, “Not told” who waits for news from you.") },
    { { "<Control>r", NC_ ("shortcuts", "Reserve") },
      { "<Control>h", NC_ ("shortcuts", "Hand over what is set aside") },
      { "<Control>t", NC_ ("shortcuts", "Note that the customer was told") } } },

  { "orders", NC_ ("page", "Orders"),
    { N_("Each row is an order: who wants what, since when, and until when. Type or scan a new "
         "one: Sedia says at once what is ready and what has to wait."),
      N_("Ready: all that is open is set aside and can be handed over. Waiting: something is not "
         "there yet. Done: nothing is open any more."),
      N_("A draft is an order that was begun and not placed. Nothing is set aside for it.") },
    { { "<Control>n", NC_ ("shortcuts", "New order") },
      { "<Control>h", NC_ ("shortcuts", "Hand over what is set aside") },
      { "F2", NC_ ("shortcuts", "Change the order, or go on with a draft") } } },

  { "deliveries", NC_ ("page", "Deliveries"),
    { N_("Each row is a delivery: what a supplier brought, and when. Scan or type what came; once "
         "it is received it is in the stock, and set aside for those who waited."),
      N_("Beside the list you see what came, and who got it: tell them that they can collect it."),
      N_("A draft is a delivery that was begun and not received. It changes no stock.") },
    { { "<Control>d", NC_ ("shortcuts", "New delivery") },
      { "F2", NC_ ("shortcuts", "Go on with a draft") },
      { "<Control>p", NC_ ("shortcuts", "Print the slip of what is selected") } } },

  { "purchases", NC_ ("page", "Purchases"),
    { N_("Each row is a purchase order: what you ordered from a supplier, and when it is expected. "
         "What is late stands first, with how many customers it holds up."),
      N_("Has the supplier named another day? Change the date: before you save it, Sedia says who "
         "must be told because of it."),
      N_("What is closed does not come any more: whoever counted on it waits without a day, and "
         "must be told.") },
    { { "<Control>j", NC_ ("shortcuts", "Say when it comes") },
      { "<Control>o", NC_ ("shortcuts", "The supplier has it") },
      { "<Control>r", NC_ ("shortcuts", "Enter what has come of it") } } },

  { "reorder", NC_ ("page", "Reorder"),
    { N_("Each row is a product that should be ordered, below the supplier who brings it: "
         "customers wait for it, or it would run out before the next order has come."),
      N_("Beside the list stands why so much is suggested. A minimum or maximum of your own wins; "
         "else what was asked for so far, and how long the supplier takes, say how much to keep."),
      N_("Type another quantity over the one that is suggested, or take the tick away. What you "
         "order becomes draft purchases, one for each supplier; what stands in a draft is not "
         "suggested again.") },
    { { "F2", NC_ ("shortcuts", "Type another quantity") },
      { "space", NC_ ("shortcuts", "Order it, or not") },
      { "F5", NC_ ("shortcuts", "Work it out again") } } },

  { "stock", NC_ ("page", "Stock"),
    { N_("Each row is a product: how much of it there is, and how much of that is free."),
      N_("“Waited for” shows what customers wait for, “Short” what has run out or is below its "
         "minimum, “Negative” what the book says is below zero: count it."),
      N_("No number is typed over. Sell, put in, take out or count: each is written down, and can "
         "be undone.") },
    { { "<Control>s", NC_ ("shortcuts", "Sell to somebody who walked in") },
      { "<Control>u", NC_ ("shortcuts", "Count") },
      { "<Control>j", NC_ ("shortcuts", "Say when it comes") } } },

  { "customers", NC_ ("page", "Customers"),
    { N_("Each row is a customer: for how much they wait, what is ready for them, and what they "
         "were told last."),
      N_("“Can collect” shows for whom something is set aside. “Must be told” shows who waits for "
         "news from you, the most urgent first. “No answer” shows who was offered to cancel and "
         "has not answered yet."),
      N_("Is somebody there twice? “Merge With…” in the menu of the row makes the two one.") },
    { { "<Control>m", NC_ ("shortcuts", "Write to a customer") },
      { "<Control>t", NC_ ("shortcuts", "Note that the customer was told") },
      { "F2", NC_ ("shortcuts", "Edit") } } },

  { "suppliers", NC_ ("page", "Suppliers"),
    { N_("Each row is somebody who brings you goods: their phone, how many of your products they "
         "bring, and when they came last."),
      N_("The lead time is how many days it takes, as they say, from your order until the goods "
         "are here."),
      N_("Beside the list you see what they brought, and their products.") },
    { { "F2", NC_ ("shortcuts", "Edit") },
      { "<Control>f", NC_ ("shortcuts", "Search in this list") },
      { "<Control>e", NC_ ("shortcuts", "Export this list") } } },

  { "insight", NC_ ("page", "Insight"),
    { N_("Two questions, answered by the shop’s own records of the last 13 weeks: can demand be "
         "predicted, and is the way of working good enough? Each answer is as good as its weakest "
         "part."),
      N_("Choose a part: beside it stand the next step, and the rows it rests on. Press one to see "
         "it where it belongs."),
      N_("Where too little is known, that is said, and what to do to know more.") },
    { { "F5", NC_ ("shortcuts", "Look again") },
      { "<Control>k", NC_ ("shortcuts", "Search anything") },
      { "<Control>z", NC_ ("shortcuts", "Undo the last action") } } },

  { "history", NC_ ("page", "History"),
    { N_("Each row is something that was done in this shop: when, what, and by whom. Nothing is "
         "ever taken out of this list."),
      N_("Most of it can be taken back: choose it and press Undo. Where that cannot be done any "
         "more, Sedia says why.") },
    { { "<Control>z", NC_ ("shortcuts", "Undo the last action") },
      { "<Control>f", NC_ ("shortcuts", "Search in this list") },
      { "Escape", NC_ ("shortcuts", "Back to the page before") } } },

  { NULL, NC_ ("page", "Sedia"),
    { N_("Sedia keeps the stock of your shop and remembers who is waiting for what."),
      N_("Write down what customers order and what suppliers bring. Sedia sets the goods aside for "
         "those who waited, and says whom to tell."),
      N_("On each page, F1 says what you see there.") },
    { { "<Control>n", NC_ ("shortcuts", "New order") },
      { "<Control>d", NC_ ("shortcuts", "New delivery") },
      { "<Control>k", NC_ ("shortcuts", "Search anything") } } },
};

static const SediaHelpWord words[] = {
  { NC_ ("word", "On hand"), N_("What is in the shop, set aside or not.") },
  { NC_ ("word", "Reserved"), N_("Set aside for somebody’s order: nobody else gets it.") },
  { NC_ ("word", "Free"),
    N_("On hand without what is reserved: what you can promise a new customer.") },
  { NC_ ("word", "Incoming"), N_("Ordered from a supplier, and not here yet.") },
  { NC_ ("word", "Backorder"),
    N_("The part of an order for which nothing is set aside yet: the customer waits for it.") },
  { NC_ ("word", "Need by"), N_("The day by which the customer needs it.") },
};

/**
 * sedia_help_text_find:
 * @page: (nullable): the name of a page
 *
 * Returns: (transfer none): its help; that of the whole program for one that has none
 */
const SediaHelpText *
sedia_help_text_find (const char *page)
{
  guint i = 0;

  while (texts[i].page != NULL && g_strcmp0 (texts[i].page, page) != 0)
    i++;

  return &texts[i];
}

/**
 * sedia_help_words:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the words of the shop
 */
const SediaHelpWord *
sedia_help_words (guint *n)
{
  g_return_val_if_fail (n != NULL, NULL);

  *n = G_N_ELEMENTS (words);

  return words;
}
