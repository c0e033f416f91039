-- Purchases are typed, changed and sent; what to order follows what the shop has chosen; whether customers may wait for a
-- product is decided, and why.

-- ---- a purchase being typed is kept like any other document

DROP TRIGGER product_pack_in_use;
ALTER TABLE draft RENAME TO draft_before;
DROP INDEX draft_operation;

-- A document being typed: kept as typed, so that a crash loses nothing. Not a document yet, and not part of
-- the audit. Once booked it is only hidden, so that taking the booking back brings it back to be mended.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind = 'delivery' OR kind = 'order' OR kind = 'purchase'),
  updated_at INTEGER NOT NULL,
  who TEXT NOT NULL DEFAULT '',     -- the supplier or the customer, as typed
  number TEXT NOT NULL DEFAULT '',  -- of the note, as typed
  lines INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL CHECK (json_valid (content)),
  operation_id INTEGER REFERENCES operation (id) ON DELETE RESTRICT,  -- what booked it
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden BETWEEN 0 AND 1)
) STRICT;

INSERT INTO draft (id, kind, updated_at, who, number, lines, content, operation_id, hidden)
SELECT id, kind, updated_at, who, number, lines, content, operation_id, hidden FROM draft_before;

-- The number of a draft that was thrown away is not given again.
DELETE FROM sqlite_sequence WHERE name = 'draft';
UPDATE sqlite_sequence SET name = 'draft' WHERE name = 'draft_before';
DROP TABLE draft_before;

CREATE INDEX draft_operation ON draft (operation_id) WHERE operation_id IS NOT NULL;

CREATE TRIGGER product_pack_in_use BEFORE UPDATE OF pack ON product
  WHEN OLD.pack IS NOT NEW.pack
   AND (EXISTS (SELECT 1 FROM order_line WHERE product_id = OLD.id AND open > 0)
        OR EXISTS (SELECT 1 FROM draft, json_each (content, '$.lines')
                    WHERE hidden = 0 AND json_extract (value, '$.product') = OLD.id))
BEGIN SELECT raise (ABORT, 'sedia: pack in use'); END;

-- What an operation edited, in the words of today: what an older version did not write down was not there.
CREATE VIEW audit_filled AS
SELECT id, operation_id, kind, row_id,
       CASE kind WHEN 'product' THEN json_insert (before, '$.backorder_wait', NULL, '$.backorder_deposit', NULL,
                                                  '$.backorder_why', '')
                 WHEN 'supplier' THEN json_insert (before, '$.least_value', NULL)
                 WHEN 'purchase_line' THEN json_insert (before, '$.dropped', 0)
                 ELSE before END AS before,
       CASE kind WHEN 'product' THEN json_insert (after, '$.backorder_wait', NULL, '$.backorder_deposit', NULL,
                                                  '$.backorder_why', '')
                 WHEN 'supplier' THEN json_insert (after, '$.least_value', NULL)
                 WHEN 'purchase_line' THEN json_insert (after, '$.dropped', 0)
                 ELSE after END AS after
  FROM audit;

-- ---- the lines of a draft purchase are changed; one that is taken out of it stays, so that this can be undone

ALTER TABLE purchase_line ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0
  CHECK (dropped = 0 OR (dropped = 1 AND closed = ordered AND received = 0));

DROP TRIGGER purchase_line_audit_update;
DROP VIEW purchase_line_state;

CREATE VIEW purchase_line_state AS
SELECT id, json_object ('ordered', ordered, 'closed', closed, 'price', price, 'agreed', agreed, 'expected', expected,
  'since', since, 'order_line_id', order_line_id, 'dropped', dropped) AS state
  FROM purchase_line;

CREATE TRIGGER purchase_line_audit_update
  BEFORE UPDATE OF ordered, closed, price, agreed, expected, since, order_line_id, dropped ON purchase_line
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'purchase_line', OLD.id, s.state,
         json_object ('ordered', NEW.ordered, 'closed', NEW.closed, 'price', NEW.price, 'agreed', NEW.agreed,
           'expected', NEW.expected, 'since', NEW.since, 'order_line_id', NEW.order_line_id, 'dropped', NEW.dropped)
    FROM current_operation AS c, purchase_line_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER purchase_line_dropped BEFORE UPDATE OF dropped ON purchase_line
  WHEN OLD.dropped <> NEW.dropped
   AND (OLD.confirmed = 1 OR (SELECT status FROM purchase WHERE id = OLD.purchase_id) = 'confirmed')
BEGIN SELECT raise (ABORT, 'a line of what was ordered is closed, not taken out'); END;

-- Purchases that are not ordered yet are few among all of them.
CREATE INDEX purchase_draft ON purchase (id) WHERE status = 'draft';

-- ---- what a supplier brings at all, and whether customers may wait

-- least_value: an order is worth at least so much, or it is not taken.
ALTER TABLE supplier ADD COLUMN least_value INTEGER CHECK (least_value BETWEEN 1 AND 1000000000000000);

DROP TRIGGER supplier_audit_update;
DROP TRIGGER supplier_audit_delete;
DROP VIEW supplier_state;

CREATE VIEW supplier_state AS
SELECT id, json_object ('code', code, 'name', name, 'phone', phone, 'email', email,
  'lead_days', lead_days, 'note', note, 'archived', archived, 'least_value', least_value) AS state
  FROM supplier;

CREATE TRIGGER supplier_audit_update BEFORE UPDATE ON supplier
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'supplier', OLD.id, s.state,
         json_object ('code', NEW.code, 'name', NEW.name, 'phone', NEW.phone, 'email', NEW.email,
           'lead_days', NEW.lead_days, 'note', NEW.note, 'archived', NEW.archived,
           'least_value', NEW.least_value)
    FROM current_operation AS c, supplier_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER supplier_audit_delete BEFORE DELETE ON supplier
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'supplier', OLD.id, s.state, NULL
    FROM current_operation AS c, supplier_state AS s WHERE s.id = OLD.id;
END;

-- backorder_wait: customers wait at most so many days; backorder_deposit: they pay so many of 100 beforehand;
-- backorder_why: why the owner decided so.
ALTER TABLE product ADD COLUMN backorder_wait INTEGER CHECK (backorder_wait BETWEEN 1 AND 3650);
ALTER TABLE product ADD COLUMN backorder_deposit INTEGER CHECK (backorder_deposit BETWEEN 1 AND 100);
ALTER TABLE product ADD COLUMN backorder_why TEXT NOT NULL DEFAULT '';

DROP TRIGGER product_audit_update;
DROP TRIGGER product_audit_delete;
DROP VIEW product_state;

CREATE VIEW product_state AS
SELECT id, json_object ('sku', sku, 'name', name, 'unit', unit, 'decimals', decimals, 'pack', pack,
  'category', category, 'supplier_id', supplier_id, 'price', price, 'cost', cost, 'minimum', minimum,
  'maximum', maximum, 'moq', moq, 'backorder', backorder, 'backorder_limit', backorder_limit,
  'allow_negative', allow_negative, 'note', note, 'archived', archived, 'backorder_wait', backorder_wait,
  'backorder_deposit', backorder_deposit, 'backorder_why', backorder_why) AS state
  FROM product;

CREATE TRIGGER product_audit_update BEFORE UPDATE ON product
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'product', OLD.id, s.state,
         json_object ('sku', NEW.sku, 'name', NEW.name, 'unit', NEW.unit, 'decimals', NEW.decimals,
           'pack', NEW.pack, 'category', NEW.category, 'supplier_id', NEW.supplier_id, 'price', NEW.price,
           'cost', NEW.cost, 'minimum', NEW.minimum, 'maximum', NEW.maximum, 'moq', NEW.moq,
           'backorder', NEW.backorder, 'backorder_limit', NEW.backorder_limit,
           'allow_negative', NEW.allow_negative, 'note', NEW.note, 'archived', NEW.archived,
           'backorder_wait', NEW.backorder_wait, 'backorder_deposit', NEW.backorder_deposit,
           'backorder_why', NEW.backorder_why)
    FROM current_operation AS c, product_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER product_audit_delete BEFORE DELETE ON product
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'product', OLD.id, s.state, NULL
    FROM current_operation AS c, product_state AS s WHERE s.id = OLD.id;
END;

-- ---- counts: also those that found what the book said, which moved nothing

-- A product whose count was not 0 has moved, so its decimals stay.
-- difference: what was counted less what the book said at that instant. One that is taken back has a row that says so;
-- whether it counts is told by its operation.
CREATE TABLE counted (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity >= 0),
  difference INTEGER NOT NULL,
  at INTEGER NOT NULL,
  reverses INTEGER REFERENCES counted (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX counted_product ON counted (product_id, at);

CREATE TRIGGER counted_final_update BEFORE UPDATE ON counted
BEGIN SELECT raise (ABORT, 'a count is never edited'); END;
CREATE TRIGGER counted_final_delete BEFORE DELETE ON counted
BEGIN SELECT raise (ABORT, 'a count is never deleted'); END;

-- ---- how much to order: run out at most once in so many orders, look at it every so many days, an order lasts so many

INSERT INTO setting (name, value) VALUES ('service', '20'), ('review', '7'), ('cover', '28');
