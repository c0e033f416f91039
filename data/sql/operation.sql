-- Who did what, when and why; and taking it back.

-- name: operation-insert
-- One user action begins.
INSERT INTO operation (at, entered_at, actor, kind, subject, reason, undoes, caller_key)
VALUES ($1, $2, $3, $4, '', $5, $6, $7)
RETURNING id

-- name: operation-current-set
-- From now on the audit triggers write under this operation.
UPDATE current_operation SET operation_id = $1 WHERE one = 1

-- name: operation-subject
-- What it was done to.
UPDATE operation SET subject = $2 WHERE id = $1

-- name: operation-reply
-- The answer a caller's key returns when it comes again.
UPDATE operation SET reply = $2 WHERE id = $1

-- name: operation-by-key
-- The first result of a caller's key.
SELECT id, reply, kind, subject FROM operation WHERE caller_key = $1

-- name: operation-range-insert
-- The rows of one table that the operation inserted.
INSERT INTO operation_range (operation_id, kind, first_id, last_id) VALUES ($1, $2, $3, $4)

-- name: operation-ranges
-- What an operation inserted, table by table.
SELECT kind, first_id, last_id FROM operation_range WHERE operation_id = $1 ORDER BY id

-- name: operation-marks
-- The highest id of each table whose rows an operation may insert, in the order of sedia-operation.c.
SELECT ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'supplier'), 0),
       ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'product'), 0),
       ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'barcode'), 0),
       ifnull ((SELECT seq FROM sqlite_sequence WHERE name = 'customer'), 0),
       ifnull ((SELECT max (id) FROM customer_order), 0),
       ifnull ((SELECT max (id) FROM order_line), 0),
       ifnull ((SELECT max (id) FROM asked), 0),
       ifnull ((SELECT max (id) FROM delivery), 0),
       ifnull ((SELECT max (id) FROM delivery_line), 0),
       ifnull ((SELECT max (id) FROM hand_over), 0),
       ifnull ((SELECT max (id) FROM hand_over_line), 0),
       ifnull ((SELECT max (id) FROM movement), 0),
       ifnull ((SELECT max (id) FROM reservation), 0),
       ifnull ((SELECT max (id) FROM count_request), 0),
       ifnull ((SELECT max (id) FROM contact), 0),
       ifnull ((SELECT max (id) FROM contact_due), 0),
       ifnull ((SELECT max (id) FROM deposit_return), 0),
       ifnull ((SELECT max (id) FROM past_sale), 0),
       ifnull ((SELECT max (id) FROM purchase), 0),
       ifnull ((SELECT max (id) FROM purchase_line), 0),
       ifnull ((SELECT max (id) FROM purchase_receipt), 0),
       ifnull ((SELECT max (id) FROM counted), 0),
       ifnull ((SELECT max (id) FROM audit), 0)

-- name: operation-list
-- The log, newest first.
SELECT o.id, o.at, o.entered_at, o.actor, o.kind, o.subject, o.reason, ifnull (o.undoes, 0),
       ifnull ((SELECT u.id FROM operation AS u WHERE u.undoes = o.id), 0)
  FROM operation AS o
 ORDER BY o.id DESC
 LIMIT $1

-- name: operation-read
-- One entry of the log.
SELECT o.id, o.at, o.entered_at, o.actor, o.kind, o.subject, o.reason, ifnull (o.undoes, 0),
       ifnull ((SELECT u.id FROM operation AS u WHERE u.undoes = o.id), 0)
  FROM operation AS o
 WHERE o.id = $1

-- name: operation-actions
-- What people did, newest first (taking a delivery back is a deed of its own); whether it is still in force is told by the undoes that point at it.
SELECT id
  FROM operation
 WHERE (undoes IS NULL OR kind = 'delivery-undo')
   AND kind NOT IN ('customer-erase', 'undo')
 ORDER BY id DESC

-- name: operation-undone-by
-- The operation that took this one back.
SELECT id FROM operation WHERE undoes = $1

-- name: operation-done-to
-- The one product, customer or supplier that an operation changed, added or was about, as far as it is still there; nothing when there were several.
WITH thing (kind, id) AS (
  SELECT kind, row_id FROM audit WHERE operation_id = $1
  UNION
  SELECT kind, first_id FROM operation_range WHERE operation_id = $1
  UNION
  SELECT kind, last_id FROM operation_range WHERE operation_id = $1
  UNION
  SELECT 'product', m.product_id
    FROM operation_range AS g JOIN movement AS m ON m.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'movement'
  UNION
  SELECT 'product', a.product_id
    FROM operation_range AS g JOIN asked AS a ON a.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'asked'
  UNION
  SELECT 'product', n.product_id
    FROM operation_range AS g JOIN counted AS n ON n.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'counted'
  UNION
  SELECT 'customer', c.customer_id
    FROM operation_range AS g JOIN contact AS c ON c.id BETWEEN g.first_id AND g.last_id
   WHERE g.operation_id = $1 AND g.kind = 'contact')
SELECT min (t.id)
  FROM thing AS t
 WHERE t.kind = $2
   AND CASE t.kind WHEN 'product' THEN EXISTS (SELECT 1 FROM product AS p WHERE p.id = t.id)
                   WHEN 'customer' THEN EXISTS (SELECT 1 FROM customer AS c WHERE c.id = t.id)
                   ELSE EXISTS (SELECT 1 FROM supplier AS s WHERE s.id = t.id) END
HAVING count (*) = 1

-- name: operation-has-reason
-- Whether somebody said why.
SELECT length (reason) > 0 FROM operation WHERE id = $1
