-- What the shop's own records tell of its products, and of its work.

-- name: verdict-told
-- What was said of the lines of a product of which a day from $2 on was told: line by line, in the order it was said.
-- Then what the line needs, and how much of it was cancelled.
SELECT l.id, l.order_id, c.name, p.name, t.at, x.expected, l.ordered - l.cancelled - l.delivered_before, l.cancelled
  FROM order_line AS l
  JOIN contact_line AS x ON x.order_line_id = l.id
  JOIN contact AS t ON t.id = x.contact_id AND t.stands = 1 AND t.reverses IS NULL
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE l.product_id = $1
   AND EXISTS (SELECT 1 FROM contact_line AS d WHERE d.order_line_id = l.id AND d.expected >= $2)
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = l.operation_id)
 ORDER BY l.id, t.at, t.id

-- name: verdict-told-all
-- ... of any product ($1 is not looked at).
SELECT l.id, l.order_id, c.name, p.name, t.at, x.expected, l.ordered - l.cancelled - l.delivered_before, l.cancelled
  FROM order_line AS l
  JOIN contact_line AS x ON x.order_line_id = l.id
  JOIN contact AS t ON t.id = x.contact_id AND t.stands = 1 AND t.reverses IS NULL
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE ifnull ($1, 0) IS NOT NULL
   AND l.id IN (SELECT d.order_line_id FROM contact_line AS d WHERE d.expected >= $2)
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = l.operation_id)
 ORDER BY l.id, t.at, t.id

-- name: verdict-given
-- What was set aside for a line and what its customer got, together, action by action. What was taken back never was.
SELECT o.at, sum (g.quantity)
  FROM (SELECT r.operation_id, r.quantity FROM reservation AS r WHERE r.order_line_id = $1 AND r.reason <> 'undo'
        UNION ALL
        SELECT h.operation_id, h.quantity FROM hand_over_line AS h WHERE h.order_line_id = $1) AS g
  JOIN operation AS o ON o.id = g.operation_id AND o.undoes IS NULL
 WHERE EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = o.id)
 GROUP BY o.id
 ORDER BY o.at, o.id

-- name: verdict-cancelled-at
-- When something of a line was cancelled last; 0 for never.
SELECT ifnull (max (o.at), 0)
  FROM audit AS a JOIN operation AS o ON o.id = a.operation_id AND o.undoes IS NULL
 WHERE a.kind = 'order_line'
   AND a.row_id = $1
   AND json_extract (a.after, '$.cancelled') > json_extract (a.before, '$.cancelled')
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = o.id)

-- name: verdict-waited
-- Lines of a product that were ordered from a time on, had to wait, and are closed: with how much their customers
-- cancelled. What was brought back for money, or something else was taken for, was not given up.
SELECT l.id, l.order_id, c.name, l.placed_at, l.ordered,
       max (l.cancelled
            - (SELECT ifnull (-sum (h.quantity), 0)
                 FROM hand_over_line AS h JOIN hand_over AS d ON d.id = h.hand_over_id
                WHERE h.order_line_id = l.id AND d.kind = 'return' AND d.settlement = 'refund')
            - (SELECT ifnull (sum (q), 0)
                 FROM (SELECT max (s.quantity) AS q FROM substitution AS s
                        WHERE s.old_line_id = l.id
                          AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = s.operation_id)
                        GROUP BY s.operation_id)), 0)
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
 WHERE l.product_id = $1
   AND l.open = 0
   AND l.placed_at >= $2
   AND l.ordered - l.delivered_before >
       (SELECT ifnull (sum (r.quantity), 0) FROM reservation AS r
         WHERE r.order_line_id = l.id AND r.operation_id = l.operation_id)
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = l.operation_id)
 ORDER BY l.placed_at, l.id

-- name: verdict-deliveries
-- The deliveries of purchases from a time on, and before another, that were not taken back: when it came, the day
-- agreed, and of whom; a supplier's, or everybody's (0).
SELECT d.id, d.at, max (l.agreed), s.name
  FROM delivery AS d
  JOIN purchase AS p ON p.id = d.purchase_id
  JOIN supplier AS s ON s.id = p.supplier_id
  JOIN purchase_receipt AS r ON r.delivery_id = d.id
  JOIN purchase_line AS l ON l.id = r.purchase_line_id AND l.agreed IS NOT NULL
 WHERE ($1 = 0 OR p.supplier_id = $1)
   AND d.at >= $2
   AND d.at < $3
   AND d.purchase_id IS NOT NULL
   AND d.reverses IS NULL
   AND (WITH RECURSIVE chain (id) AS (
          SELECT d.id UNION ALL SELECT t.id FROM chain JOIN delivery AS t ON t.reverses = chain.id)
        SELECT count (*) % 2 FROM chain) = 1
 GROUP BY d.id
 ORDER BY d.at, d.id

-- name: verdict-overdue
-- Purchases of which something should have come before a day, from another one on: the day agreed, and of whom; a
-- supplier's, or everybody's (0).
SELECT p.id, min (l.agreed), s.name
  FROM purchase AS p
  JOIN purchase_line AS l ON l.purchase_id = p.id
  JOIN supplier AS s ON s.id = p.supplier_id
 WHERE ($1 = 0 OR p.supplier_id = $1)
   AND l.incoming > 0
   AND l.agreed < $2
   AND l.agreed >= $3
 GROUP BY p.id
 ORDER BY 2, 1

-- name: verdict-counted
-- Counts of a product from a time on that were not taken back: when, what, by how much the book was wrong.
SELECT n.at, n.quantity, n.difference
  FROM counted AS n
 WHERE n.product_id = $1
   AND n.at >= $2
   AND n.reverses IS NULL
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = n.operation_id)
 ORDER BY n.at, n.id

-- name: verdict-decided
-- Who decided last whether customers may wait for a product, and when; what was taken back was not decided.
SELECT o.at, o.actor
  FROM audit_filled AS a JOIN operation AS o ON o.id = a.operation_id AND o.undoes IS NULL
 WHERE a.kind = 'product'
   AND a.row_id = $1
   AND (json_extract (a.after, '$.backorder') IS NOT json_extract (a.before, '$.backorder')
        OR json_extract (a.after, '$.backorder_limit') IS NOT json_extract (a.before, '$.backorder_limit')
        OR json_extract (a.after, '$.backorder_wait') IS NOT json_extract (a.before, '$.backorder_wait')
        OR json_extract (a.after, '$.backorder_deposit') IS NOT json_extract (a.before, '$.backorder_deposit')
        OR json_extract (a.after, '$.backorder_why') IS NOT json_extract (a.before, '$.backorder_why'))
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = o.id)
 ORDER BY a.id DESC
 LIMIT 1

-- name: shop-asked
-- What was asked for most since a time: products, and how often.
SELECT product_id, count (*) AS n
  FROM (SELECT l.product_id FROM order_line AS l WHERE l.placed_at >= $1
        UNION ALL
        SELECT m.product_id FROM movement AS m WHERE m.at >= $1 AND m.reason = 'sale' AND m.reverses IS NULL
        UNION ALL
        SELECT a.product_id FROM asked AS a WHERE a.at >= $1 AND a.quantity > 0)
 GROUP BY product_id
 ORDER BY n DESC, product_id
 LIMIT $2

-- name: shop-dues
-- What customers were to hear since a time, and when they heard it (0: not yet). Who does not want to hear need not.
SELECT c.id, c.name, d.reason, d.since, ifnull (t.at, 0)
  FROM contact_due AS d
  JOIN order_line AS l ON l.id = d.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  LEFT JOIN contact AS t ON t.id = d.contact_id
 WHERE d.since >= $1
   AND d.state <> 'withdrawn'
   AND c.do_not_contact = 0
 ORDER BY c.id, d.since, d.id

-- name: shop-offers
-- Offers to cancel since a time and before another, and whether they were answered.
SELECT c.id, c.name, t.at,
       t.answer <> '' OR EXISTS (SELECT 1 FROM contact AS a
                                  WHERE a.customer_id = t.customer_id AND a.at >= t.at AND a.id > t.id
                                    AND a.stands = 1 AND a.reverses IS NULL AND a.answer <> '')
  FROM contact AS t JOIN customer AS c ON c.id = t.customer_id
 WHERE t.offer = 1
   AND t.stands = 1
   AND t.reverses IS NULL
   AND t.at >= $1
   AND t.at < $2
 ORDER BY t.at, t.id

-- name: shop-counted
-- Counts since a time that were not taken back.
SELECT p.id, p.name, n.at, n.quantity, n.difference, p.decimals, p.unit
  FROM counted AS n JOIN product AS p ON p.id = n.product_id
 WHERE n.at >= $1
   AND n.reverses IS NULL
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = n.operation_id)
 ORDER BY n.at, n.id

-- name: shop-entered
-- Work since a time: what, when it happened, when it was entered, and by whom. What was taken back was no work.
SELECT o.id, o.kind, o.subject, o.at, o.entered_at, o.actor
  FROM operation AS o
 WHERE o.at >= $1
   AND o.undoes IS NULL
   AND o.kind IN ('delivery-receive', 'hand-over', 'return', 'sale', 'asked', 'order-add', 'stock-count',
                  'stock-issue', 'contact-told')
   AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = o.id)
 ORDER BY o.at, o.id
