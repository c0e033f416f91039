-- Telling people: the contact clock, what was said, when things are expected, words, deposits.

-- name: clock-lines
-- Every open line that has a clock: with its customer, its product, and the day that is expected again.
SELECT o.customer_id, l.id, l.placed_at, l.waiting > 0, ifnull (l.need_by, -2147483648),
       ifnull (e.day, -2147483648), ifnull (e.since, 0), l.product_id
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  LEFT JOIN expected AS e ON e.id = l.product_id
 WHERE l.open > 0

-- name: clock-lines-of
-- ... of one customer.
SELECT o.customer_id, l.id, l.placed_at, l.waiting > 0, ifnull (l.need_by, -2147483648),
       ifnull (e.day, -2147483648), ifnull (e.since, 0), l.product_id
  FROM customer_order AS o
  JOIN order_line AS l ON l.order_id = o.id
  LEFT JOIN expected AS e ON e.id = l.product_id
 WHERE l.open > 0
   AND o.customer_id = $1

-- name: clock-events
-- What is to be told of lines, line by line.
SELECT order_line_id, reason, since FROM contact_due WHERE state = 'open' ORDER BY order_line_id

-- name: clock-events-of
-- ... of one customer.
SELECT d.order_line_id, d.reason, d.since
  FROM customer_order AS o
  JOIN order_line AS l ON l.order_id = o.id
  JOIN contact_due AS d ON d.order_line_id = l.id AND d.state = 'open'
 WHERE o.customer_id = $1
 ORDER BY d.order_line_id

-- name: clock-told-line
-- What was said of a line last, and when; and when something of its product that was counted on turned out not to
-- come, 0 for never.
SELECT ifnull (t.expected, -2147483648), t.miss, c.at,
       ifnull ((SELECT max (p.since) FROM order_line AS l JOIN purchase_line AS p ON p.product_id = l.product_id
                 WHERE l.id = $1 AND p.since > 0 AND (p.confirmed = 0 OR p.closed > 0)), 0)
  FROM contact_line AS t JOIN contact AS c ON c.id = t.contact_id
 WHERE t.order_line_id = $1
   AND c.stands = 1
 ORDER BY t.contact_id DESC
 LIMIT 1

-- name: clock-customer
-- When somebody heard something last, the day until which they agreed to wait, and whether they want to hear at
-- all; with the names that were merged into theirs.
SELECT ifnull ((SELECT max (at) FROM contact
                 WHERE customer_id = $1 AND stands = 1 AND reverses IS NULL AND outcome <> 'no-answer'), 0),
       ifnull ((SELECT until
                  FROM (SELECT until, at, id FROM contact
                         WHERE customer_id = $1 AND stands = 1 AND reverses IS NULL AND answer <> ''
                        UNION ALL
                        SELECT t.until, t.at, t.id FROM customer AS m JOIN contact AS t ON t.customer_id = m.id
                         WHERE m.merged_into = $1 AND t.stands = 1 AND t.reverses IS NULL AND t.answer <> '')
                 ORDER BY at DESC, id DESC LIMIT 1), -2147483648),
       ifnull ((SELECT max (t.at) FROM customer AS m JOIN contact AS t ON t.customer_id = m.id
                 WHERE m.merged_into = $1 AND t.stands = 1 AND t.reverses IS NULL
                   AND t.outcome <> 'no-answer'), 0),
       (SELECT do_not_contact FROM customer WHERE id = $1)

-- name: clock-heard
-- When everybody heard something last, name by name; a name that was merged is the other one's.
SELECT ifnull (m.merged_into, m.id), max (t.at)
  FROM contact AS t JOIN customer AS m ON m.id = t.customer_id
 WHERE t.stands = 1
   AND t.reverses IS NULL
   AND t.outcome <> 'no-answer'
 GROUP BY t.customer_id

-- name: clock-answered
-- What everybody answered, the last answer last: the day until which they wait, or none.
SELECT ifnull (m.merged_into, m.id), ifnull (t.until, -2147483648)
  FROM contact AS t JOIN customer AS m ON m.id = t.customer_id
 WHERE t.stands = 1
   AND t.reverses IS NULL
   AND t.answer <> ''
 ORDER BY t.at, t.id

-- name: clock-do-not-contact
-- Customers who asked not to be contacted.
SELECT id FROM customer WHERE do_not_contact = 1

-- name: contact-line-insert
-- What was said of a line that waits.
INSERT INTO contact_line (contact_id, order_line_id, expected, miss) VALUES ($1, $2, $3, $4)

-- name: contact-heard-since
-- When somebody heard something last, after a time; also by a name that was merged into theirs.
SELECT ifnull (max (t.at), 0)
  FROM customer AS m JOIN contact AS t ON t.customer_id = m.id
 WHERE (m.id = $1 OR m.merged_into = $1)
   AND t.stands = 1
   AND t.reverses IS NULL
   AND t.outcome <> 'no-answer'
   AND t.at > $2
   AND t.at <= $3

-- name: contact-open-offers
-- Offers to cancel that nobody has answered since, those of one customer together, the last one last. What was
-- said to a name that was merged into another was said to that one.
SELECT c.person, t.id, t.at
  FROM contact AS t JOIN (SELECT id, ifnull (merged_into, id) AS person FROM customer) AS c ON c.id = t.customer_id
 WHERE t.offer = 1
   AND t.stands = 1
   AND t.reverses IS NULL
   AND t.outcome <> 'no-answer'
   AND t.answer = ''
   AND NOT EXISTS (SELECT 1 FROM customer AS m JOIN contact AS a ON a.customer_id = m.id
                    WHERE (m.id = c.person OR m.merged_into = c.person)
                      AND a.stands = 1 AND a.reverses IS NULL AND a.answer <> ''
                      AND (a.at > t.at OR (a.at = t.at AND a.id > t.id)))
   AND EXISTS (SELECT 1 FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
                WHERE o.customer_id = c.person AND l.open > 0 AND l.waiting > 0)
 ORDER BY c.person, t.at, t.id

-- name: contact-offer-lines
-- What an offer was about: the day that was said of each line, none for nobody knows; the day that was said of it
-- first, before the offer; the day it is needed; and when it was ordered.
SELECT t.expected,
       (SELECT f.expected FROM contact_line AS f JOIN contact AS k ON k.id = f.contact_id
         WHERE f.order_line_id = t.order_line_id AND f.expected IS NOT NULL
           AND k.stands = 1 AND k.reverses IS NULL AND (k.at, k.id) < (c.at, c.id)
         ORDER BY k.at, k.id LIMIT 1),
       l.need_by, l.placed_at
  FROM contact AS c
  JOIN contact_line AS t ON t.contact_id = c.id
  JOIN order_line AS l ON l.id = t.order_line_id
 WHERE c.id = $1

-- name: waiting-orders-of
-- Orders of a customer with a line that waits.
SELECT DISTINCT o.id
  FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
 WHERE o.customer_id = $1
   AND l.open > 0
   AND l.waiting > 0
 ORDER BY o.id

-- name: waiting-lines-of-order
-- ... and those lines: their numbers, and what is open.
SELECT position, open FROM order_line WHERE order_id = $1 AND open > 0 AND waiting > 0 ORDER BY position

-- name: contact-part-orders
-- A customer takes the part that is there: their orders need not be complete any more.
UPDATE customer_order SET all_or_nothing = 0
 WHERE customer_id = $1
   AND all_or_nothing = 1
   AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = customer_order.id AND l.open > 0)

-- name: contact-part-lines
-- ... nor their lines.
UPDATE order_line SET all_or_nothing = 0
 WHERE all_or_nothing = 1
   AND open > 0
   AND order_id IN (SELECT id FROM customer_order WHERE customer_id = $1)

-- name: expected-read
-- When a product is expected again, and since when that is said.
SELECT day, since FROM expected WHERE id = $1

-- name: expected-insert
-- Nothing was said of a product yet.
INSERT INTO expected (id, since) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING

-- name: expected-set
-- It is expected on another day.
UPDATE expected SET day = $2, since = $3 WHERE id = $1

-- name: expected-history
-- What was said of a product, the newest first: the day, by whom, when.
SELECT json_extract (a.after, '$.day'), o.at, o.actor, o.id
  FROM audit AS a JOIN operation AS o ON o.id = a.operation_id
 WHERE a.kind = 'expected'
   AND a.row_id = $1
 ORDER BY a.id DESC
 LIMIT $2

-- name: holiday-list
-- Days the shop is closed.
SELECT day, name FROM holiday WHERE closed = 1 ORDER BY day

-- name: holiday-insert
-- A day of which nothing was said yet.
INSERT INTO holiday (day) VALUES ($1) ON CONFLICT (day) DO NOTHING

-- name: holiday-set
-- Whether the shop is closed on a day, and why.
UPDATE holiday SET name = $2, closed = $3 WHERE day = $1

-- name: template-list
-- What the shop writes in a language.
SELECT part, text FROM template WHERE language = $1 AND text IS NOT NULL

-- name: template-insert
-- A part of which nothing was written yet.
INSERT INTO template (part, language) VALUES ($1, $2) ON CONFLICT (part, language) DO NOTHING

-- name: template-set
-- What the shop writes.
UPDATE template SET text = $3 WHERE part = $1 AND language = $2

-- name: message-lines
-- What a customer has open, for a message.
SELECT l.id, p.name, p.unit, p.decimals, l.open, l.reserved, l.waiting, ifnull (e.day, -2147483648), l.product_id
  FROM customer_order AS o
  JOIN order_line AS l ON l.order_id = o.id
  JOIN product AS p ON p.id = l.product_id
  LEFT JOIN expected AS e ON e.id = l.product_id
 WHERE o.customer_id = $1
   AND l.open > 0
 ORDER BY l.placed_at, l.id

-- name: message-deposit
-- What a customer paid ahead for orders that are open.
SELECT ifnull (sum (o.deposit), 0)
       - (SELECT ifnull (sum (r.amount), 0) FROM deposit_return AS r JOIN customer_order AS q ON q.id = r.order_id
           WHERE q.customer_id = $1
             AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = q.id AND l.open > 0))
  FROM customer_order AS o
 WHERE o.customer_id = $1
   AND o.deposit > 0
   AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id AND l.open > 0)

-- name: deposit-list
-- Money that may be held: order, customer, deposit, given back, whether something is open. Goods that were all
-- handed over have used it up.
SELECT o.id, o.customer_id, c.name, o.placed_at, o.deposit,
       (SELECT ifnull (sum (r.amount), 0) FROM deposit_return AS r WHERE r.order_id = o.id) AS back,
       EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id AND l.open > 0)
  FROM customer_order AS o JOIN customer AS c ON c.id = o.customer_id
 WHERE o.deposit > 0
   AND o.deposit > back
   AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id AND (l.open > 0 OR l.cancelled > 0))
 ORDER BY o.id

-- name: deposit-of
-- ... of one order.
SELECT o.id, o.customer_id, c.name, o.placed_at, o.deposit,
       (SELECT ifnull (sum (r.amount), 0) FROM deposit_return AS r WHERE r.order_id = o.id) AS back,
       EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id AND l.open > 0)
  FROM customer_order AS o JOIN customer AS c ON c.id = o.customer_id
 WHERE o.id = $1
   AND o.deposit > back
   AND EXISTS (SELECT 1 FROM order_line AS l WHERE l.order_id = o.id AND (l.open > 0 OR l.cancelled > 0))

-- name: deposit-worth
-- What was handed over of an order, line by line: price, quantity, decimals.
SELECT ifnull (l.price, -1), l.delivered, p.decimals
  FROM order_line AS l JOIN product AS p ON p.id = l.product_id
 WHERE l.order_id = $1
   AND l.delivered > 0

-- name: deposit-returns
-- What of an order's deposit was given back and stands, the oldest first: how much, when. An undo's own row is below
-- zero.
SELECT r.amount, r.at
  FROM deposit_return AS r
 WHERE r.order_id = $1
   AND r.amount > 0
   AND NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = r.operation_id)
 ORDER BY r.id

-- name: deposit-return-insert
-- Money was given back.
INSERT INTO deposit_return (order_id, amount, at, operation_id) VALUES ($1, $2, $3, $4)

-- name: moments-of
-- What happened to the lines of a customer's orders, the newest first: when, what, by whom, of which order, how much
-- of what. The kinds are those of SediaMomentKind. What is set aside for a line the moment it is ordered is part of
-- ordering it; what goes from it to the customer, or with the line, is not lost; what is brought back for money is
-- not cancelled on top.
WITH line AS MATERIALIZED (
       SELECT l.id, l.order_id, l.position, l.product_id, l.placed_at, l.ordered, l.operation_id
         FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
        WHERE o.customer_id = $1),
     change AS MATERIALIZED (
       SELECT l.id, a.operation_id,
              json_extract (a.after, '$.ordered') AS ordered,
              json_extract (a.after, '$.ordered') - json_extract (a.before, '$.ordered') AS more,
              json_extract (a.after, '$.cancelled') - json_extract (a.before, '$.cancelled') AS cancelled
         FROM line AS l JOIN audit AS a ON a.kind = 'order_line' AND a.row_id = l.id),
     moment (line_id, operation_id, kind, quantity) AS (
       SELECT id, operation_id, 0,
              ifnull ((SELECT json_extract (a.before, '$.ordered') FROM audit AS a
                        WHERE a.kind = 'order_line' AND a.row_id = line.id ORDER BY a.id LIMIT 1), ordered)
         FROM line
       UNION ALL
       SELECT l.id, r.operation_id,
              CASE WHEN sum (r.quantity) < 0 THEN 3 WHEN p.kind = 'delivery-receive' THEN 1 ELSE 2 END,
              abs (sum (r.quantity))
         FROM line AS l
         JOIN reservation AS r ON r.order_line_id = l.id
         JOIN operation AS p ON p.id = r.operation_id
        WHERE r.reason <> 'hand-over' AND r.reason <> 'cancel' AND r.operation_id <> l.operation_id
        GROUP BY l.id, r.operation_id
       HAVING sum (r.quantity) <> 0
       UNION ALL
       SELECT l.id, h.operation_id, CASE WHEN g.kind = 'return' OR h.quantity + h.over < 0 THEN 5 ELSE 4 END,
              abs (h.quantity + h.over)
         FROM line AS l
         JOIN hand_over_line AS h ON h.order_line_id = l.id
         JOIN hand_over AS g ON g.id = h.hand_over_id
       UNION ALL
       SELECT id, operation_id, 6, ordered FROM change WHERE more <> 0
       UNION ALL
       SELECT id, operation_id, CASE WHEN cancelled > 0 THEN 7 ELSE 8 END, abs (cancelled)
         FROM change
        WHERE cancelled <> 0
          AND NOT EXISTS (SELECT 1 FROM hand_over_line AS h
                           WHERE h.order_line_id = change.id AND h.operation_id = change.operation_id))
SELECT m.kind, p.at, p.actor, l.order_id, m.operation_id, p2.name, m.quantity, p2.decimals, p2.unit,
       ifnull ((SELECT n.order_id FROM substitution AS s JOIN order_line AS n ON n.id = s.new_line_id
                 WHERE s.old_line_id = m.line_id AND s.operation_id = m.operation_id AND m.kind = 7 LIMIT 1), 0)
  FROM moment AS m
  JOIN line AS l ON l.id = m.line_id
  JOIN operation AS p ON p.id = m.operation_id
  JOIN product AS p2 ON p2.id = l.product_id
 ORDER BY p.at DESC, m.operation_id DESC, m.kind DESC, l.order_id, l.position
 LIMIT $2
