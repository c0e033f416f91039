-- Serving the queue.

-- name: serve-balance
-- What there is of a product and how much of it is set aside.
SELECT on_hand, reserved, open FROM product_balance WHERE product_id = $1

-- name: serve-queue
-- The open lines of a product in serving order (the default rule's), from the front.
SELECT id, order_id, position, priority, need_by, placed_at, ordered - delivered - cancelled, reserved, held
  FROM order_line
 WHERE product_id = $1
   AND open > 0
 ORDER BY priority, ifnull (need_by, 9999999), placed_at, order_id, position

-- name: reservation-insert
-- Stock set aside for a line, or taken from it again (negative); and what that is to the shop.
INSERT OR ROLLBACK INTO reservation (order_line_id, quantity, reason, notice, operation_id)
VALUES ($1, $2, $3, $4, $5)

-- name: reservation-last
-- The row written last.
SELECT max (id) FROM reservation

-- name: order-n-waiting
-- How many lines of an order wait for something.
SELECT count (*) FROM order_line WHERE order_id = $1 AND waiting > 0

-- name: restock-insert
-- An arrival that fills somebody, and which reservations tell whom: to be shown, once. Two arrivals in one
-- operation are one restock.
INSERT INTO restock (operation_id, delivery_id, first_id, last_id) VALUES ($1, $2, $3, $4)
ON CONFLICT (operation_id) DO UPDATE SET last_id = excluded.last_id

-- name: due-insert
-- Something a customer must be told about a line.
INSERT OR ROLLBACK INTO contact_due (order_line_id, reason, since, operation_id)
VALUES ($1, $2, $3, $4)

-- name: due-has-open
-- Whether the customer must be told this about the line already.
SELECT count (*) FROM contact_due WHERE state = 'open' AND order_line_id = $1 AND reason = $2

-- name: due-withdraw
-- It is no longer true, and was never told.
UPDATE contact_due SET state = 'withdrawn' WHERE order_line_id = $1 AND state = 'open' AND reason = $2

-- name: due-open-waiting
-- What the customer is to be told of a line that waits.
SELECT reason
  FROM contact_due
 WHERE state = 'open' AND order_line_id = $1 AND (reason = 'backordered' OR reason = 'reservation-lost')

-- name: due-withdraw-waiting
-- ... is not to be told: the line waits no more.
UPDATE contact_due SET state = 'withdrawn'
 WHERE state = 'open' AND order_line_id = $1 AND (reason = 'backordered' OR reason = 'reservation-lost')

-- name: due-withdraw-all
-- The line is closed: there is nothing left to tell.
UPDATE contact_due SET state = 'withdrawn' WHERE order_line_id = $1 AND state = 'open'

-- name: due-told-ready
-- Whether the customer's last word about the line was "ready".
SELECT reason = 'ready' FROM contact_due WHERE order_line_id = $1 AND state = 'told' ORDER BY id DESC LIMIT 1

-- name: due-last-word
-- What the customer was told last about how the line stands, or is to be told.
SELECT reason, state
  FROM contact_due
 WHERE order_line_id = $1
   AND state IN ('open', 'told')
   AND reason IN ('backordered', 'ready', 'reservation-lost')
 ORDER BY id DESC
 LIMIT 1

-- name: setting-read
-- One setting of the shop.
SELECT value FROM setting WHERE name = $1

-- name: setting-write
-- One setting of the shop changes.
UPDATE setting SET value = $2 WHERE name = $1
