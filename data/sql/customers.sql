-- Who may be the same customer, two made one, and what they were told.

-- name: customer-key-set
-- What a customer is recognised by, as it is now.
INSERT INTO customer_key (customer_id, phone, sorted, joined) VALUES ($1, $2, $3, $4)
ON CONFLICT (customer_id) DO UPDATE SET phone = excluded.phone, sorted = excluded.sorted, joined = excluded.joined

-- name: customer-key-missing
-- Customers that came in without a key.
SELECT c.id, c.name, c.phone
  FROM customer AS c
 WHERE NOT EXISTS (SELECT 1 FROM customer_key AS k WHERE k.customer_id = c.id)

-- name: customer-key-source
-- What the key of a customer is made of.
SELECT id, name, phone FROM customer WHERE id = $1

-- name: customer-key-check
-- Every customer with the key.
SELECT c.id, c.name, c.phone, k.phone, k.sorted, k.joined
  FROM customer AS c LEFT JOIN customer_key AS k ON k.customer_id = c.id

-- name: alike-by-phone
-- Customers whose number ends in these seven digits.
SELECT c.id, c.phone
  FROM customer_key AS k JOIN customer AS c ON c.id = k.customer_id
 WHERE substr (k.phone, -7) = $1
   AND length (k.phone) >= 7

-- name: alike-by-words
-- Customers whose name is made of these words.
SELECT customer_id FROM customer_key WHERE sorted = $1 AND sorted <> ''

-- name: alike-by-head
-- Customers whose name is that long and begins with that half.
SELECT customer_id, joined
  FROM customer_key
 WHERE length (joined) = $1
   AND substr (joined, 1, length (joined) / 2) = $2
   AND joined <> ''

-- name: alike-by-tail
-- Customers whose name is that long and ends in that half.
SELECT customer_id, joined
  FROM customer_key
 WHERE length (joined) = $1
   AND substr (joined, length (joined) / 2 + 1) = $2
   AND joined <> ''

-- name: customer-merge-mark
-- This customer is another one now, and so is whoever was this one. A code that goes with them is free first.
UPDATE customer
   SET archived = 1, merged_into = $2, code = CASE WHEN id = $1 AND $3 THEN NULL ELSE code END
 WHERE id = $1
    OR merged_into = $1

-- name: customer-merge-orders
-- What they ordered is the other one's.
UPDATE customer_order SET customer_id = $2 WHERE customer_id = $1

-- name: customer-merge-settle
-- After an undo: nobody who is another one now keeps orders of their own.
UPDATE customer_order
   SET customer_id = (SELECT merged_into FROM customer WHERE id = customer_order.customer_id)
 WHERE customer_id IN (SELECT id FROM customer WHERE merged_into IS NOT NULL)

-- name: customer-merge-twice
-- After an undo: somebody was merged into one who is another one now.
SELECT k.name, t.name
  FROM customer AS c
  JOIN customer AS k ON k.id = c.merged_into
  JOIN customer AS t ON t.id = k.merged_into
 LIMIT 1

-- name: customer-merged
-- Whoever was merged into this customer, the oldest first.
SELECT id FROM customer WHERE merged_into = $1 ORDER BY id

-- name: customer-numbers
-- How much there is of a customer: orders, those with an open line, contacts.
SELECT (SELECT count (*) FROM customer_order WHERE customer_id = $1),
       (SELECT count (DISTINCT o.id) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = $1 AND l.open > 0),
       (SELECT count (*) FROM contact
         WHERE reverses IS NULL
           AND (customer_id = $1 OR customer_id IN (SELECT id FROM customer WHERE merged_into = $1)))

-- name: contact-last
-- When a customer was last told something, or tried to be, and how; see contact-list.
SELECT t.at, t.channel, t.outcome
  FROM contact AS t
 WHERE t.customer_id IN (SELECT $1 UNION ALL SELECT id FROM customer WHERE merged_into = $1)
   AND t.reverses IS NULL
   AND t.stands = 1
 ORDER BY t.at DESC, t.id DESC
 LIMIT 1

-- name: contact-list
-- What a customer was told, the newest first; also under the names that were merged into this one.
SELECT t.id, t.at, t.channel, t.outcome, t.note, p.actor, p.entered_at, t.stands = 0,
       CASE WHEN t.customer_id <> $1 THEN c.name END, t.offer, t.answer, ifnull (t.until, -2147483648)
  FROM contact AS t
  JOIN operation AS p ON p.id = t.operation_id
  JOIN customer AS c ON c.id = t.customer_id
 WHERE t.customer_id IN (SELECT $1 UNION ALL SELECT id FROM customer WHERE merged_into = $1)
   AND t.reverses IS NULL
 ORDER BY t.at DESC, t.id DESC
 LIMIT $2
