-- Lists: pages of records, headings, counts, queues. The spines are composed in sedia-lists.c.

-- name: waiting-lines
-- Lines as the waiting list shows them, in the order of a list of ids.
SELECT l.id, l.order_id, l.position, l.product_id, p.sku, p.name, p.unit, p.decimals, o.customer_id, c.name,
       l.placed_at, l.ordered, l.delivered, l.over, l.cancelled, l.reserved, l.price, l.need_by, l.priority,
       max (l.all_or_nothing, o.all_or_nothing), l.held, (SELECT e.day FROM expected AS e WHERE e.id = l.product_id),
       b.on_hand, b.free, b.incoming,
       ifnull ((SELECT max (t.at) FROM contact_due AS d JOIN contact AS t ON t.id = d.contact_id
                 WHERE d.order_line_id = l.id AND d.state = 'told'), 0)
  FROM json_each ($1) AS w
 CROSS JOIN order_line AS l ON l.id = w.value
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
  JOIN product_balance AS b ON b.product_id = l.product_id

-- name: heading-product
-- The heading over a product's lines.
SELECT p.name, p.sku, (SELECT count (*) FROM order_line AS l WHERE l.product_id = p.id AND l.open > 0),
       b.open, b.reserved, b.waiting, p.decimals, p.unit
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE p.id = $1

-- name: heading-customer
-- The heading over a customer's lines.
SELECT c.name, c.phone,
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.open > 0)
  FROM customer AS c
 WHERE c.id = $1

-- name: heading-supplier
-- The heading over the lines of a supplier's products.
SELECT s.name, s.phone,
       (SELECT count (*) FROM product AS p JOIN order_line AS l ON l.product_id = p.id
         WHERE p.supplier_id = s.id AND l.open > 0)
  FROM supplier AS s
 WHERE s.id = $1

-- name: heading-no-supplier
-- ... of products without a supplier.
SELECT count (*)
  FROM order_line AS l JOIN product AS p ON p.id = l.product_id
 WHERE p.supplier_id IS NULL AND l.open > 0

-- name: draft-head
-- A draft as a list shows it.
SELECT id, updated_at, who, number, lines FROM draft WHERE id = $1 AND hidden = 0

-- name: counts-lines
-- Open lines, those that wait, those that can go.
SELECT count (*),
       ifnull (sum (l.ordered - l.delivered - l.cancelled > l.reserved), 0),
       ifnull (sum (l.reserved > 0 AND (l.reserved = l.ordered - l.delivered - l.cancelled OR NOT l.all_or_nothing)
         AND NOT (o.all_or_nothing AND EXISTS (SELECT 1 FROM order_line AS w
                   WHERE w.order_id = l.order_id AND w.waiting > 0))), 0)
  FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
 WHERE l.open > 0

-- name: counts-late
-- Open lines whose need-by date has passed.
SELECT count (*) FROM order_line WHERE open > 0 AND need_by IS NOT NULL AND need_by < $1

-- name: counts-products
-- Products, and how they stand.
SELECT count (*), ifnull (sum (b.waiting > 0), 0),
       ifnull (sum (b.on_hand - b.reserved <= 0
                    OR (p.minimum IS NOT NULL AND b.on_hand + b.incoming - b.open < p.minimum)), 0),
       ifnull (sum (b.on_hand < 0), 0),
       (SELECT count (*) FROM product WHERE archived = 1)
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE p.archived = 0

-- name: counts-orders
-- Orders, those that wait for something, those that can be collected whole.
SELECT (SELECT count (*) FROM customer_order), ifnull (sum (waits > 0), 0), ifnull (sum (waits = 0), 0)
  FROM (SELECT sum (waiting) AS waits FROM order_line WHERE open > 0 GROUP BY order_id)

-- name: counts-people
-- Customers and suppliers; customers who wait, who can collect something, who must be told something (a list of
-- them), who were told of what is open and of nothing new since.
WITH due (customer_id) AS MATERIALIZED (SELECT value FROM json_each ($1))
SELECT (SELECT count (*) FROM customer WHERE archived = 0),
       (SELECT count (*) FROM customer WHERE archived = 1),
       (SELECT count (*) FROM supplier WHERE archived = 0),
       (SELECT count (*) FROM supplier WHERE archived = 1),
       ifnull (sum (waits), 0), ifnull (sum (can_go), 0), (SELECT count (*) FROM due),
       ifnull (sum (told AND customer_id NOT IN due), 0)
  FROM (SELECT o.customer_id AS customer_id,
               max (l.waiting > 0) AS waits,
               max (EXISTS (SELECT 1 FROM contact_due AS d
                             WHERE d.state = 'told' AND d.order_line_id = l.id)) AS told,
               max (l.reserved > 0 AND (l.waiting = 0 OR l.all_or_nothing = 0)
                    AND NOT (o.all_or_nothing = 1 AND EXISTS (SELECT 1 FROM order_line AS w
                              WHERE w.order_id = l.order_id AND w.waiting > 0))) AS can_go
          FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
         WHERE l.open > 0
         GROUP BY o.customer_id)

-- name: customer-told
-- Whether a customer was told of what is open.
SELECT EXISTS (SELECT 1
                 FROM customer_order AS o
                 JOIN order_line AS l ON l.order_id = o.id AND l.open > 0
                 JOIN contact_due AS d ON d.order_line_id = l.id AND d.state = 'told'
                WHERE o.customer_id = $1)

-- name: supplier-work
-- A supplier's products, and when it last delivered.
SELECT (SELECT count (*) FROM product WHERE supplier_id = $1 AND archived = 0),
       ifnull ((SELECT max (at) FROM delivery WHERE supplier_id = $1), 0)

-- name: counts-deliveries
-- Deliveries, drafts of them and of orders, restocks nobody has looked at.
SELECT (SELECT count (*) FROM delivery),
       (SELECT count (*) FROM draft WHERE kind = 'delivery' AND hidden = 0),
       (SELECT count (*) FROM draft WHERE kind = 'order' AND hidden = 0),
       (SELECT count (*) FROM restock WHERE state = 'new')

-- name: counts-purchases
-- Purchases; those of which something is still to come, of these the late ones; drafts, and those still being typed.
SELECT (SELECT count (*) FROM purchase),
       (SELECT count (DISTINCT l.purchase_id)
          FROM product_balance AS b CROSS JOIN purchase_line AS l ON l.product_id = b.product_id AND l.incoming > 0
         WHERE b.incoming > 0),
       (SELECT count (DISTINCT l.purchase_id)
          FROM product_balance AS b CROSS JOIN purchase_line AS l ON l.product_id = b.product_id AND l.incoming > 0
         WHERE b.incoming > 0 AND ifnull (l.expected, 9999999) < $1),
       (SELECT count (*) FROM purchase WHERE status = 'draft'),
       (SELECT count (*) FROM draft WHERE kind = 'purchase' AND hidden = 0)

-- name: queue-products
-- Products somebody waits for, by name.
SELECT p.id
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.waiting > 0
   AND ($1 IS NULL OR p.id = $1)
 ORDER BY p.name COLLATE NOCASE, p.id

-- name: search-state
-- What the names of products rest on: how many products and barcodes there have been, and the last edit.
SELECT ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'product'), 0),
       ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'barcode'), 0),
       ifnull ((SELECT max (id) FROM audit), 0)

-- name: search-edits
-- Whether a product was edited, or a barcode taken away, since.
SELECT EXISTS (SELECT 1 FROM audit WHERE id > $1 AND (kind = 'product' OR kind = 'barcode'))

-- name: search-names
-- What all products are called, by name.
SELECT p.id, p.name, p.sku
  FROM product AS p
 WHERE p.id NOT IN (SELECT id FROM product WHERE archived = 1)
 ORDER BY p.name COLLATE NOCASE, p.id

-- name: search-names-archived
-- What the archived are called; their list is sorted elsewhere.
SELECT id, name, sku FROM product WHERE archived = 1

-- name: search-barcodes
-- All barcodes.
SELECT product_id, code FROM barcode
