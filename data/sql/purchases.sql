-- Purchases: what is on its way, and how late a supplier is.

-- name: purchase-insert
-- Something is ordered from a supplier.
INSERT INTO purchase (supplier_id, placed_at, status, note, operation_id) VALUES ($1, $2, $3, $4, $5)
RETURNING id

-- name: purchase-line-insert
-- One line of it.
INSERT INTO purchase_line (purchase_id, position, product_id, ordered, price, agreed, expected, since, order_line_id,
                           operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)

-- name: purchase-read
-- A purchase.
SELECT p.id, p.supplier_id, s.name, s.phone, s.email, p.placed_at, p.status, p.note, p.operation_id
  FROM purchase AS p JOIN supplier AS s ON s.id = p.supplier_id
 WHERE p.id = $1

-- name: purchase-lines
-- The lines of a purchase, and for whom they are.
SELECT l.id, l.position, l.product_id, p.sku, p.name, p.unit, p.decimals, l.ordered, l.received, l.closed, l.incoming,
       l.price, l.agreed, l.expected, l.since, ifnull (l.order_line_id, 0), ifnull (w.order_id, 0),
       ifnull (w.position, 0), c.name, ifnull (p.pack, 0)
  FROM purchase_line AS l
  JOIN product AS p ON p.id = l.product_id
  LEFT JOIN order_line AS w ON w.id = l.order_line_id
  LEFT JOIN customer_order AS o ON o.id = w.order_id
  LEFT JOIN customer AS c ON c.id = o.customer_id
 WHERE l.purchase_id = $1
   AND l.dropped = 0
 ORDER BY l.position

-- name: purchase-ids
-- Purchases, newest first; from a supplier or from all.
SELECT id FROM purchase WHERE ($1 IS NULL OR supplier_id = $1) ORDER BY id DESC LIMIT $2

-- name: purchase-expected-ids
-- Purchases of which something is still to come.
SELECT DISTINCT l.purchase_id
  FROM product_balance AS b CROSS JOIN purchase_line AS l ON l.product_id = b.product_id AND l.incoming > 0
 WHERE b.incoming > 0

-- name: purchase-set-status
-- Draft, confirmed or cancelled.
UPDATE purchase SET status = $2 WHERE id = $1

-- name: purchase-line-set-days
-- The day first agreed, the day expected, and since when.
UPDATE purchase_line SET agreed = $2, expected = $3, since = $4 WHERE id = $1

-- name: purchase-set-note
-- What else is said of it.
UPDATE purchase SET note = $2 WHERE id = $1

-- name: purchase-last-position
-- The number of its last line, taken out or not.
SELECT ifnull (max (position), 0) FROM purchase_line WHERE purchase_id = $1

-- name: purchase-line-edit
-- What a line of a draft says from now on.
UPDATE purchase_line SET ordered = $2, price = $3, expected = $4, order_line_id = $5 WHERE id = $1

-- name: purchase-line-drop
-- Takes a line out of a draft; the row stays, so that this can be undone.
UPDATE purchase_line SET closed = ordered, order_line_id = NULL, dropped = 1 WHERE id = $1

-- name: purchase-line-close
-- What has not come will not: whoever it was for waits like anybody else.
UPDATE purchase_line SET closed = max (ordered - received, 0), since = $2, order_line_id = NULL WHERE id = $1

-- name: purchase-line-untie
-- Nothing of a cancelled purchase is for anybody.
UPDATE purchase_line SET since = $2, order_line_id = NULL WHERE id = $1

-- name: purchase-receipt-insert
-- How much of a delivery came for a line.
INSERT INTO purchase_receipt (delivery_id, purchase_line_id, quantity, operation_id) VALUES ($1, $2, $3, $4)

-- name: purchase-receipts
-- What was to come of a purchase, and what came of it before a delivery: by line.
SELECT l.product_id, l.ordered - l.closed, ifnull (sum (r.quantity), 0)
  FROM purchase_line AS l LEFT JOIN purchase_receipt AS r ON r.purchase_line_id = l.id AND r.delivery_id < $2
 WHERE l.purchase_id = $1
   AND l.dropped = 0
 GROUP BY l.id
 ORDER BY l.position

-- name: purchase-tied
-- Whom the lines of a purchase that a delivery fills are for.
SELECT l.product_id, l.order_line_id, r.quantity
  FROM purchase_receipt AS r JOIN purchase_line AS l ON l.id = r.purchase_line_id
 WHERE r.delivery_id = $1
   AND l.order_line_id IS NOT NULL

-- name: purchase-supplies
-- What is incoming of one product, in the order in which it is expected.
SELECT l.product_id, l.id, l.purchase_id, l.incoming, ifnull (l.expected, -2147483648), l.since,
       ifnull (l.order_line_id, 0)
  FROM purchase_line AS l
 WHERE l.product_id = $1
   AND l.incoming > 0
 ORDER BY ifnull (l.expected, 9999999), l.id

-- name: purchase-supplies-all
-- ... of every product.
SELECT l.product_id, l.id, l.purchase_id, l.incoming, ifnull (l.expected, -2147483648), l.since,
       ifnull (l.order_line_id, 0)
  FROM product_balance AS b
 CROSS JOIN purchase_line AS l ON l.product_id = b.product_id AND l.incoming > 0
 WHERE b.incoming > 0
 ORDER BY b.product_id, ifnull (l.expected, 9999999), l.id

-- name: expected-queues
-- The open lines of products of which something is incoming, in serving order (the default rule's), with what is free.
SELECT l.product_id, b.free, l.id, l.order_id, l.position, l.priority, l.need_by, l.placed_at,
       l.ordered - l.delivered - l.cancelled, l.reserved, l.held
  FROM product_balance AS b CROSS JOIN order_line AS l ON l.product_id = b.product_id AND l.open > 0
 WHERE b.incoming > 0
 ORDER BY b.product_id, l.priority, ifnull (l.need_by, 9999999), l.placed_at, l.order_id, l.position

-- name: expected-queue
-- ... of one product.
SELECT l.product_id, b.free, l.id, l.order_id, l.position, l.priority, l.need_by, l.placed_at,
       l.ordered - l.delivered - l.cancelled, l.reserved, l.held
  FROM product_balance AS b CROSS JOIN order_line AS l ON l.product_id = b.product_id AND l.open > 0
 WHERE b.product_id = $1
   AND b.incoming > 0
 ORDER BY b.product_id, l.priority, ifnull (l.need_by, 9999999), l.placed_at, l.order_id, l.position

-- name: expected-queue-of
-- ... of one product, also when nothing is incoming yet.
SELECT l.product_id, b.free, l.id, l.order_id, l.position, l.priority, l.need_by, l.placed_at,
       l.ordered - l.delivered - l.cancelled, l.reserved, l.held
  FROM product_balance AS b CROSS JOIN order_line AS l ON l.product_id = b.product_id AND l.open > 0
 WHERE b.product_id = $1
 ORDER BY b.product_id, l.priority, ifnull (l.need_by, 9999999), l.placed_at, l.order_id, l.position

-- name: purchase-history
-- The deliveries of a supplier's purchases that were not taken back, the last first: when it came, the day agreed for
-- what came, when it was ordered.
SELECT d.at, max (l.agreed), p.placed_at
  FROM purchase AS p
  JOIN delivery AS d ON d.purchase_id = p.id
  JOIN purchase_receipt AS r ON r.delivery_id = d.id
  JOIN purchase_line AS l ON l.id = r.purchase_line_id AND l.agreed IS NOT NULL
 WHERE p.supplier_id = $1
   AND d.at < $2
   AND d.reverses IS NULL
   AND (WITH RECURSIVE chain (id) AS (
          SELECT d.id UNION ALL SELECT t.id FROM chain JOIN delivery AS t ON t.reverses = chain.id)
        SELECT count (*) % 2 FROM chain) = 1
 GROUP BY d.id
 ORDER BY d.at DESC, d.id DESC
 LIMIT $3

-- name: purchase-late
-- What of a supplier is late: the day agreed, and when it was ordered; a purchase once.
SELECT min (l.agreed), p.placed_at
  FROM purchase AS p JOIN purchase_line AS l ON l.purchase_id = p.id
 WHERE p.supplier_id = $1
   AND l.incoming > 0
   AND l.agreed < $2
 GROUP BY p.id

-- name: purchase-supplier
-- Who brings a purchase, and when it was ordered.
SELECT supplier_id, placed_at FROM purchase WHERE id = $1

-- name: purchase-row
-- A purchase as its list shows it: how many lines it has and of how many something is to come, the last day agreed, the
-- last and the first day expected, and its first line.
SELECT p.id, p.supplier_id, s.name, p.placed_at, p.status, p.note, n.lines, n.incoming, n.agreed, n.expected, n.next,
       f.id, f.product_id, o.sku, o.name, o.unit, o.decimals, f.ordered, f.received, f.closed, f.incoming
  FROM purchase AS p
  JOIN supplier AS s ON s.id = p.supplier_id
  JOIN (SELECT count (*) AS lines, ifnull (sum (incoming > 0), 0) AS incoming, max (agreed) AS agreed,
               max (CASE WHEN incoming > 0 OR confirmed = 0 THEN expected END) AS expected,
               min (CASE WHEN incoming > 0 OR confirmed = 0 THEN expected END) AS next, min (position) AS first
          FROM purchase_line WHERE purchase_id = $1 AND dropped = 0) AS n
  LEFT JOIN purchase_line AS f ON f.purchase_id = p.id AND f.position = n.first
  LEFT JOIN product AS o ON o.id = f.product_id
 WHERE p.id = $1

-- name: purchase-row-products
-- Of what a purchase still brings something.
SELECT DISTINCT product_id FROM purchase_line WHERE purchase_id = $1 AND incoming > 0

-- name: purchase-row-waiting
-- Lines that wait for a purchase, a list of them, and how many customers that are. Where nobody knows the day (those are
-- negative) what somebody said of the product counts, and they do not wait for the purchase.
SELECT count (*), count (DISTINCT o.customer_id)
  FROM json_each ($1) AS w
 CROSS JOIN order_line AS l ON l.id = abs (w.value)
  JOIN customer_order AS o ON o.id = l.order_id
 WHERE w.value > 0
    OR NOT EXISTS (SELECT 1 FROM expected AS e WHERE e.id = l.product_id AND e.day IS NOT NULL)

-- name: purchase-customers
-- Who waits for a product.
SELECT DISTINCT o.customer_id
  FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
 WHERE l.product_id = $1
   AND l.open > 0
   AND l.waiting > 0
