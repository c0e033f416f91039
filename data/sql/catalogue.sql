-- Products, customers and suppliers.

-- name: product-insert
-- A new product; its balance row comes by trigger.
INSERT INTO product (sku, name, unit, decimals, pack, category, supplier_id, price, cost, minimum, maximum,
                     moq, backorder, backorder_limit, allow_negative, note, archived, backorder_wait,
                     backorder_deposit, backorder_why, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
RETURNING id

-- name: product-update
-- All fields of a product, as they shall be.
UPDATE product
   SET sku = $1, name = $2, unit = $3, decimals = $4, pack = $5, category = $6, supplier_id = $7, price = $8,
       cost = $9, minimum = $10, maximum = $11, moq = $12, backorder = $13, backorder_limit = $14,
       allow_negative = $15, note = $16, archived = $17, backorder_wait = $18, backorder_deposit = $19,
       backorder_why = $20
 WHERE id = $21

-- name: product-read
-- A product with its balances.
SELECT p.id, p.sku, p.name, p.unit, p.decimals, p.pack, p.category, p.supplier_id, s.name, p.price, p.cost,
       p.minimum, p.maximum, p.moq, p.backorder, p.backorder_limit, p.allow_negative, p.note, p.archived,
       b.on_hand, b.reserved, b.open, b.incoming, p.backorder_wait, p.backorder_deposit, p.backorder_why
  FROM product AS p
  JOIN product_balance AS b ON b.product_id = p.id
  LEFT JOIN supplier AS s ON s.id = p.supplier_id
 WHERE p.id = $1

-- name: product-waiting-lines
-- How many lines wait for a product.
SELECT count (*) FROM order_line WHERE product_id = $1 AND open > 0 AND waiting > 0

-- name: product-fixed
-- Whether the pack and the decimals of a product are what something refers to: the schema refuses to change
-- them then, and here a form asks before.
SELECT EXISTS (SELECT 1 FROM order_line WHERE product_id = $1 AND open > 0)
       OR EXISTS (SELECT 1 FROM draft, json_each (content, '$.lines')
                   WHERE hidden = 0 AND json_extract (value, '$.product') = $1)
       OR EXISTS (SELECT 1 FROM purchase_line AS l
                   WHERE l.product_id = $1 AND l.incoming > 0)
       OR EXISTS (SELECT 1 FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id
                   WHERE l.product_id = $1 AND l.confirmed = 0 AND p.status = 'draft'),
       EXISTS (SELECT 1 FROM movement WHERE product_id = $1)
       OR EXISTS (SELECT 1 FROM order_line WHERE product_id = $1 AND open > 0)
       OR EXISTS (SELECT 1 FROM asked WHERE product_id = $1)
       OR EXISTS (SELECT 1 FROM purchase_line WHERE product_id = $1)
       OR EXISTS (SELECT 1 FROM past_sale WHERE product_id = $1)

-- name: product-by-sku
-- The product with this SKU.
SELECT id FROM product WHERE sku = $1 COLLATE NOCASE

-- name: product-by-barcode
-- The product with this barcode.
SELECT product_id FROM barcode WHERE code = $1

-- name: category-list
-- The categories there are, written as the first product of each has it: from one to the next by the index, not
-- product by product.
WITH RECURSIVE known (category) AS (
  SELECT (SELECT category FROM product WHERE category <> '' ORDER BY category COLLATE NOCASE LIMIT 1)
  UNION ALL
  SELECT (SELECT p.category FROM product AS p
           WHERE p.category <> '' AND p.category > known.category COLLATE NOCASE
           ORDER BY p.category COLLATE NOCASE
           LIMIT 1)
    FROM known
   WHERE known.category IS NOT NULL)
SELECT category FROM known WHERE category IS NOT NULL

-- name: barcode-list
-- A product's barcodes, oldest first.
SELECT id, code FROM barcode WHERE product_id = $1 ORDER BY id

-- name: barcode-insert
-- One more barcode.
INSERT INTO barcode (product_id, code, operation_id) VALUES ($1, $2, $3)

-- name: barcode-delete
-- One barcode less.
DELETE FROM barcode WHERE id = $1

-- name: customer-insert
-- A new customer.
INSERT INTO customer (code, name, phone, email, channel, language, note, do_not_contact, archived, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
RETURNING id

-- name: customer-update
-- All fields of a customer, as they shall be. Whoever was merged into another stays in the archive.
UPDATE customer
   SET code = $1, name = $2, phone = $3, email = $4, channel = $5, language = $6, note = $7,
       do_not_contact = $8, archived = ($9 OR merged_into IS NOT NULL)
 WHERE id = $10

-- name: customer-read
-- A customer.
SELECT c.id, c.code, c.name, c.phone, c.email, c.channel, c.language, c.note, c.do_not_contact, c.archived,
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.open > 0),
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.waiting > 0),
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.open > 0
           AND l.reserved > 0 AND (l.waiting = 0 OR l.all_or_nothing = 0)
           AND NOT (o.all_or_nothing = 1 AND EXISTS (SELECT 1 FROM order_line AS w
                     WHERE w.order_id = l.order_id AND w.waiting > 0))),
       ifnull (c.merged_into, 0), (SELECT name FROM customer AS k WHERE k.id = c.merged_into)
  FROM customer AS c
 WHERE c.id = $1

-- name: customer-list
-- Customers by name, the archived too where $2 is set; the pattern looks into name, code and phone, also of
-- whoever was merged into them.
SELECT c.id, c.code, c.name, c.phone, c.email, c.channel, c.language, c.note, c.do_not_contact, c.archived,
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.open > 0),
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.waiting > 0),
       (SELECT count (*) FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
         WHERE o.customer_id = c.id AND l.open > 0
           AND l.reserved > 0 AND (l.waiting = 0 OR l.all_or_nothing = 0)
           AND NOT (o.all_or_nothing = 1 AND EXISTS (SELECT 1 FROM order_line AS w
                     WHERE w.order_id = l.order_id AND w.waiting > 0))),
       ifnull (c.merged_into, 0), (SELECT name FROM customer AS k WHERE k.id = c.merged_into)
  FROM customer AS c
 WHERE (c.archived = 0 OR $2)
   AND ($1 IS NULL OR c.name LIKE $1 ESCAPE '\' OR c.code LIKE $1 ESCAPE '\' OR c.phone LIKE $1 ESCAPE '\'
        OR c.id IN (SELECT m.merged_into FROM customer AS m
                     WHERE m.merged_into IS NOT NULL
                       AND (m.name LIKE $1 ESCAPE '\' OR m.code LIKE $1 ESCAPE '\' OR m.phone LIKE $1 ESCAPE '\')))
 ORDER BY c.name COLLATE NOCASE, c.id

-- name: customer-by-text
-- Customers with this code, name or phone; the code counts most, and who is not archived. A few of them. Whoever
-- was merged into another is that one.
SELECT k.id, max (ifnull (c.code = $1 COLLATE NOCASE, 0)) AS by_code, k.archived
  FROM customer AS c JOIN customer AS k ON k.id = ifnull (c.merged_into, c.id)
 WHERE k.archived <= $2
   AND (c.code = $1 COLLATE NOCASE OR c.name = $1 COLLATE NOCASE OR (c.phone = $1 AND c.phone <> ''))
 GROUP BY k.id
 ORDER BY k.archived, by_code DESC, k.id
 LIMIT 4

-- name: customer-by-id
-- Whether there is a customer with this number.
SELECT id FROM customer WHERE id = $1 AND archived <= $2

-- name: customer-by-code
-- Whose code this is.
SELECT id, name FROM customer WHERE code = $1 COLLATE NOCASE

-- name: customer-forget-wipe
-- From here on what is freed in the file is overwritten, not only marked as free.
PRAGMA secure_delete = ON

-- name: customer-forget-wiped
-- ... and no more: it costs every other write.
PRAGMA secure_delete = OFF

-- name: customer-forget
-- A person's right: nothing that names them remains.
UPDATE customer
   SET code = NULL, name = '–', phone = '', email = '', note = '', language = '', do_not_contact = 1,
       archived = 1
 WHERE id = $1

-- name: customer-forget-key
-- ... and nothing by which they would be recognised.
UPDATE customer_key SET phone = '', sorted = '', joined = '' WHERE customer_id = $1

-- name: customer-forget-drafts
-- ... nor in an order that was being typed for them.
DELETE FROM draft
 WHERE kind = 'order'
   AND (json_extract (content, '$.customer_id') = $1
        OR who = (SELECT name FROM customer WHERE id = $1) COLLATE NOCASE)

-- name: customer-forget-orders
-- ... in the notes of their orders neither.
UPDATE customer_order SET note = '' WHERE customer_id = $1 AND note <> ''

-- name: customer-forget-contacts
-- ... nor in what was said to them.
UPDATE contact SET note = '' WHERE customer_id = $1 AND note <> ''

-- name: customer-forget-audit
-- ... nor in the audit.
UPDATE audit SET before = NULL, after = NULL
 WHERE (kind = 'customer' AND row_id = $1)
    OR (kind = 'customer_order' AND row_id IN (SELECT id FROM customer_order WHERE customer_id = $1))

-- name: customer-forget-log
-- ... nor in the log: actions about them, and the undoes of those, whose subject is the kind and subject of
-- what they took back.
WITH RECURSIVE about (id, kind, subject) AS (
  SELECT o.id, o.kind, '–'
    FROM operation AS o
   WHERE o.kind IN ('customer-add', 'customer-edit', 'customer-merge', 'contact-told')
     AND (o.id IN (SELECT operation_id FROM customer WHERE id = $1)
          OR o.id IN (SELECT operation_id FROM audit WHERE kind = 'customer' AND row_id = $1)
          OR o.id IN (SELECT operation_id FROM contact WHERE customer_id = $1))
  UNION ALL
  SELECT u.id, u.kind, about.kind || ' ' || about.subject
    FROM about JOIN operation AS u ON u.undoes = about.id)
UPDATE operation SET subject = (SELECT subject FROM about WHERE about.id = operation.id)
 WHERE id IN (SELECT id FROM about)

-- name: customer-forget-replies
-- ... nor in the answers kept for callers' keys, under whatever name or number they were known.
WITH word (text) AS (
  SELECT name FROM customer WHERE id = $1
  UNION SELECT phone FROM customer WHERE id = $1
  UNION SELECT email FROM customer WHERE id = $1
  UNION SELECT json_extract (before, '$.name') FROM audit WHERE kind = 'customer' AND row_id = $1
  UNION SELECT json_extract (before, '$.phone') FROM audit WHERE kind = 'customer' AND row_id = $1
  UNION SELECT json_extract (before, '$.email') FROM audit WHERE kind = 'customer' AND row_id = $1)
UPDATE operation SET reply = NULL
 WHERE reply IS NOT NULL
   AND EXISTS (SELECT 1 FROM word
                WHERE text <> ''
                  AND (instr (reply, text) > 0
                       OR instr (reply, substr (json_quote (text), 2, length (json_quote (text)) - 2)) > 0))

-- name: supplier-insert
-- A new supplier.
INSERT INTO supplier (code, name, phone, email, lead_days, note, archived, least_value, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
RETURNING id

-- name: supplier-update
-- All fields of a supplier, as they shall be.
UPDATE supplier
   SET code = $1, name = $2, phone = $3, email = $4, lead_days = $5, note = $6, archived = $7,
       least_value = $8
 WHERE id = $9

-- name: supplier-read
-- A supplier.
SELECT id, code, name, phone, email, lead_days, note, archived, least_value FROM supplier WHERE id = $1

-- name: supplier-list
-- Suppliers by name, the archived too where $2 is set; the pattern looks into name, code and phone.
SELECT id, code, name, phone, email, lead_days, note, archived, least_value
  FROM supplier
 WHERE (archived = 0 OR $2)
   AND ($1 IS NULL OR name LIKE $1 ESCAPE '\' OR code LIKE $1 ESCAPE '\' OR phone LIKE $1 ESCAPE '\')
 ORDER BY name COLLATE NOCASE, id

-- name: supplier-by-text
-- Suppliers with this code or name; the code counts most, and who is not archived. A few of them.
SELECT id, code = $1 COLLATE NOCASE AS by_code, archived
  FROM supplier
 WHERE archived <= $2
   AND (code = $1 COLLATE NOCASE OR name = $1 COLLATE NOCASE)
 ORDER BY archived, by_code DESC, id
 LIMIT 4

-- name: supplier-by-id
-- Whether there is a supplier with this number.
SELECT id FROM supplier WHERE id = $1 AND archived <= $2

-- name: supplier-by-code
-- Whose code this is.
SELECT id, name FROM supplier WHERE code = $1 COLLATE NOCASE
