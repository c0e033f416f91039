-- What the shop's records look like over time.

-- name: chart-waits
-- Lines that were asked for since a moment, of one product or of any, in days: asked for, all set aside (the last time
-- something was, at once when nothing had to be); none: some of it still waits. What was cancelled whole, or taken
-- back, waited for nothing.
SELECT l.placed_at,
       CASE WHEN l.open > 0 AND l.waiting > 0 THEN NULL
            ELSE ifnull ((SELECT max (o.at)
                            FROM reservation AS r JOIN operation AS o ON o.id = r.operation_id
                           WHERE r.order_line_id = l.id AND r.quantity > 0),
                         l.placed_at) END
  FROM order_line AS l
 WHERE ($1 = 0 OR l.product_id = $1)
   AND l.placed_at >= $2
   AND l.cancelled < l.ordered

-- name: chart-incoming
-- What is on its way of a product, by the day it is expected.
SELECT ifnull (expected, -2147483648), sum (incoming)
  FROM purchase_line
 WHERE product_id = $1
   AND incoming > 0
 GROUP BY 1
