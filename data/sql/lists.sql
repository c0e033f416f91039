-- Lists: pages of records, headings, counts, queues. The spines are composed in sedia-lists.c.

-- name: waiting-line
-- A line as the waiting list shows it.
SELECT l.id, l.order_id, l.position, l.product_id, p.sku, p.name, p.unit, p.decimals, o.customer_id, c.name,
       l.placed_at, l.ordered, l.delivered, l.over, l.cancelled, l.reserved, l.price, l.need_by, l.priority,
       max (l.all_or_nothing, o.all_or_nothing), l.held, b.on_hand, b.free, b.incoming,
       EXISTS (SELECT 1 FROM contact_due AS d WHERE d.order_line_id = l.id AND d.state = 'open'),
       ifnull ((SELECT max (t.at) FROM contact_due AS d JOIN contact AS t ON t.id = d.contact_id
                 WHERE d.order_line_id = l.id AND d.state = 'told'), 0)
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
  JOIN product_balance AS b ON b.product_id = l.product_id
 WHERE l.id = $1

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

-- name: counts-not-told
-- Open lines whose customer must be told something.
SELECT count (DISTINCT order_line_id) FROM contact_due WHERE state = 'open'

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
-- Customers and suppliers; customers who wait, who can collect something, who must be told something.
SELECT (SELECT count (*) FROM customer WHERE archived = 0),
       (SELECT count (*) FROM customer WHERE archived = 1),
       (SELECT count (*) FROM supplier WHERE archived = 0),
       (SELECT count (*) FROM supplier WHERE archived = 1),
       ifnull (sum (waits), 0), ifnull (sum (can_go), 0),
       (SELECT count (DISTINCT o.customer_id)
          FROM contact_due AS d
          JOIN order_line AS l ON l.id = d.order_line_id
          JOIN customer_order AS o ON o.id = l.order_id
         WHERE d.state = 'open')
  FROM (SELECT max (l.waiting > 0) AS waits, max (l.reserved > 0) AS can_go
          FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
         WHERE l.open > 0
         GROUP BY o.customer_id)

-- name: customer-told
-- Whether a customer must be told something, and when they were last told anything.
SELECT EXISTS (SELECT 1
                 FROM customer_order AS o
                 JOIN order_line AS l ON l.order_id = o.id
                 JOIN contact_due AS d ON d.order_line_id = l.id AND d.state = 'open'
                WHERE o.customer_id = $1),
       ifnull ((SELECT max (t.at)
                  FROM contact AS t
                 WHERE t.customer_id = $1
                   AND t.reverses IS NULL
                   AND NOT EXISTS (SELECT 1 FROM contact AS r WHERE r.reverses = t.id)), 0)

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

-- name: queue-products
-- Products somebody waits for, by name.
SELECT p.id
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.waiting > 0
   AND ($1 IS NULL OR p.id = $1)
 ORDER BY p.name COLLATE NOCASE, p.id

-- name: search-size
-- About how many products there are.
SELECT ifnull (max (id), 0) FROM product
