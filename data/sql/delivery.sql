-- Deliveries, and the outbox of notices.

-- name: delivery-insert
-- Goods arrived.
INSERT INTO delivery (supplier_id, note_number, at, reverses, operation_id, purchase_id)
VALUES ($1, $2, $3, $4, $5, $6)
RETURNING id

-- name: delivery-line-insert
-- One line of the note.
INSERT OR ROLLBACK INTO delivery_line (delivery_id, position, product_id, quantity, operation_id)
VALUES ($1, $2, $3, $4, $5)

-- name: delivery-read
-- A delivery. What took it back counts while it stands: the chain of reversals that begins with the delivery
-- has an even number of members then.
SELECT d.id, ifnull (d.supplier_id, 0), s.name, d.note_number, d.at, o.actor, d.operation_id,
       ifnull (d.reverses, 0),
       (WITH RECURSIVE chain (id) AS (
          SELECT d.id UNION ALL SELECT r.id FROM chain JOIN delivery AS r ON r.reverses = chain.id)
        SELECT CASE count (*) % 2 WHEN 0 THEN max (id) ELSE 0 END FROM chain),
       (SELECT count (*) FROM delivery_line AS l WHERE l.delivery_id = d.id), ifnull (d.purchase_id, 0)
  FROM delivery AS d
  JOIN operation AS o ON o.id = d.operation_id
  LEFT JOIN supplier AS s ON s.id = d.supplier_id
 WHERE d.id = $1

-- name: delivery-ids
-- Deliveries, newest first.
SELECT id FROM delivery ORDER BY id DESC LIMIT $1

-- name: delivery-lines
-- The lines of a delivery.
SELECT l.product_id, p.sku, p.name, p.unit, p.decimals, l.quantity
  FROM delivery_line AS l JOIN product AS p ON p.id = l.product_id
 WHERE l.delivery_id = $1
 ORDER BY l.position

-- name: delivery-served
-- Whom a delivery served, as it was then; a line once, however often it got a part.
SELECT r.order_line_id, l.order_id, l.position, o.customer_id, c.name, c.phone, l.product_id, p.sku, p.name,
       p.unit, p.decimals, sum (r.quantity), max (r.notice <> 'part'),
       max (max (r.notice = 'order')) OVER (PARTITION BY l.order_id)
  FROM restock AS k
  JOIN reservation AS r ON r.id BETWEEN k.first_id AND k.last_id
  JOIN order_line AS l ON l.id = r.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE k.operation_id = $1
   AND r.notice IS NOT NULL
 GROUP BY r.order_line_id
 ORDER BY min (r.id)

-- name: delivery-by-note
-- The first delivery of a supplier with this note number that was not taken back.
SELECT d.id, d.at
  FROM delivery AS d
 WHERE d.note_number = $2 COLLATE NOCASE
   AND d.note_number <> ''
   AND d.supplier_id IS $1
   AND d.reverses IS NULL
   AND (WITH RECURSIVE chain (id) AS (
          SELECT d.id UNION ALL SELECT r.id FROM chain JOIN delivery AS r ON r.reverses = chain.id)
        SELECT count (*) % 2 FROM chain) = 1
 ORDER BY d.id
 LIMIT 1

-- name: served-line
-- A line that would be served, with what it would still wait for.
SELECT l.order_id, l.position, o.customer_id, c.name, c.phone
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE l.id = $1

-- name: order-waiting-lines
-- The lines of an order that wait.
SELECT id FROM order_line WHERE order_id = $1 AND waiting > 0

-- name: restock-first
-- The oldest restock that nobody has been shown.
SELECT operation_id, ifnull (delivery_id, 0) FROM restock WHERE state = 'new' ORDER BY operation_id LIMIT 1

-- name: notice-lines
-- Whom a restock fills.
SELECT r.order_line_id, l.order_id, o.customer_id, c.name
  FROM restock AS k
  JOIN reservation AS r ON r.id BETWEEN k.first_id AND k.last_id
  JOIN order_line AS l ON l.id = r.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE k.operation_id = $1
   AND r.notice IS NOT NULL
 GROUP BY r.order_line_id
 ORDER BY min (r.id)

-- name: restock-set-shown
-- Taken out of the outbox.
UPDATE restock SET state = 'shown' WHERE operation_id = $1 AND state = 'new'

-- name: restock-set-new
-- It could not be shown after all.
UPDATE restock SET state = 'new' WHERE operation_id = $1 AND state = 'shown'

-- name: restock-set-seen
-- Somebody has looked at it.
UPDATE restock SET state = 'seen' WHERE operation_id = $1 AND state IN ('new', 'shown')

-- name: restock-withdraw
-- The operation that filled them was taken back.
UPDATE restock SET state = 'withdrawn' WHERE operation_id = $1

-- name: contact-insert
-- The shop told, or tried to tell, a customer something.
INSERT INTO contact (customer_id, at, channel, outcome, note, operation_id, offer, answer, until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING id

-- name: contact-answers-due
-- One message covers all of a customer's lines. Without a word ($3 is 0) it is known no more than that they wait.
UPDATE contact_due SET state = 'told', contact_id = $2
 WHERE state = 'open'
   AND ($3 = 1 OR reason = 'backordered')
   AND order_line_id IN (SELECT l.id FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
                          WHERE o.customer_id = $1)
