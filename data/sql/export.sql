-- Exports. The first column of each row is the decimals of its quantities; the others are the columns of
-- the file, in the order of sedia-export-kinds.c.

-- name: export-product-ids
-- Every product.
SELECT id FROM product ORDER BY id

-- name: export-product
-- A product with its stock. Where the supplier's name is not enough to find it again, its code is given.
SELECT p.decimals, p.sku, p.name,
       (SELECT group_concat (replace (replace (code, '\', '\\'), ';', '\;'), ';')
          FROM (SELECT code FROM barcode WHERE product_id = p.id ORDER BY id)),
       p.unit, p.decimals, p.pack, p.category,
       CASE WHEN s.code IS NOT NULL
             AND EXISTS (SELECT 1 FROM supplier AS t
                          WHERE t.id <> s.id AND (t.name = s.name COLLATE NOCASE OR t.code = s.name))
            THEN s.code ELSE s.name END,
       p.price, p.cost, b.on_hand, p.minimum, p.maximum, p.moq, p.backorder, p.backorder_limit,
       p.allow_negative, p.note, p.archived, p.backorder_wait, p.backorder_deposit, p.backorder_why
  FROM product AS p
  JOIN product_balance AS b ON b.product_id = p.id
  LEFT JOIN supplier AS s ON s.id = p.supplier_id
 WHERE p.id = $1

-- name: all-products
-- Every product by name.
SELECT id FROM product ORDER BY name COLLATE NOCASE, id

-- name: export-customer-ids
-- Every customer, without those who turned out to be another one.
SELECT id FROM customer WHERE merged_into IS NULL ORDER BY id

-- name: export-customer
-- A customer.
SELECT 0, code, name, phone, email, channel, language, note, do_not_contact, archived
  FROM customer
 WHERE id = $1

-- name: export-supplier-ids
-- Every supplier.
SELECT id FROM supplier ORDER BY id

-- name: export-supplier
-- A supplier.
SELECT 0, code, name, phone, email, lead_days, note, archived, least_value FROM supplier WHERE id = $1

-- name: export-order-ids
-- Every order.
SELECT id FROM customer_order ORDER BY id

-- name: export-order
-- An order, a row for each of its lines. Orders without a number of another system are called #1, #2 ...
SELECT p.decimals, ifnull (o.reference, '#' || o.id),
       CASE WHEN c.code IS NOT NULL
             AND EXISTS (SELECT 1 FROM customer AS d
                          WHERE d.id <> c.id AND (d.name = c.name COLLATE NOCASE OR d.code = c.name))
            THEN c.code ELSE c.name END,
       c.phone, o.placed_at, o.deposit, o.all_or_nothing, o.note, p.sku, p.name, l.ordered, l.delivered,
       l.cancelled, l.price, l.need_by, l.priority = 0, l.all_or_nothing, l.held
  FROM customer_order AS o
  JOIN customer AS c ON c.id = o.customer_id
  JOIN order_line AS l ON l.order_id = o.id
  JOIN product AS p ON p.id = l.product_id
 WHERE o.id = $1
 ORDER BY l.position

-- name: export-line
-- One line of an order, said like an order, with what it waits for.
SELECT p.decimals, ifnull (o.reference, '#' || o.id),
       CASE WHEN c.code IS NOT NULL
             AND EXISTS (SELECT 1 FROM customer AS d
                          WHERE d.id <> c.id AND (d.name = c.name COLLATE NOCASE OR d.code = c.name))
            THEN c.code ELSE c.name END,
       c.phone, o.placed_at, o.deposit, o.all_or_nothing, o.note, p.sku, p.name, l.ordered, l.delivered,
       l.cancelled, l.price, l.need_by, l.priority = 0, l.all_or_nothing, l.held, l.open, l.reserved, l.waiting
  FROM order_line AS l
  JOIN customer_order AS o ON o.id = l.order_id
  JOIN customer AS c ON c.id = o.customer_id
  JOIN product AS p ON p.id = l.product_id
 WHERE l.id = $1

-- name: export-delivery-ids
-- Every delivery.
SELECT id FROM delivery ORDER BY id

-- name: export-delivery
-- A delivery, a row for each of its lines.
SELECT p.decimals, d.id, d.at, s.name, d.note_number, d.reverses, p.sku, p.name, p.unit, l.quantity
  FROM delivery AS d
  JOIN delivery_line AS l ON l.delivery_id = d.id
  JOIN product AS p ON p.id = l.product_id
  LEFT JOIN supplier AS s ON s.id = d.supplier_id
 WHERE d.id = $1
 ORDER BY l.position

-- name: export-purchase-ids
-- Every purchase.
SELECT id FROM purchase ORDER BY id

-- name: export-purchase
-- A purchase, a row for each of its lines, with the line of an order it is for.
SELECT p.decimals, o.id, s.name, o.placed_at,
       CASE WHEN o.status = 'confirmed'
             AND NOT EXISTS (SELECT 1 FROM purchase_line AS i WHERE i.purchase_id = o.id AND i.incoming > 0)
            THEN 'closed' ELSE o.status END,
       l.position, p.sku, p.name, l.ordered, l.received, l.closed, l.price, l.agreed, l.expected, w.order_id, w.position
  FROM purchase AS o
  JOIN supplier AS s ON s.id = o.supplier_id
  JOIN purchase_line AS l ON l.purchase_id = o.id
  JOIN product AS p ON p.id = l.product_id
  LEFT JOIN order_line AS w ON w.id = l.order_line_id
 WHERE o.id = $1
   AND l.dropped = 0
 ORDER BY l.position

-- name: export-movements
-- The ledger of stock, oldest first.
SELECT p.decimals, m.id, m.at, p.sku, p.name, m.quantity, m.reason, m.document, m.note, o.actor, o.entered_at,
       o.id
  FROM movement AS m
  JOIN product AS p ON p.id = m.product_id
  JOIN operation AS o ON o.id = m.operation_id
 ORDER BY m.id

-- name: export-contacts
-- Every time a customer was told something, oldest first.
SELECT 0, t.at, k.name, k.phone, t.channel, t.outcome, t.note, o.actor
  FROM contact AS t
  JOIN customer AS c ON c.id = t.customer_id
  JOIN customer AS k ON k.id = ifnull (c.merged_into, c.id)
  JOIN operation AS o ON o.id = t.operation_id
 ORDER BY t.at, t.id
