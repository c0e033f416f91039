-- Customer orders.

-- name: order-insert
-- A new order.
INSERT INTO customer_order (customer_id, placed_at, all_or_nothing, deposit, note, reference, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
RETURNING id

-- name: order-line-insert
-- A new line, in its order's time.
INSERT INTO order_line (order_id, position, product_id, placed_at, ordered, price, need_by, priority,
                        all_or_nothing, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
RETURNING id

-- name: order-read
-- An order.
SELECT o.id, o.customer_id, c.name, o.placed_at, o.all_or_nothing, o.deposit, o.note, o.reference
  FROM customer_order AS o JOIN customer AS c ON c.id = o.customer_id
 WHERE o.id = $1

-- name: order-lines
-- The lines of an order.
SELECT l.id, l.order_id, l.position, l.product_id, p.sku, p.name, p.unit, p.decimals, o.customer_id, c.name,
       l.placed_at, l.ordered, l.delivered, l.over, l.cancelled, l.reserved, l.price, l.need_by, l.priority,
       max (l.all_or_nothing, o.all_or_nothing), l.held, (SELECT e.day FROM expected AS e WHERE e.id = l.product_id)
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE l.order_id = $1
 ORDER BY l.position

-- name: order-line-read
-- One line.
SELECT l.id, l.order_id, l.position, l.product_id, p.sku, p.name, p.unit, p.decimals, o.customer_id, c.name,
       l.placed_at, l.ordered, l.delivered, l.over, l.cancelled, l.reserved, l.price, l.need_by, l.priority,
       max (l.all_or_nothing, o.all_or_nothing), l.held, (SELECT e.day FROM expected AS e WHERE e.id = l.product_id)
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE l.id = $1

-- name: order-by-reference
-- The order with this number of another system.
SELECT id FROM customer_order WHERE reference = $1

-- name: order-ids
-- Orders, newest first; a customer's or everybody's.
SELECT id FROM customer_order WHERE ($1 IS NULL OR customer_id = $1) ORDER BY id DESC LIMIT $2

-- name: order-line-set-amounts
-- What was ordered and what was cancelled of it.
UPDATE order_line SET ordered = $2, cancelled = $3 WHERE id = $1

-- name: order-line-set-priority
-- First, or in its turn.
UPDATE order_line SET priority = $2 WHERE id = $1

-- name: order-line-set-need-by
-- Another date.
UPDATE order_line SET need_by = $2 WHERE id = $1

-- name: order-line-set-held
-- Passed over by automatic serving, or not any more.
UPDATE order_line SET held = $2 WHERE id = $1 AND held <> $2

-- name: order-line-refunded
-- What came back from a line against money: it stays cancelled when the order is opened again.
SELECT ifnull (-sum (h.quantity), 0)
  FROM hand_over_line AS h JOIN hand_over AS d ON d.id = h.hand_over_id
 WHERE h.order_line_id = $1
   AND d.kind = 'return'
   AND d.settlement = 'refund'

-- name: substitution-insert
-- All lines of a new order are taken instead of a line.
INSERT INTO substitution (old_line_id, new_line_id, quantity, operation_id)
SELECT $2, id, $3, $4 FROM order_line WHERE order_id = $1 ORDER BY position

-- name: order-line-links
-- What a line was taken instead of, and what was taken instead of it, the last one last.
SELECT s.new_line_id = $1, l.order_id, l.position, p.sku, p.name, s.quantity, p.decimals, p.unit
  FROM substitution AS s
  JOIN order_line AS l ON l.id = CASE s.new_line_id WHEN $1 THEN s.old_line_id ELSE s.new_line_id END
  JOIN product AS p ON p.id = l.product_id
 WHERE (s.new_line_id = $1 OR s.old_line_id = $1)
   AND EXISTS (SELECT 1 FROM operation_in_force AS o WHERE o.id = s.operation_id)
 ORDER BY s.id

-- name: hand-over-insert
-- Goods go to a customer, or come back.
INSERT INTO hand_over (order_id, kind, settlement, damaged, at, operation_id)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id

-- name: hand-over-line-insert
-- How much of a line; over is what goes beyond the order.
INSERT INTO hand_over_line (hand_over_id, order_line_id, quantity, over, operation_id)
VALUES ($1, $2, $3, $4, $5)

-- name: reserved-for
-- For whom a product is set aside, the last in the queue first: they would lose it first.
SELECT c.name, l.order_id, l.reserved
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE l.product_id = $1
   AND l.open > 0
   AND l.reserved > 0
   AND l.id <> $2
 ORDER BY l.priority DESC, ifnull (l.need_by, 9999999) DESC, l.placed_at DESC, l.order_id DESC, l.position DESC
 LIMIT 4

-- name: reserved-for-oldest
-- The same under "strictly first come, first served".
SELECT c.name, l.order_id, l.reserved
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE l.product_id = $1
   AND l.open > 0
   AND l.reserved > 0
   AND l.id <> $2
 ORDER BY l.placed_at DESC, l.order_id DESC, l.position DESC
 LIMIT 4
