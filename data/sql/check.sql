-- Every balance recomputed from its rows: one row per problem, (where, kept, recomputed, decimals of both).

-- name: check-on-hand
SELECT p.sku, b.on_hand, (SELECT ifnull (sum (m.quantity), 0) FROM movement AS m WHERE m.product_id = p.id) AS real,
       p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.on_hand <> real

-- name: check-product-reserved
SELECT p.sku, b.reserved,
       (SELECT ifnull (sum (l.reserved), 0) FROM order_line AS l WHERE l.product_id = p.id AND l.open > 0) AS real,
       p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.reserved <> real

-- name: check-open
SELECT p.sku, b.open,
       (SELECT ifnull (sum (l.open), 0) FROM order_line AS l WHERE l.product_id = p.id AND l.open > 0) AS real,
       p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.open <> real

-- name: check-incoming
SELECT p.sku, b.incoming,
       (SELECT ifnull (sum (max (l.ordered - l.received - l.closed, 0)), 0)
          FROM purchase_line AS l JOIN purchase AS u ON u.id = l.purchase_id
         WHERE l.product_id = p.id AND u.status = 'confirmed') AS real, p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.incoming <> real

-- name: check-purchase-received
SELECT l.purchase_id || '/' || l.position, l.received,
       (SELECT ifnull (sum (r.quantity), 0) FROM purchase_receipt AS r WHERE r.purchase_line_id = l.id) AS real,
       (SELECT decimals FROM product AS p WHERE p.id = l.product_id)
  FROM purchase_line AS l
 WHERE l.received <> real

-- name: check-purchase-confirmed
SELECT p.id, 0, 0, 0
  FROM purchase AS p
 WHERE EXISTS (SELECT 1 FROM purchase_line AS l WHERE l.purchase_id = p.id
                  AND l.confirmed <> (p.status = 'confirmed'))

-- name: check-balance-missing
SELECT p.sku, 0, 0, 0 FROM product AS p WHERE NOT EXISTS (SELECT 1 FROM product_balance AS b WHERE b.product_id = p.id)

-- name: check-line-reserved
SELECT l.order_id || '/' || l.position, l.reserved,
       (SELECT ifnull (sum (r.quantity), 0) FROM reservation AS r WHERE r.order_line_id = l.id) AS real,
       (SELECT decimals FROM product AS p WHERE p.id = l.product_id)
  FROM order_line AS l
 WHERE l.reserved <> real

-- name: check-line-delivered
SELECT l.order_id || '/' || l.position, l.delivered,
       l.delivered_before + (SELECT ifnull (sum (h.quantity), 0) FROM hand_over_line AS h
                              WHERE h.order_line_id = l.id) AS real,
       (SELECT decimals FROM product AS p WHERE p.id = l.product_id)
  FROM order_line AS l
 WHERE l.delivered <> real

-- name: check-line-over
SELECT l.order_id || '/' || l.position, l.over,
       (SELECT ifnull (sum (h.over), 0) FROM hand_over_line AS h WHERE h.order_line_id = l.id) AS real,
       (SELECT decimals FROM product AS p WHERE p.id = l.product_id)
  FROM order_line AS l
 WHERE l.over <> real

-- name: check-reserved-too-much
-- More set aside than there is: the commands never leave that behind.
SELECT p.sku, b.reserved, max (b.on_hand, 0), p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.reserved > max (b.on_hand, 0)

-- name: check-left-waiting
-- Free stock that a line waits for: the commands never leave that behind, unless the line is held.
SELECT p.sku, b.on_hand - b.reserved, 0, p.decimals
  FROM product AS p JOIN product_balance AS b ON b.product_id = p.id
 WHERE b.on_hand > b.reserved
   AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.product_id = p.id AND l.open > 0 AND l.waiting > 0
                  AND l.held = 0)

-- name: check-place
-- A line keeps its order's time: its place in the queue rests on it.
SELECT l.order_id || '/' || l.position, 0, 0, 0
  FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
 WHERE l.placed_at <> o.placed_at

-- name: check-due-untrue
-- What a customer is to be told is true: "ready" of a complete line, the others of one that waits.
SELECT l.order_id || '/' || l.position, 0, 0, 0
  FROM contact_due AS d JOIN order_line AS l ON l.id = d.order_line_id
 WHERE d.state = 'open'
   AND CASE d.reason WHEN 'ready' THEN l.open = 0 OR l.waiting > 0
                     WHEN 'backordered' THEN l.waiting = 0
                     WHEN 'reservation-lost' THEN l.waiting = 0
                     ELSE l.open = 0 END
 GROUP BY l.id

-- name: check-merged-orders
-- An order of a customer who was merged into another: nobody would find it.
SELECT o.id, 0, 0, 0 FROM customer AS c JOIN customer_order AS o ON o.customer_id = c.id
 WHERE c.merged_into IS NOT NULL

-- name: check-merged-twice
-- Whoever somebody was merged into is there.
SELECT c.id, 0, 0, 0 FROM customer AS c JOIN customer AS k ON k.id = c.merged_into WHERE k.merged_into IS NOT NULL

-- name: check-contact-stands
-- Whether a contact counts: unless it was taken back, an odd number of times.
SELECT t.id, t.stands,
       (WITH RECURSIVE chain (id) AS (
          SELECT t.id UNION ALL SELECT r.id FROM chain JOIN contact AS r ON r.reverses = chain.id)
        SELECT count (*) FROM chain) % 2 AS real, 0
  FROM contact AS t
 WHERE t.stands <> real

-- name: check-substitution
-- Whoever took a line instead of another had wanted that one.
SELECT n.order_id || '/' || n.position, 0, 0, 0
  FROM substitution AS s
  JOIN order_line AS n ON n.id = s.new_line_id
  JOIN customer_order AS a ON a.id = n.order_id
  JOIN order_line AS l ON l.id = s.old_line_id
  JOIN customer_order AS b ON b.id = l.order_id
 WHERE a.customer_id <> b.customer_id

-- name: check-integrity
-- SQLite's own check of the file.
PRAGMA integrity_check (20)

-- name: check-foreign-keys
-- Rows that refer to nothing.
PRAGMA foreign_key_check
