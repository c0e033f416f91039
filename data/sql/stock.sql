-- Stock: movements, counts, what was asked for.

-- name: movement-insert
-- One signed change of stock.
INSERT OR ROLLBACK INTO movement (product_id, quantity, reason, at, document, note, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: movement-list
-- A product's movements, newest first, each with the balance after it in the order of entry.
SELECT m.id, m.product_id, m.quantity, m.reason, m.at, o.entered_at, o.actor, m.note, m.document,
       m.operation_id,
       sum (m.quantity) OVER (ORDER BY m.id ROWS UNBOUNDED PRECEDING),
       EXISTS (SELECT 1 FROM movement AS r WHERE r.reverses = m.id)
  FROM movement AS m JOIN operation AS o ON o.id = m.operation_id
 WHERE m.product_id = $1
 ORDER BY m.id DESC
 LIMIT $2

-- name: stock-at
-- What the ledger said at an instant.
SELECT ifnull (sum (quantity), 0) FROM movement WHERE product_id = $1 AND at <= $2

-- name: asked-insert
-- Asked for, not in stock, did not wait.
INSERT INTO asked (product_id, quantity, at, operation_id) VALUES ($1, $2, $3, $4)

-- name: counted-insert
-- What was counted, and by how much the book was wrong.
INSERT INTO counted (product_id, quantity, difference, at, operation_id) VALUES ($1, $2, $3, $4, $5)

-- name: count-request-insert
-- The book must be wrong: count it today.
INSERT INTO count_request (product_id, at, operation_id)
SELECT $1, $2, $3
 WHERE NOT EXISTS (SELECT 1 FROM count_request WHERE product_id = $1 AND done = 0)

-- name: count-request-done
-- It was counted.
UPDATE count_request SET done = 1 WHERE product_id = $1 AND done = 0
