-- What else shows a row that was touched: rows of (kind, id), kinds as SediaKind numbers them:
-- 0 product, 1 customer, 2 supplier, 3 order, 4 line, 5 delivery, 6 draft, 7 notice, 8 operation, 9 purchase.

-- name: touched-by-product
-- A product's open lines show its name, and so do the headings of its supplier.
SELECT 4, id FROM order_line WHERE product_id = $1 AND open > 0
UNION ALL
SELECT 2, supplier_id FROM product WHERE id = $1 AND supplier_id IS NOT NULL

-- name: touched-by-supplier
-- A supplier's products and deliveries show its name.
SELECT 0, id FROM product WHERE supplier_id = $1
UNION ALL
SELECT 4, l.id FROM product AS p JOIN order_line AS l ON l.product_id = p.id AND l.open > 0 WHERE p.supplier_id = $1
UNION ALL
SELECT 5, id FROM delivery WHERE supplier_id = $1
UNION ALL
SELECT 9, id FROM purchase WHERE supplier_id = $1

-- name: touched-by-customer
-- A customer's open lines show the name.
SELECT 4, l.id
  FROM customer_order AS o JOIN order_line AS l ON l.order_id = o.id
 WHERE o.customer_id = $1
   AND l.open > 0

-- name: touched-by-order
-- An order's lines show what it says, and its customer what is open.
SELECT 4, id FROM order_line WHERE order_id = $1
UNION ALL
SELECT 1, customer_id FROM customer_order WHERE id = $1

-- name: touched-by-line
-- A line belongs to an order, whose status it makes, to a customer and a supplier, under whose headings it is
-- listed, and to a product.
SELECT l.order_id, o.customer_id, l.product_id, ifnull (p.supplier_id, 9223372036854775807)
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN product AS p ON p.id = l.product_id
 WHERE l.id = $1

-- name: touched-by-due
-- What a customer must be told shows at the line, and at the customer.
SELECT 4, order_line_id FROM contact_due WHERE id = $1
UNION ALL
SELECT 1, o.customer_id
  FROM contact_due AS d
  JOIN order_line AS l ON l.id = d.order_line_id
  JOIN customer_order AS o ON o.id = l.order_id
 WHERE d.id = $1

-- name: touched-by-contact
-- A contact shows at its customer, who may have been merged into another, and at the open lines.
SELECT 1, ifnull (c.merged_into, c.id) FROM contact AS t JOIN customer AS c ON c.id = t.customer_id WHERE t.id = $1
UNION ALL
SELECT 4, l.id
  FROM contact AS c
  JOIN customer_order AS o ON o.customer_id = c.customer_id
  JOIN order_line AS l ON l.order_id = o.id
 WHERE c.id = $1
   AND l.open > 0

-- name: touched-by-barcode
-- A barcode shows at its product.
SELECT 0, product_id FROM barcode WHERE id = $1

-- name: touched-by-delivery
-- A delivery that takes another back shows there, too, and at the one that that one took back ...; and at its
-- supplier.
WITH RECURSIVE chain (id, reverses) AS (
  SELECT id, reverses FROM delivery WHERE id = $1
  UNION ALL
  SELECT d.id, d.reverses FROM chain JOIN delivery AS d ON d.id = chain.reverses)
SELECT 5, reverses FROM chain WHERE reverses IS NOT NULL
UNION ALL
SELECT 2, supplier_id FROM delivery WHERE id = $1 AND supplier_id IS NOT NULL

-- name: touched-by-operation
-- What takes an action back changes whether that one is in force, and the one that that one took back ...
WITH RECURSIVE chain (undoes) AS (
  SELECT undoes FROM operation WHERE id = $1
  UNION ALL
  SELECT o.undoes FROM chain JOIN operation AS o ON o.id = chain.undoes)
SELECT 8, undoes FROM chain WHERE undoes IS NOT NULL

-- name: touched-by-expected
-- When a product is expected shows at the product, at its lines that wait, and at their customers.
SELECT 0, $1
UNION ALL
SELECT 4, id FROM order_line WHERE product_id = $1 AND open > 0
UNION ALL
SELECT 1, o.customer_id
  FROM order_line AS l JOIN customer_order AS o ON o.id = l.order_id
 WHERE l.product_id = $1
   AND l.open > 0

-- name: touched-by-purchase-line
-- When more comes of a product shows at the purchase, at the product, at its lines that wait, and at their customers.
SELECT 9, purchase_id FROM purchase_line WHERE id = $1
UNION ALL
SELECT 0, product_id FROM purchase_line WHERE id = $1
UNION ALL
SELECT 4, l.id
  FROM purchase_line AS p JOIN order_line AS l ON l.product_id = p.product_id
 WHERE p.id = $1
   AND l.open > 0
UNION ALL
SELECT 1, o.customer_id
  FROM purchase_line AS p
  JOIN order_line AS l ON l.product_id = p.product_id
  JOIN customer_order AS o ON o.id = l.order_id
 WHERE p.id = $1
   AND l.open > 0

-- name: touched-by-purchase
-- A purchase shows at its supplier.
SELECT 2, supplier_id FROM purchase WHERE id = $1

-- name: touched-by-deposit
-- Money given back shows at the order and at its customer.
SELECT 3, r.order_id FROM deposit_return AS r WHERE r.id = $1
UNION ALL
SELECT 1, o.customer_id FROM deposit_return AS r JOIN customer_order AS o ON o.id = r.order_id WHERE r.id = $1
