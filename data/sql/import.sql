-- Bringing records in from files.

-- name: import-products
-- Every product, by what a file can call it.
SELECT id, sku, decimals, price, archived FROM product ORDER BY id

-- name: import-barcodes
-- Every barcode and its product.
SELECT product_id, code FROM barcode

-- name: import-product-names
-- The names of all products.
SELECT id, name FROM product

-- name: import-product
-- A product as it is before the import, in the columns of product-read.
SELECT p.id, p.sku, p.name, p.unit, p.decimals, p.pack, p.category, p.supplier_id, s.name, p.price, p.cost,
       p.minimum, p.maximum, p.moq, p.backorder, p.backorder_limit, p.allow_negative, p.note, p.archived,
       b.on_hand, b.reserved, b.open, b.incoming, p.backorder_wait, p.backorder_deposit, p.backorder_why
  FROM product AS p
  JOIN product_balance AS b ON b.product_id = p.id
  LEFT JOIN supplier AS s ON s.id = p.supplier_id
 WHERE p.id = $1

-- name: import-taken-back
-- Whether the last thing that happened to a record itself was an undo (of the import it came with).
SELECT o.undoes IS NOT NULL
  FROM audit AS a JOIN operation AS o ON o.id = a.operation_id
 WHERE a.kind = $1
   AND a.row_id = $2
 ORDER BY a.id DESC
 LIMIT 1

-- name: import-product-sell-again
-- A product that was archived and is still ordered: it is sold until nothing is open.
UPDATE product SET archived = 0, backorder = 'refuse' WHERE id = $1

-- name: import-customers
-- Every customer, by what a file can call it.
SELECT id, code, name, phone FROM customer ORDER BY id

-- name: import-order-customers
-- Every customer an order can be for. Whoever was merged into another is that one, if called otherwise.
SELECT id, code, name, phone FROM customer WHERE merged_into IS NULL
UNION ALL
SELECT m.merged_into, m.code, m.name, m.phone
  FROM customer AS m JOIN customer AS k ON k.id = m.merged_into
 WHERE m.name <> k.name COLLATE NOCASE
   AND NOT EXISTS (SELECT 1 FROM customer AS s
                    WHERE s.merged_into = m.merged_into AND s.name = m.name COLLATE NOCASE AND s.id < m.id)
 ORDER BY 1

-- name: import-suppliers
-- Every supplier, by what a file can call it.
SELECT id, code, name, phone FROM supplier ORDER BY id

-- name: import-customer
-- A customer as it is before the import.
SELECT id, code, name, phone, email, channel, language, note, do_not_contact, archived
  FROM customer
 WHERE id = $1

-- name: import-supplier
-- A supplier as it is before the import.
SELECT id, code, name, phone, email, lead_days, note, archived, least_value FROM supplier WHERE id = $1

-- name: import-orders
-- Every order that has a number of the shop's former system, and that number.
SELECT id, reference FROM customer_order WHERE reference IS NOT NULL

-- name: import-order-exists
-- Whether an order with this number was placed here, not imported.
SELECT count (*) FROM customer_order WHERE id = $1 AND reference IS NULL

-- name: import-order-next
-- The number the next order gets.
SELECT ifnull (max (id), 0) + 1 FROM customer_order

-- name: import-order-insert
-- An order from a file, with the number it gets.
INSERT OR ROLLBACK INTO customer_order (id, customer_id, placed_at, all_or_nothing, deposit, note, reference,
                                        operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: import-line-insert
-- A line of it. What was delivered before the import moved no stock here.
INSERT OR ROLLBACK INTO order_line (order_id, position, product_id, placed_at, ordered, cancelled,
                                    delivered_before, delivered, price, need_by, priority, all_or_nothing,
                                    held, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10, $11, $12, $13)

-- name: import-plain-line-insert
-- A line without any wish, and nothing of it cancelled, as most are: the defaults say the rest, in a tenth less
-- time.
INSERT OR ROLLBACK INTO order_line (order_id, position, product_id, placed_at, ordered, delivered_before,
                                    delivered, price, operation_id)
VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8)

-- name: import-has-lines
-- Whether there are order lines at all.
SELECT EXISTS (SELECT 1 FROM order_line)

-- name: import-has-keys
-- Whether any customer is recognised by anything.
SELECT EXISTS (SELECT 1 FROM customer_key)

-- name: import-has-products
-- Whether there are products at all.
SELECT EXISTS (SELECT 1 FROM product)

-- name: import-indexes
-- The indexes of a table that a script created, and how.
SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL ORDER BY name

-- name: import-has-sales
-- Whether anything is noted of what was sold before.
SELECT EXISTS (SELECT 1 FROM past_sale)

-- name: import-sales-known
-- What files said by now of what was sold before, as far as their imports were not taken back.
SELECT s.product_id, s.day, s.quantity
  FROM past_sale AS s
 WHERE s.operation_id IN (
         SELECT r.operation_id
           FROM operation_range AS r JOIN operation AS o ON o.id = r.operation_id
          WHERE r.kind = 'past_sale'
            AND o.undoes IS NULL
            AND EXISTS (SELECT 1 FROM operation_in_force AS f WHERE f.id = o.id))
 ORDER BY s.product_id, s.day, s.quantity

-- name: import-sale-insert
-- What was sold of a product on a day, or came back.
INSERT OR ROLLBACK INTO past_sale (product_id, day, quantity, customer_id, operation_id)
VALUES ($1, $2, $3, $4, $5)

-- name: import-servable
-- Products with stock nobody has while somebody waits, and those with less stock than was set aside.
SELECT product_id FROM product_balance WHERE waiting > 0 AND free > 0
UNION
SELECT product_id FROM product_balance WHERE reserved > 0 AND free < 0

-- name: sample-rows
-- Whether somebody works with this database already.
SELECT (SELECT count (*) FROM operation) + (SELECT count (*) FROM product) + (SELECT count (*) FROM customer)

-- name: sample-notices-seen
-- Nobody needs to be told what arrived in a sample.
UPDATE restock SET state = 'seen' WHERE state IN ('new', 'shown')

-- name: sample-entered-then
-- In the sample each thing was entered when it happened.
UPDATE operation SET entered_at = at
