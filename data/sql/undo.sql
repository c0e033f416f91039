-- Taking an operation back.

-- name: undo-link
-- The operation under way takes that one back.
UPDATE operation SET undoes = $2 WHERE id = $1

-- name: undo-edits
-- What an operation edited: per row, what it was before the first edit and after the last. The last edited comes
-- first, so that a code goes back the way it came.
SELECT kind, row_id,
       (SELECT f.before FROM audit_filled AS f WHERE f.operation_id = a.operation_id AND f.kind = a.kind
           AND f.row_id = a.row_id ORDER BY f.id LIMIT 1),
       (SELECT l.after FROM audit_filled AS l WHERE l.operation_id = a.operation_id AND l.kind = a.kind
           AND l.row_id = a.row_id ORDER BY l.id DESC LIMIT 1)
  FROM audit AS a
 WHERE a.operation_id = $1
 GROUP BY kind, row_id
 ORDER BY max (a.id) DESC

-- name: undo-changed-by
-- Who edited a row last.
SELECT o.actor, o.entered_at
  FROM audit AS a JOIN operation AS o ON o.id = a.operation_id
 WHERE a.kind = $1 AND a.row_id = $2
 ORDER BY a.id DESC
 LIMIT 1

-- name: undo-lines-changed-by
-- Who did something later, and still in force, with the order lines that an operation touched.
WITH line (id) AS (
  SELECT row_id FROM audit WHERE operation_id = $1 AND kind = 'order_line'
  UNION
  SELECT l.id
    FROM operation_range AS g JOIN order_line AS l ON l.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'order_line'
  UNION
  SELECT r.order_line_id
    FROM operation_range AS g JOIN reservation AS r ON r.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'reservation'
  UNION
  SELECT h.order_line_id
    FROM operation_range AS g JOIN hand_over_line AS h ON h.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'hand_over_line'),
later (id) AS (
  SELECT r.operation_id FROM line JOIN reservation AS r ON r.order_line_id = line.id
   WHERE r.operation_id > $1
  UNION
  SELECT h.operation_id FROM line JOIN hand_over_line AS h ON h.order_line_id = line.id
   WHERE h.operation_id > $1
  UNION
  SELECT a.operation_id FROM line JOIN audit AS a ON a.kind = 'order_line' AND a.row_id = line.id
   WHERE a.operation_id > $1)
SELECT o.actor, o.entered_at
  FROM operation AS o
 WHERE o.id IN (SELECT id FROM later)
   AND o.undoes IS NULL
   AND NOT EXISTS (SELECT 1 FROM operation AS u
                    WHERE u.undoes = o.id
                      AND NOT EXISTS (SELECT 1 FROM operation AS again WHERE again.undoes = u.id))
 ORDER BY o.id DESC
 LIMIT 1

-- name: undo-state-product
SELECT state FROM product_state WHERE id = $1
-- name: undo-state-customer
SELECT state FROM customer_state WHERE id = $1
-- name: undo-state-supplier
SELECT state FROM supplier_state WHERE id = $1
-- name: undo-state-customer_order
SELECT state FROM customer_order_state WHERE id = $1
-- name: undo-state-order_line
SELECT state FROM order_line_state WHERE id = $1
-- name: undo-state-contact_due
SELECT state FROM contact_due_state WHERE id = $1
-- name: undo-state-count_request
SELECT state FROM count_request_state WHERE id = $1
-- name: undo-state-setting
SELECT state FROM setting_state WHERE id = $1
-- name: undo-state-expected
SELECT state FROM expected_state WHERE id = $1
-- name: undo-state-purchase
SELECT state FROM purchase_state WHERE id = $1
-- name: undo-state-purchase_line
SELECT state FROM purchase_line_state WHERE id = $1
-- name: undo-state-holiday
SELECT state FROM holiday_state WHERE id = $1
-- name: undo-state-template
SELECT state FROM template_state WHERE id = $1

-- name: undo-restore-product
-- Puts a product back as it was.
UPDATE product
   SET sku = json_extract ($2, '$.sku'), name = json_extract ($2, '$.name'), unit = json_extract ($2, '$.unit'),
       decimals = json_extract ($2, '$.decimals'), pack = json_extract ($2, '$.pack'),
       category = json_extract ($2, '$.category'), supplier_id = json_extract ($2, '$.supplier_id'),
       price = json_extract ($2, '$.price'), cost = json_extract ($2, '$.cost'),
       minimum = json_extract ($2, '$.minimum'), maximum = json_extract ($2, '$.maximum'),
       moq = json_extract ($2, '$.moq'), backorder = json_extract ($2, '$.backorder'),
       backorder_limit = json_extract ($2, '$.backorder_limit'),
       allow_negative = json_extract ($2, '$.allow_negative'), note = json_extract ($2, '$.note'),
       archived = json_extract ($2, '$.archived'), backorder_wait = json_extract ($2, '$.backorder_wait'),
       backorder_deposit = json_extract ($2, '$.backorder_deposit'),
       backorder_why = json_extract ($2, '$.backorder_why')
 WHERE id = $1

-- name: undo-restore-customer
-- Puts a customer back.
UPDATE customer
   SET code = json_extract ($2, '$.code'), name = json_extract ($2, '$.name'),
       phone = json_extract ($2, '$.phone'), email = json_extract ($2, '$.email'),
       channel = json_extract ($2, '$.channel'), language = json_extract ($2, '$.language'),
       note = json_extract ($2, '$.note'), do_not_contact = json_extract ($2, '$.do_not_contact'),
       archived = json_extract ($2, '$.archived'), merged_into = json_extract ($2, '$.merged_into')
 WHERE id = $1

-- name: undo-restore-supplier
-- Puts a supplier back.
UPDATE supplier
   SET code = json_extract ($2, '$.code'), name = json_extract ($2, '$.name'),
       phone = json_extract ($2, '$.phone'), email = json_extract ($2, '$.email'),
       lead_days = json_extract ($2, '$.lead_days'), note = json_extract ($2, '$.note'),
       archived = json_extract ($2, '$.archived'), least_value = json_extract ($2, '$.least_value')
 WHERE id = $1

-- name: undo-restore-customer_order
-- Puts an order back.
UPDATE customer_order
   SET customer_id = json_extract ($2, '$.customer_id'), all_or_nothing = json_extract ($2, '$.all_or_nothing'),
       deposit = json_extract ($2, '$.deposit'), note = json_extract ($2, '$.note'),
       reference = json_extract ($2, '$.reference')
 WHERE id = $1

-- name: undo-restore-order_line
-- Puts an order line back.
UPDATE order_line
   SET ordered = json_extract ($2, '$.ordered'), cancelled = json_extract ($2, '$.cancelled'),
       price = json_extract ($2, '$.price'), need_by = json_extract ($2, '$.need_by'),
       priority = json_extract ($2, '$.priority'), all_or_nothing = json_extract ($2, '$.all_or_nothing'),
       held = json_extract ($2, '$.held')
 WHERE id = $1

-- name: undo-restore-contact_due
-- Puts back what a customer must be told.
UPDATE contact_due
   SET state = json_extract ($2, '$.state'), contact_id = json_extract ($2, '$.contact_id')
 WHERE id = $1

-- name: undo-restore-count_request
-- It is to be counted again.
UPDATE count_request SET done = json_extract ($2, '$.done') WHERE id = $1

-- name: undo-restore-setting
-- Puts a setting back.
UPDATE setting SET value = json_extract ($2, '$.value') WHERE id = $1

-- name: undo-restore-expected
-- A product is expected as it was before.
UPDATE expected SET day = json_extract ($2, '$.day'), since = json_extract ($2, '$.since') WHERE id = $1

-- name: undo-restore-purchase
-- A purchase is a draft again, or confirmed.
UPDATE purchase SET status = json_extract ($2, '$.status'), note = json_extract ($2, '$.note') WHERE id = $1

-- name: undo-restore-purchase_line
-- A line of a purchase is expected as it was.
UPDATE purchase_line
   SET ordered = json_extract ($2, '$.ordered'), closed = json_extract ($2, '$.closed'),
       price = json_extract ($2, '$.price'), agreed = json_extract ($2, '$.agreed'),
       expected = json_extract ($2, '$.expected'), since = json_extract ($2, '$.since'),
       order_line_id = json_extract ($2, '$.order_line_id'), dropped = json_extract ($2, '$.dropped')
 WHERE id = $1

-- name: undo-restore-holiday
-- A holiday is one again, or none.
UPDATE holiday SET name = json_extract ($2, '$.name'), closed = json_extract ($2, '$.closed') WHERE id = $1

-- name: undo-restore-template
-- The words of a message are those from before.
UPDATE template SET text = json_extract ($2, '$.text') WHERE id = $1

-- name: undo-restore-barcode
-- Brings a deleted barcode back, unless the product has it again already.
INSERT INTO barcode (product_id, code, operation_id)
SELECT json_extract ($1, '$.product_id'), json_extract ($1, '$.code'), $2
 WHERE NOT EXISTS (SELECT 1 FROM barcode WHERE code = json_extract ($1, '$.code'))

-- name: undo-barcode-taken
-- Whether another product has taken a deleted barcode meanwhile.
SELECT count (*)
  FROM barcode
 WHERE code = json_extract ($1, '$.code')
   AND product_id <> json_extract ($1, '$.product_id')

-- name: undo-delete-barcodes
-- Barcodes that the operation added.
DELETE FROM barcode WHERE id BETWEEN $1 AND $2

-- name: undo-archive-products
-- Products that the operation added: what refers to them stays whole.
UPDATE product SET archived = 1 WHERE id BETWEEN $1 AND $2 AND archived = 0

-- name: undo-archive-customers
-- Customers that the operation added.
UPDATE customer SET archived = 1 WHERE id BETWEEN $1 AND $2 AND archived = 0

-- name: undo-archive-suppliers
-- Suppliers that the operation added.
UPDATE supplier SET archived = 1 WHERE id BETWEEN $1 AND $2 AND archived = 0

-- name: undo-void-lines
-- Order lines that the operation added: nothing is wanted any more.
UPDATE order_line SET cancelled = ordered - delivered WHERE id BETWEEN $1 AND $2 AND open > 0

-- name: undo-void-dues
-- ... and nothing is left to tell about them.
UPDATE contact_due SET state = 'withdrawn' WHERE state = 'open' AND order_line_id BETWEEN $1 AND $2

-- name: undo-order-references
-- An order that was taken back gives its former number free.
UPDATE customer_order SET reference = NULL WHERE id BETWEEN $1 AND $2 AND reference IS NOT NULL

-- name: undo-reserved-net
-- What an operation set aside (or took away) in all, line by line, with what the line has now.
SELECT r.order_line_id, sum (r.quantity), l.reserved, l.ordered - l.delivered - l.cancelled, l.product_id
  FROM reservation AS r JOIN order_line AS l ON l.id = r.order_line_id
 WHERE r.id BETWEEN $1 AND $2
 GROUP BY r.order_line_id
HAVING sum (r.quantity) <> 0

-- name: undo-line-open
-- How much of a line is open, and how much of that is set aside.
SELECT ordered - delivered - cancelled, reserved FROM order_line WHERE id = $1

-- name: undo-hand-overs
-- The hand-overs and returns of an operation, for their reversal: those by which goods went out (1), or came
-- back (0).
SELECT id, order_id, kind, settlement, damaged
  FROM hand_over AS d
 WHERE id BETWEEN $1 AND $2
   AND EXISTS (SELECT 1 FROM hand_over_line AS l
                WHERE l.hand_over_id = d.id AND (l.quantity > 0 OR l.over > 0)) = $3
 ORDER BY id

-- name: undo-hand-over-lines
-- Reverses what was handed over (or came back).
INSERT INTO hand_over_line (hand_over_id, order_line_id, quantity, over, operation_id)
SELECT $2, order_line_id, -quantity, -over, $3 FROM hand_over_line WHERE hand_over_id = $1 ORDER BY id

-- name: undo-movements
-- Reverses movements: the ledger only grows.
INSERT INTO movement (product_id, quantity, reason, at, document, note, reverses, operation_id)
SELECT product_id, -quantity, reason, $3, document, note, id, $4
  FROM movement WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-asked
-- Takes back what was noted as asked for.
INSERT INTO asked (product_id, quantity, at, operation_id)
SELECT product_id, -quantity, at, $3 FROM asked WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-counted
-- Says of counts that they were taken back.
INSERT INTO counted (product_id, quantity, difference, at, reverses, operation_id)
SELECT product_id, quantity, difference, at, id, $3 FROM counted WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-deliveries
-- The deliveries of an operation.
SELECT id, ifnull (supplier_id, 0), note_number, ifnull (purchase_id, 0) FROM delivery WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-delivery-lines
-- Reverses the lines of a delivery.
INSERT INTO delivery_line (delivery_id, position, product_id, quantity, operation_id)
SELECT $2, position, product_id, -quantity, $3 FROM delivery_line WHERE delivery_id = $1 ORDER BY id

-- name: undo-purchase-receipts
-- What came of a purchase with a delivery did not come.
INSERT INTO purchase_receipt (delivery_id, purchase_line_id, quantity, operation_id)
SELECT $2, purchase_line_id, -quantity, $3 FROM purchase_receipt WHERE delivery_id = $1 ORDER BY id

-- name: undo-cancel-purchases
-- Purchases that the operation added: nothing comes of them.
UPDATE purchase SET status = 'cancelled' WHERE id BETWEEN $1 AND $2 AND status <> 'cancelled'

-- name: undo-drop-purchase-lines
-- Lines that the operation added to a draft purchase.
UPDATE purchase_line SET closed = ordered, dropped = 1
 WHERE id BETWEEN $1 AND $2
   AND dropped = 0
   AND (SELECT status FROM purchase WHERE id = purchase_id) = 'draft'

-- name: undo-purchases-received
-- Purchases that the operation added or edited, that are on their way no more, and of which something has come: a few.
SELECT p.id
  FROM purchase AS p
 WHERE (p.id BETWEEN $1 AND $2 OR p.id IN (SELECT row_id FROM audit WHERE operation_id = $3 AND kind = 'purchase'))
   AND p.status <> 'confirmed'
   AND EXISTS (SELECT 1 FROM purchase_line AS l WHERE l.purchase_id = p.id AND l.received > 0)
 LIMIT 10

-- name: undo-contacts
-- Takes back a contact.
INSERT INTO contact (customer_id, at, channel, outcome, note, offer, answer, until, reverses, operation_id)
SELECT customer_id, at, channel, outcome, note, offer, answer, until, id, $3
  FROM contact
 WHERE id BETWEEN $1 AND $2
 ORDER BY id

-- name: undo-deposit-returns
-- Money that was given back was not.
INSERT INTO deposit_return (order_id, amount, at, operation_id)
SELECT order_id, -amount, $3, $4 FROM deposit_return WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-past-sales
-- What was noted as sold before was not.
INSERT INTO past_sale (product_id, day, quantity, customer_id, operation_id)
SELECT product_id, day, -quantity, customer_id, $3 FROM past_sale WHERE id BETWEEN $1 AND $2 ORDER BY id

-- name: undo-dues
-- What became due because of the operation is due no more.
UPDATE contact_due SET state = 'withdrawn' WHERE id BETWEEN $1 AND $2 AND state = 'open'

-- name: undo-count-requests
-- The product need not be counted because of it.
UPDATE count_request SET done = 1 WHERE id BETWEEN $1 AND $2 AND done = 0

-- name: undo-told-ready
-- Customers who were told "ready" about what the operation filled.
SELECT c.name, l.order_id, l.position, l.id
  FROM contact_due AS d
  JOIN order_line AS l ON l.id = d.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE d.id BETWEEN $1 AND $2
   AND d.reason = 'ready'
   AND d.state = 'told'
   AND l.open > 0

-- name: undo-losses
-- Who lost stock to the operation under way although somebody else had set it aside.
SELECT c.name, l.order_id, l.position, -sum (r.quantity), p.decimals, p.unit, p.name
  FROM reservation AS r
  JOIN order_line AS l ON l.id = r.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE r.id > $1
   AND r.reason = 'lost'
 GROUP BY l.id

-- name: undo-products-of-movements
-- Products that an operation moved.
SELECT DISTINCT product_id FROM movement WHERE id BETWEEN $1 AND $2

-- name: undo-products-of-lines
-- Products whose lines an operation added.
SELECT DISTINCT product_id FROM order_line WHERE id BETWEEN $1 AND $2

-- name: undo-lines-of-hand-overs
-- Lines that an operation handed over, or that came back.
SELECT DISTINCT order_line_id FROM hand_over_line WHERE id BETWEEN $1 AND $2

-- name: undo-line-product
-- The product of a line.
SELECT product_id FROM order_line WHERE id = $1

-- name: undo-due-line
-- The line that a customer must be told about.
SELECT order_line_id FROM contact_due WHERE id = $1

-- name: undo-delivered-since
-- Orders whose lines the operation added and that have been handed over since: a few of them.
SELECT DISTINCT order_id
  FROM order_line
 WHERE id BETWEEN $1 AND $2
   AND (delivered > delivered_before OR over > 0)
 LIMIT 10

-- name: undo-mark-reservations
-- The highest reservation so far.
SELECT ifnull (max (id), 0) FROM reservation

-- name: undo-stock-before
-- What the ledger said just before an operation's first movement.
SELECT ifnull (sum (quantity), 0) FROM movement WHERE product_id = $1 AND id < $2

-- name: undo-products-in-use
-- Products that the operation added and that still have stock or open orders: a few of them.
SELECT p.sku
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE p.id BETWEEN $1 AND $2
   AND (b.on_hand <> 0 OR b.open > 0)
 LIMIT 10

-- name: undo-customers-in-use
-- Customers that the operation added and that still wait for something: a few of them.
SELECT c.name
  FROM customer AS c
 WHERE c.id BETWEEN $1 AND $2
   AND EXISTS (SELECT 1 FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
                WHERE o.customer_id = c.id AND l.open > 0)
 LIMIT 10
