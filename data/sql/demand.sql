-- What products were asked for.

-- name: demand-asked
-- What customers asked for of a product, and when: orders, also those that were cancelled, but not those that were
-- taken back, once, three times ...; what somebody wanted and did not wait for; and sales over the counter.
SELECT l.placed_at, l.ordered
  FROM order_line AS l
 WHERE l.product_id = $1
   AND (NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = l.operation_id)
        OR (WITH RECURSIVE chain (id) AS (
              SELECT l.operation_id
              UNION ALL
              SELECT u.id FROM chain JOIN operation AS u ON u.undoes = chain.id)
            SELECT count (*) FROM chain) % 2 = 1)
UNION ALL
SELECT at, quantity FROM asked WHERE product_id = $1
UNION ALL
SELECT at, -quantity FROM movement WHERE product_id = $1 AND reason = 'sale'

-- name: demand-past
-- What was sold of it before the shop kept its records here, by week: weeks begin on Monday, and the day 0, the first
-- of January 1970, was a Thursday.
SELECT (day + 3) / 7 - ((day + 3) % 7 < 0), sum (quantity) FROM past_sale WHERE product_id = $1 GROUP BY 1

-- name: demand-movements
-- What came and went of it, in the order of time.
SELECT at, quantity FROM movement WHERE product_id = $1 ORDER BY at, id

-- name: demand-drafted
-- How much of a product stands in purchases that are still drafts.
SELECT ifnull (sum (l.ordered), 0)
  FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id
 WHERE l.product_id = $1
   AND l.confirmed = 0
   AND p.status = 'draft'
