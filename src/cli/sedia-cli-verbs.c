/* The table of nouns, verbs and options. Add a line here and a job in the file of its noun. */
#include "config.h"

#include "sedia-cli-verbs.h"

#include "sedia-cli-jobs.h"

#include <glib/gi18n.h>
#include <string.h>

static const SediaCliOption global_options[] = {
  { "database", SEDIA_CLI_FILE, "FILE", N_("the shop's file; default: the window's own"),
    SEDIA_CLI_SOME, 0 },
  { "at", SEDIA_CLI_TIME, "WHEN",
    N_("enter it as of then, or look as of then: 2026-11-22, 2026-11-22T09:30 or with Z"), 0, 0 },
  { "as", SEDIA_CLI_TEXT, "NAME", N_("who did it; default: the login's real name"), SEDIA_CLI_SOME,
    0 },
  { "key", SEDIA_CLI_TEXT, "KEY",
    N_("your own key: the same key again changes nothing and prints the first result"),
    SEDIA_CLI_SOME, 0 },
  { "json", SEDIA_CLI_FLAG, NULL, N_("print one JSON value"), 0, 0 },
  { "help", SEDIA_CLI_FLAG, NULL, N_("explain all nouns, one noun or one verb"), 0, 0 },
  { "version", SEDIA_CLI_FLAG, NULL, N_("print the version"), 0, 0 },
  { NULL },
};

static const SediaCliOption product_options[] = {
  { "name", SEDIA_CLI_TEXT, "TEXT", N_("what people call it; default: the SKU"), 0, 0 },
  { "barcode", SEDIA_CLI_TEXT, "CODE", N_("a barcode; those given replace all it had"),
    SEDIA_CLI_MANY | SEDIA_CLI_NONE, 0 },
  { "unit", SEDIA_CLI_TEXT, "UNIT", N_("what it is counted in; default: pcs"), 0, 0 },
  { "decimals", SEDIA_CLI_CHOICE, "0|1|2|3", N_("decimals of its quantities; default: 0"), 0, 0 },
  { "pack", SEDIA_CLI_NUMBER, "N", N_("units in a pack"), SEDIA_CLI_NONE, 0 },
  { "category", SEDIA_CLI_TEXT, "TEXT", N_("group of products"), SEDIA_CLI_NONE, 0 },
  { "price", SEDIA_CLI_MONEY, "AMOUNT", N_("what customers pay"), SEDIA_CLI_NONE, 0 },
  { "cost", SEDIA_CLI_MONEY, "AMOUNT", N_("what the shop pays"), SEDIA_CLI_NONE, 0 },
  { "supplier", SEDIA_CLI_TEXT, "NAME", N_("who brings it"), SEDIA_CLI_NONE, 0 },
  { "moq", SEDIA_CLI_QUANTITY, "QTY", N_("least the supplier accepts"), SEDIA_CLI_NONE, 0 },
  { "minimum", SEDIA_CLI_QUANTITY, "QTY", N_("order more below this"), SEDIA_CLI_NONE, 0 },
  { "maximum", SEDIA_CLI_QUANTITY, "QTY", N_("order up to this"), SEDIA_CLI_NONE, 0 },
  { "backorder", SEDIA_CLI_CHOICE, "allow|warn|refuse", N_("whether customers may wait for it"), 0,
    0 },
  { "backorder-limit", SEDIA_CLI_QUANTITY, "QTY", N_("the most that may wait"), SEDIA_CLI_NONE, 0 },
  { "backorder-wait", SEDIA_CLI_NUMBER, "DAYS", N_("the longest that customers may wait"),
    SEDIA_CLI_NONE, 0 },
  { "backorder-deposit", SEDIA_CLI_NUMBER, "PERCENT",
    N_("so much of the price is paid before somebody waits"), SEDIA_CLI_NONE, 0 },
  { "allow-negative", SEDIA_CLI_CHOICE, "yes|no", N_("whether more may be sold than the book says"),
    0, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), SEDIA_CLI_NONE, 0 },
  { NULL },
};

static const SediaCliOption product_edit_options[] = {
  { "sku", SEDIA_CLI_TEXT, "SKU", N_("its new SKU"), 0, 0 },
  { "archived", SEDIA_CLI_CHOICE, "yes|no", N_("whether it is out of use"), 0, 0 },
  { NULL },
};

static const SediaCliOption product_list_options[] = {
  { "search", SEDIA_CLI_TEXT, "TEXT", N_("only those with this in SKU, name or barcode"), 0, 0 },
  { "short", SEDIA_CLI_FLAG, NULL, N_("only those that run out"), 0, 0 },
  { "waiting", SEDIA_CLI_FLAG, NULL, N_("only those customers wait for"), 0, 0 },
  { NULL },
};

static const SediaCliOption customer_options[] = {
  { "code", SEDIA_CLI_TEXT, "CODE", N_("the shop's own code for the customer"), SEDIA_CLI_NONE, 0 },
  { "phone", SEDIA_CLI_TEXT, "TEXT", N_("phone number"), SEDIA_CLI_NONE, 0 },
  { "email", SEDIA_CLI_TEXT, "TEXT", N_("e-mail address"), SEDIA_CLI_NONE, 0 },
  { "channel", SEDIA_CLI_CHOICE, "whatsapp|phone|email|sms|person", N_("how to reach the customer"),
    0, 0 },
  { "language", SEDIA_CLI_TEXT, "CODE", N_("language of messages"), SEDIA_CLI_NONE, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), SEDIA_CLI_NONE, 0 },
  { "do-not-contact", SEDIA_CLI_FLAG, NULL, N_("the customer does not want to be told"), 0, 1 },
  { NULL },
};

static const SediaCliOption customer_edit_options[] = {
  { "name", SEDIA_CLI_TEXT, "NAME", N_("the new name"), 0, 0 },
  { "contact", SEDIA_CLI_FLAG, NULL, N_("the customer may be told again"), 0, 1 },
  { "archived", SEDIA_CLI_CHOICE, "yes|no", N_("whether the customer is out of use"), 0, 0 },
  { NULL },
};

static const SediaCliOption supplier_options[] = {
  { "code", SEDIA_CLI_TEXT, "CODE", N_("the shop's own code for the supplier"), SEDIA_CLI_NONE, 0 },
  { "phone", SEDIA_CLI_TEXT, "TEXT", N_("phone number"), SEDIA_CLI_NONE, 0 },
  { "email", SEDIA_CLI_TEXT, "TEXT", N_("e-mail address"), SEDIA_CLI_NONE, 0 },
  { "lead-days", SEDIA_CLI_NUMBER, "N", N_("days a delivery takes, as stated"), SEDIA_CLI_NONE, 0 },
  { "least-value", SEDIA_CLI_MONEY, "AMOUNT", N_("least an order to the supplier is worth"),
    SEDIA_CLI_NONE, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), SEDIA_CLI_NONE, 0 },
  { NULL },
};

static const SediaCliOption supplier_edit_options[] = {
  { "name", SEDIA_CLI_TEXT, "NAME", N_("the new name"), 0, 0 },
  { "archived", SEDIA_CLI_CHOICE, "yes|no", N_("whether the supplier is out of use"), 0, 0 },
  { NULL },
};

static const SediaCliOption search_options[] = {
  { "search", SEDIA_CLI_TEXT, "TEXT", N_("only those with this in name, code or phone"), 0, 0 },
  { NULL },
};

static const SediaCliOption contact_options[] = {
  { "channel", SEDIA_CLI_CHOICE, "whatsapp|phone|email|sms|person",
    N_("by which way; default: the customer's own"), 0, 0 },
  { "reached", SEDIA_CLI_FLAG, NULL, N_("the customer knows now"), SEDIA_CLI_NEEDED, 1 },
  { "no-answer", SEDIA_CLI_FLAG, NULL, N_("nobody answered"), SEDIA_CLI_NEEDED, 1 },
  { "message", SEDIA_CLI_FLAG, NULL, N_("a message was left or sent"), SEDIA_CLI_NEEDED, 1 },
  { "text", SEDIA_CLI_TEXT, "TEXT", N_("what was said"), 0, 0 },
  { "offer-cancel", SEDIA_CLI_FLAG, NULL, N_("cancelling was offered"), 0, 0 },
  { "answer", SEDIA_CLI_TEXT, "wait|wait-until=DATE|cancel|part|substitute",
    N_("what the customer answered; “cancel” cancels what they wait for"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption write_options[] = {
  { "offer-cancel", SEDIA_CLI_FLAG, NULL, N_("offer to cancel in any case"), 0, 0 }, { NULL },
};

static const SediaCliOption promise_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 }, { NULL },
};

static const SediaCliOption reorder_options[] = {
  { "line", SEDIA_CLI_PRODUCT_LINE, "SKU=QTY", N_("exactly so much, suggested or not"),
    SEDIA_CLI_MANY, 0 },
  { "fill-up", SEDIA_CLI_FLAG, NULL, N_("order more, until the supplier takes the order"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption give_back_options[] = {
  { "amount", SEDIA_CLI_MONEY, "AMOUNT", N_("how much; default: all that is due"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_add_options[] = {
  { "customer", SEDIA_CLI_TEXT, "NAME", N_("name, code or phone of a customer"),
    SEDIA_CLI_NEEDED | SEDIA_CLI_SOME, 0 },
  { "line", SEDIA_CLI_PRODUCT_LINE, "SKU=QTY[,need-by=DATE][,first][,all]",
    N_("what is ordered; “first” serves it before others, “all” only when complete"),
    SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "all-or-nothing", SEDIA_CLI_FLAG, NULL, N_("ready only when every line is complete"), 0, 0 },
  { "deposit", SEDIA_CLI_MONEY, "AMOUNT", N_("what was paid in advance"), 0, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), 0, 0 },
  { "reference", SEDIA_CLI_TEXT, "TEXT", N_("its number in another system"), 0, 0 },
  { "instead-of", SEDIA_CLI_LINE_NAME, "ORDER/LINE",
    N_("the customer’s line it is taken instead of; what is open of that is cancelled"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_list_options[] = {
  { "customer", SEDIA_CLI_TEXT, "NAME", N_("only this customer's"), SEDIA_CLI_SOME, 0 },
  { "status", SEDIA_CLI_CHOICE, "waiting|partly-ready|ready|done|cancelled", N_("only such orders"),
    0, 0 },
  { "limit", SEDIA_CLI_NUMBER, "N", N_("only the newest"), SEDIA_CLI_SOME, 0 },
  { NULL },
};

static const SediaCliOption order_edit_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY][,need-by=DATE|none][,first|normal]",
    N_("the line and how much is ordered now"), SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_cancel_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY]", N_("only this line, or this much of it"),
    SEDIA_CLI_MANY, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_reopen_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_hand_over_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY]", N_("only this line; default: all that is reserved"),
    SEDIA_CLI_MANY, 0 },
  { "over", SEDIA_CLI_FLAG, NULL, N_("also more than is open"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_return_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY]", N_("what came back"),
    SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "refund", SEDIA_CLI_FLAG, NULL, N_("the customer gets the money back"), SEDIA_CLI_NEEDED, 1 },
  { "exchange", SEDIA_CLI_FLAG, NULL, N_("the customer gets another; the line is open again"),
    SEDIA_CLI_NEEDED, 1 },
  { "damaged", SEDIA_CLI_FLAG, NULL, N_("it cannot be sold again"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_reserve_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY]", N_("the line to set stock aside for"),
    SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "override", SEDIA_CLI_FLAG, NULL, N_("take it from the last in the queue"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption order_release_options[] = {
  { "line", SEDIA_CLI_ORDER_LINE, "L[=QTY]", N_("the line that gives its stock back; it is held"),
    SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption queue_options[] = {
  { "product", SEDIA_CLI_TEXT, "SKU", N_("only this product"), SEDIA_CLI_SOME, 0 },
  { "customer", SEDIA_CLI_TEXT, "NAME", N_("only this customer"), SEDIA_CLI_SOME, 0 },
  { NULL },
};

static const SediaCliOption sale_options[] = {
  { "override", SEDIA_CLI_FLAG, NULL, N_("also take what is set aside for customers"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why more is sold than the book says"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption count_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption issue_options[] = {
  { "reason", SEDIA_CLI_CHOICE, "damage|own-use|other", N_("where it went"), SEDIA_CLI_NEEDED, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("more about it, for the log"), 0, 0 },
  { "override", SEDIA_CLI_FLAG, NULL, N_("also take what is set aside for customers"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption limit_options[] = {
  { "limit", SEDIA_CLI_NUMBER, "N", N_("only the newest"), SEDIA_CLI_SOME, 0 },
  { NULL },
};

static const SediaCliOption purchase_add_options[] = {
  { "supplier", SEDIA_CLI_TEXT, "NAME", N_("name or code of a supplier"),
    SEDIA_CLI_NEEDED | SEDIA_CLI_SOME, 0 },
  { "line", SEDIA_CLI_PURCHASE_LINE, "SKU=QTY[,expected=DATE][,for=ORDER/LINE][,price=AMOUNT]",
    N_("what is ordered, when it comes, and for whom"), SEDIA_CLI_MANY | SEDIA_CLI_NEEDED, 0 },
  { "expected", SEDIA_CLI_DAY, "DATE",
    N_("when it comes; default: the lead time that the supplier states"), 0, 0 },
  { "draft", SEDIA_CLI_FLAG, NULL, N_("not ordered yet: nothing is on its way"), 0, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { NULL },
};

static const SediaCliOption purchase_edit_options[] = {
  { "line", SEDIA_CLI_PURCHASE_LINE, "SKU=QTY[,expected=DATE][,for=ORDER/LINE][,price=AMOUNT]",
    N_("what is ordered of this product; a new line when it has none"), SEDIA_CLI_MANY, 0 },
  { "remove-line", SEDIA_CLI_NUMBER, "L", N_("the number of a line that is taken out"),
    SEDIA_CLI_MANY | SEDIA_CLI_SOME, 0 },
  { "note", SEDIA_CLI_TEXT, "TEXT", N_("anything else"), SEDIA_CLI_NONE, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { NULL },
};

static const SediaCliOption purchase_list_options[] = {
  { "supplier", SEDIA_CLI_TEXT, "NAME", N_("only from this supplier"), SEDIA_CLI_SOME, 0 },
  { "status", SEDIA_CLI_CHOICE, "draft|confirmed|closed|cancelled", N_("only such purchases"), 0,
    0 },
  { "expected", SEDIA_CLI_FLAG, NULL,
    N_("only those of which something is still to come, by the day it is expected"), 0, 0 },
  { "limit", SEDIA_CLI_NUMBER, "N", N_("only the newest"), SEDIA_CLI_SOME, 0 },
  { NULL },
};

static const SediaCliOption purchase_line_options[] = {
  { "line", SEDIA_CLI_NUMBER, "L", N_("only this line; default: all that is still to come"),
    SEDIA_CLI_MANY | SEDIA_CLI_SOME, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { NULL },
};

static const SediaCliOption receive_options[] = {
  { "supplier", SEDIA_CLI_TEXT, "NAME", N_("who brought it"), 0, 0 },
  { "note-number", SEDIA_CLI_TEXT, "TEXT", N_("the number on the supplier's note"), 0, 0 },
  { "purchase", SEDIA_CLI_NUMBER, "N",
    N_("the purchase it is for; without lines, all that is still to come of it"), SEDIA_CLI_SOME,
    0 },
  { "line", SEDIA_CLI_PRODUCT_LINE, "SKU=QTY", N_("what arrived"), SEDIA_CLI_MANY, 0 },
  { "preview", SEDIA_CLI_FLAG, NULL, N_("receive nothing, show who would get what"), 0, 0 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption delivery_undo_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on although customers lose what is set aside"), 0, 0 },
  { NULL },
};

static const SediaCliOption import_options[] = {
  { "preview", SEDIA_CLI_FLAG, NULL, N_("import nothing, show what would change"), 0, 0 },
  { "set", SEDIA_CLI_FLAG, NULL, N_("the file says how much there is (default)"), 0, 1 },
  { "add", SEDIA_CLI_FLAG, NULL, N_("the file says how much is added"), 0, 1 },
  { "map", SEDIA_CLI_TEXT, "COLUMN=FIELD", N_("what a column holds"), SEDIA_CLI_MANY, 0 },
  { "encoding", SEDIA_CLI_TEXT, "NAME", N_("encoding of the file; default: found out"), 0, 0 },
  { "delimiter", SEDIA_CLI_TEXT, "CHARACTER", N_("what divides columns: one character or “tab”"), 0,
    0 },
  { "decimal", SEDIA_CLI_CHOICE, ",|.", N_("the decimal mark of numbers"), 0, 0 },
  { "day-first", SEDIA_CLI_FLAG, NULL, N_("dates are written day, month, year"), 0, 2 },
  { "month-first", SEDIA_CLI_FLAG, NULL, N_("dates are written month, day, year"), 0, 2 },
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption import_order_options[] = {
  { "lines", SEDIA_CLI_FILE, "FILE", N_("the file of the orders' lines, when it is another one"), 0,
    0 },
  { NULL },
};

static const SediaCliOption setting_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { NULL },
};

static const SediaCliOption undo_options[] = {
  { "reason", SEDIA_CLI_TEXT, "TEXT", N_("why, for the log"), 0, 0 },
  { "anyway", SEDIA_CLI_FLAG, NULL, N_("go on after a warning"), 0, 0 },
  { NULL },
};

static const SediaCliOption overrule_options[] = {
  { "backorder", SEDIA_CLI_CHOICE, "allow|warn|refuse", N_("whether customers may wait for it"),
    SEDIA_CLI_NEEDED, 0 },
  { "backorder-limit", SEDIA_CLI_QUANTITY, "QTY", N_("the most that may wait"), SEDIA_CLI_NONE, 0 },
  { "backorder-wait", SEDIA_CLI_NUMBER, "DAYS", N_("the longest that customers may wait"),
    SEDIA_CLI_NONE, 0 },
  { "backorder-deposit", SEDIA_CLI_NUMBER, "PERCENT",
    N_("so much of the price is paid before somebody waits"), SEDIA_CLI_NONE, 0 },
  { "why", SEDIA_CLI_TEXT, "TEXT", N_("why; needed when the verdict says otherwise"), 0, 0 },
  { NULL },
};

#define ACT(kind_, job_) .mode = SEDIA_CLI_ACT, .kind = (kind_), .job = (job_)
#define READ(job_) .mode = SEDIA_CLI_READ, .job = (job_)
#define IMPORT(kind_, help_, more_)                                                                \
  { "import", kind_, "FILE", help_, import_options, more_, ACT ("import", sedia_cli_import) }
#define EXPORT(kind_, help_)                                                                       \
  { "export", kind_, "[FILE]", help_, NULL, NULL, READ (sedia_cli_export) }

static const SediaCliVerb verbs[] = {
  { "product", "add", "SKU", N_("add a product"), product_options, NULL,
    ACT ("product-add", sedia_cli_product_add) },
  { "product", "edit", "SKU", N_("change what is known about a product; “” for none"),
    product_options, product_edit_options, ACT ("product-edit", sedia_cli_product_edit) },
  { "product", "show", "SKU", N_("show a product"), NULL, NULL, READ (sedia_cli_product_show) },
  { "product", "list", "", N_("list products"), product_list_options, NULL,
    READ (sedia_cli_product_list) },
  { "product", "expect", "SKU [DATE]",
    N_("say when a product is expected again; without a date, that nobody knows"), promise_options,
    NULL, ACT ("product-expect", sedia_cli_product_expect) },

  { "customer", "add", "NAME", N_("add a customer"), customer_options, NULL,
    ACT ("customer-add", sedia_cli_customer_add) },
  { "customer", "edit", "NAME", N_("change what is known about a customer"), customer_options,
    customer_edit_options, ACT ("customer-edit", sedia_cli_customer_edit) },
  { "customer", "show", "NAME", N_("show a customer"), NULL, NULL,
    READ (sedia_cli_customer_show) },
  { "customer", "list", "", N_("list customers"), search_options, NULL,
    READ (sedia_cli_customer_list) },
  { "customer", "merge", "KEEP OTHER", N_("make two customers one: all of OTHER goes to KEEP"),
    NULL, NULL, ACT ("customer-merge", sedia_cli_customer_merge) },
  { "customer", "erase", "NAME", N_("forget who a customer was; cannot be undone"), NULL, NULL,
    ACT ("customer-erase", sedia_cli_customer_erase) },

  { "supplier", "add", "NAME", N_("add a supplier"), supplier_options, NULL,
    ACT ("supplier-add", sedia_cli_supplier_add) },
  { "supplier", "edit", "NAME", N_("change what is known about a supplier"), supplier_options,
    supplier_edit_options, ACT ("supplier-edit", sedia_cli_supplier_edit) },
  { "supplier", "show", "NAME", N_("show a supplier"), NULL, NULL,
    READ (sedia_cli_supplier_show) },
  { "supplier", "list", "", N_("list suppliers"), search_options, NULL,
    READ (sedia_cli_supplier_list) },

  { "order", "add", "", N_("take a customer's order"), order_add_options, NULL,
    ACT ("order-add", sedia_cli_order_add) },
  { "order", "show", "N", N_("show an order"), NULL, NULL, READ (sedia_cli_order_show) },
  { "order", "list", "", N_("list orders, the newest first"), order_list_options, NULL,
    READ (sedia_cli_order_list) },
  { "order", "edit", "N", N_("change lines of an order"), order_edit_options, NULL,
    ACT ("order-edit", sedia_cli_order_edit) },
  { "order", "cancel", "N", N_("cancel an order, or all that is open of it"), order_cancel_options,
    NULL, ACT ("order-cancel", sedia_cli_order_cancel) },
  { "order", "reopen", "N", N_("take back what was cancelled"), order_reopen_options, NULL,
    ACT ("order-reopen", sedia_cli_order_reopen) },
  { "order", "hand-over", "N", N_("give the customer what is reserved"), order_hand_over_options,
    NULL, ACT ("hand-over", sedia_cli_order_hand_over) },
  { "order", "return", "N", N_("take goods back from the customer"), order_return_options, NULL,
    ACT ("return", sedia_cli_order_return) },
  { "order", "reserve", "N", N_("set stock aside for a line"), order_reserve_options, NULL,
    ACT ("order-reserve", sedia_cli_order_reserve) },
  { "order", "release", "N", N_("give a line's stock to others"), order_release_options, NULL,
    ACT ("order-release", sedia_cli_order_release) },

  { "sale", NULL, "SKU=QTY ...", N_("sell to a walk-in customer"), sale_options, NULL,
    ACT ("sale", sedia_cli_sale) },
  { "asked", NULL, "SKU=QTY ...", N_("note what somebody asked for and did not wait for"), NULL,
    NULL, ACT ("asked", sedia_cli_asked) },

  { "purchase", "add", "", N_("order from a supplier"), purchase_add_options, NULL,
    ACT ("purchase-add", sedia_cli_purchase_add) },
  { "purchase", "edit", "N", N_("change a draft"), purchase_edit_options, NULL,
    ACT ("purchase-edit", sedia_cli_purchase_edit) },
  { "purchase", "show", "N", N_("show a purchase and its lines"), NULL, NULL,
    READ (sedia_cli_purchase_show) },
  { "purchase", "list", "", N_("list purchases, the newest first"), purchase_list_options, NULL,
    READ (sedia_cli_purchase_list) },
  { "purchase", "confirm", "N", N_("the supplier has it: it is on its way"), promise_options, NULL,
    ACT ("purchase-confirm", sedia_cli_purchase_confirm) },
  { "purchase", "expect", "N [DATE]",
    N_("say when it is expected now; without a date, that nobody knows"), purchase_line_options,
    NULL, ACT ("purchase-expect", sedia_cli_purchase_expect) },
  { "purchase", "close", "N", N_("what has not come will not"), purchase_line_options, NULL,
    ACT ("purchase-close", sedia_cli_purchase_close) },
  { "purchase", "cancel", "N", N_("nothing of it comes"), promise_options, NULL,
    ACT ("purchase-cancel", sedia_cli_purchase_cancel) },

  { "delivery", "receive", "[FILE]",
    N_("receive goods; FILE is CSV with the columns sku or barcode, and quantity"), receive_options,
    NULL, ACT ("delivery-receive", sedia_cli_delivery_receive) },
  { "delivery", "show", "N", N_("show a delivery and whom it served"), NULL, NULL,
    READ (sedia_cli_delivery_show) },
  { "delivery", "list", "", N_("list deliveries, the newest first"), limit_options, NULL,
    READ (sedia_cli_delivery_list) },
  { "delivery", "undo", "N", N_("take a delivery back"), delivery_undo_options, NULL,
    ACT ("delivery-undo", sedia_cli_delivery_undo) },

  { "stock", "list", "", N_("list balances"), product_list_options, NULL,
    READ (sedia_cli_stock_list) },
  { "stock", "show", "SKU", N_("show a product's balance"), NULL, NULL,
    READ (sedia_cli_stock_show) },
  { "stock", "history", "SKU", N_("show the movements that make a balance, the newest first"),
    limit_options, NULL, READ (sedia_cli_stock_history) },
  { "stock", "count", "SKU=QTY ...", N_("write down what was counted"), count_options, NULL,
    ACT ("stock-count", sedia_cli_stock_count) },
  { "stock", "issue", "SKU=QTY ...", N_("take goods out without a sale"), issue_options, NULL,
    ACT ("stock-issue", sedia_cli_stock_issue) },

  { "forecast", "show", "SKU", N_("show what a product was asked for, and is likely to be"), NULL,
    NULL, READ (sedia_cli_forecast_show) },
  { "reorder", "list", "", N_("list what to order now, how much and why"), NULL, NULL,
    READ (sedia_cli_reorder_list) },
  { "reorder", "order", "[SKU] ...", N_("put what to order into draft purchases, by supplier"),
    reorder_options, NULL, ACT ("reorder-order", sedia_cli_reorder_order) },

  { "verdict", "show", "SKU",
    N_("show whether customers should be let wait for a product, and why"), NULL, NULL,
    READ (sedia_cli_verdict_show) },
  { "verdict", "shop", "", N_("show how well the shop predicts demand, and works"), NULL, NULL,
    READ (sedia_cli_verdict_shop) },
  { "verdict", "follow", "SKU", N_("let customers wait as the verdict says"), NULL, NULL,
    ACT ("product-decide", sedia_cli_verdict_follow) },
  { "verdict", "overrule", "SKU", N_("decide it yourself; what is not given is none"),
    overrule_options, NULL, ACT ("product-decide", sedia_cli_verdict_overrule) },

  { "queue", "list", "", N_("list waiting lines in serving order"), queue_options, NULL,
    READ (sedia_cli_queue_list) },

  { "contact", "due", "", N_("list whom the shop must tell something, the most urgent first"),
    NULL, NULL, READ (sedia_cli_contact_due) },
  { "contact", "offers", "", N_("list offers to cancel without an answer"), NULL, NULL,
    READ (sedia_cli_contact_offers) },
  { "contact", "list", "CUSTOMER", N_("list what a customer was told, the newest first"), NULL,
    NULL, READ (sedia_cli_contact_list) },
  { "contact", "write", "CUSTOMER", N_("print the message that tells a customer how things stand"),
    write_options, NULL, READ (sedia_cli_contact_write) },
  { "contact", "log", "CUSTOMER", N_("note that a customer was told, or could not be"),
    contact_options, NULL, ACT ("contact-told", sedia_cli_contact_log) },

  { "deposit", "list", "", N_("list money held for goods not handed over, and what is due back"),
    NULL, NULL, READ (sedia_cli_deposit_list) },
  { "deposit", "give-back", "N", N_("note that a deposit was given back"), give_back_options,
    NULL, ACT ("deposit-return", sedia_cli_deposit_give_back) },

  { "holiday", "list", "", N_("list days on which the shop is closed"), NULL, NULL,
    READ (sedia_cli_holiday_list) },
  { "holiday", "add", "DATE [NAME]", N_("say that the shop is closed on a day"), promise_options,
    NULL, ACT ("holiday", sedia_cli_holiday_add) },
  { "holiday", "remove", "DATE", N_("say that the shop is open on a day after all"),
    promise_options, NULL, ACT ("holiday", sedia_cli_holiday_remove) },

  IMPORT ("products", N_("bring in products and their stock"), NULL),
  IMPORT ("customers", N_("bring in customers"), NULL),
  IMPORT ("suppliers", N_("bring in suppliers"), NULL),
  IMPORT ("orders", N_("bring in customers' orders"), import_order_options),
  IMPORT ("sales", N_("bring in what was sold before, for the demand"), NULL),

  EXPORT ("products", N_("write products and their stock as CSV")),
  EXPORT ("customers", N_("write customers as CSV")),
  EXPORT ("suppliers", N_("write suppliers as CSV")),
  EXPORT ("orders", N_("write orders and their lines as CSV")),
  EXPORT ("purchases", N_("write purchases and their lines as CSV")),
  EXPORT ("movements", N_("write every movement as CSV")),
  EXPORT ("queue", N_("write the waiting lines as CSV")),
  EXPORT ("contacts", N_("write who was told when as CSV")),

  { "setting", "list", "", N_("list what the shop has chosen"), NULL, NULL,
    READ (sedia_cli_setting_list) },
  { "setting", "set", "NAME VALUE",
    N_("choose something; “setting list” names all and says what they mean"),
    setting_options, NULL, ACT ("setting", sedia_cli_setting_set) },

  { "backup", NULL, "FILE", N_("copy the shop's records into a file"), NULL, NULL,
    .mode = SEDIA_CLI_COPY },
  { "check", NULL, "", N_("compare every balance with the rows that make it"), NULL, NULL,
    READ (sedia_cli_check) },
  { "sample", NULL, "", N_("fill an empty shop with a sample"), NULL, NULL,
    .mode = SEDIA_CLI_NOTE, .job = sedia_cli_sample },
  { "undo", NULL, "[OPERATION]", N_("take back the last action, or this one"), undo_options, NULL,
    ACT ("undo", sedia_cli_undo) },
  { "log", "list", "", N_("list who did what, the newest first"), limit_options, NULL,
    READ (sedia_cli_log_list) },
  { NULL },
};

/**
 * sedia_cli_verbs:
 *
 * Returns: (transfer none): all verbs, verbs of one noun together, up to one without a noun
 */
const SediaCliVerb *
sedia_cli_verbs (void)
{
  return verbs;
}

/**
 * sedia_cli_global_options:
 *
 * Returns: (transfer none): the options that stand before or after any noun
 */
const SediaCliOption *
sedia_cli_global_options (void)
{
  return global_options;
}
