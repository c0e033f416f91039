-- What products were asked for.

-- name: demand-asked
-- What customers asked for of a product, and when: orders, also those that were cancelled; what somebody wanted and
-- did not wait for; and sales over the counter. What was taken back was not asked for, whenever that was noticed.
SELECT l.placed_at, l.ordered
  FROM order_line AS l
 WHERE l.product_id = $1
   AND EXISTS (SELECT 1 FROM operation_in_force AS o WHERE o.id = l.operation_id)
UNION ALL
SELECT at, quantity FROM asked WHERE product_id = $1
UNION ALL
SELECT m.at, -m.quantity
  FROM movement AS m
 WHERE m.product_id = $1
   AND m.reason = 'sale'
   AND m.reverses IS NULL
   AND EXISTS (SELECT 1 FROM operation_in_force AS o WHERE o.id = m.operation_id)

-- name: demand-past
-- What was sold of it before the shop kept its records here, day by day, from a day on.
SELECT day, sum (quantity) FROM past_sale WHERE product_id = $1 AND day >= $2 GROUP BY day

-- name: demand-movements
-- What came and went of it, in the order of time.
SELECT at, quantity FROM movement WHERE product_id = $1 ORDER BY at, id

-- name: demand-drafted
-- How much of a product stands in purchases that are still drafts.
SELECT ifnull (sum (l.ordered - l.closed), 0)
  FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id
 WHERE l.product_id = $1
   AND l.confirmed = 0
   AND p.status = 'draft'
