-- Order precisely: what was sold before the shop kept its records here, and what is on its way.

-- What was sold, day by day: it teaches the forecast, and moves no stock. What came back is below zero.
CREATE TABLE past_sale (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  day INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  customer_id INTEGER REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX past_sale_product ON past_sale (product_id, day, quantity);

-- What a product was asked for, whether it is open or not.
CREATE INDEX order_line_product ON order_line (product_id);

CREATE TRIGGER past_sale_final_update BEFORE UPDATE OF product_id, day, quantity ON past_sale
BEGIN SELECT raise (ABORT, 'a past sale is never edited'); END;
CREATE TRIGGER past_sale_final_delete BEFORE DELETE ON past_sale
BEGIN SELECT raise (ABORT, 'a past sale is never deleted'); END;

CREATE TRIGGER product_decimals_sold BEFORE UPDATE OF decimals ON product
  WHEN OLD.decimals <> NEW.decimals AND EXISTS (SELECT 1 FROM past_sale WHERE product_id = OLD.id)
BEGIN SELECT raise (ABORT, 'sedia: decimals in use'); END;

-- Operations that were not taken back, or were done again: taken back once, three times ..., they do not count.
CREATE VIEW operation_in_force AS
SELECT o.id
  FROM operation AS o
 WHERE NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = o.id)
    OR (WITH RECURSIVE chain (id) AS (
          SELECT o.id UNION ALL SELECT u.id FROM chain JOIN operation AS u ON u.undoes = chain.id)
        SELECT count (*) FROM chain) % 2 = 1;

-- ---- what is on its way
--
--   supplier ---< purchase ---< purchase_line >--- product
--                    |               |
--                    |               +---< purchase_receipt     what came of a line            (ledger)
--                    +---< delivery
--
-- What is incoming is kept per product in product_balance by these triggers alone. A purchase is closed when nothing
-- of it is incoming any more: that follows from its lines and is kept nowhere.

CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER NOT NULL REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  placed_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status = 'draft' OR status = 'confirmed' OR status = 'cancelled'),
  note TEXT NOT NULL DEFAULT '',
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX purchase_supplier ON purchase (supplier_id, id);

-- agreed: the day first agreed, kept for how late the supplier is; expected: the day it is expected now, since when.
-- confirmed repeats what the purchase says, so that an index knows what is incoming. More may come than was ordered;
-- nothing is incoming then.
CREATE TABLE purchase_line (
  id INTEGER PRIMARY KEY,
  purchase_id INTEGER NOT NULL REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position > 0),
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  ordered INTEGER NOT NULL CHECK (ordered BETWEEN 1 AND 1000000000000),
  received INTEGER NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND 1000000000000000),
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed BETWEEN 0 AND ordered),
  price INTEGER CHECK (price BETWEEN 0 AND 1000000000000000),
  agreed INTEGER,
  expected INTEGER,
  since INTEGER NOT NULL DEFAULT 0,
  order_line_id INTEGER REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed BETWEEN 0 AND 1),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  incoming INTEGER AS (confirmed * max (ordered - received - closed, 0)) VIRTUAL,
  UNIQUE (purchase_id, position)
) STRICT;

-- What is incoming of a product, in the order in which it is expected; what nobody knows the day of comes last.
CREATE INDEX purchase_line_incoming ON purchase_line (product_id, ifnull (expected, 9999999), id)
 WHERE incoming > 0;
-- What somebody counted on and will not come.
CREATE INDEX purchase_line_lost ON purchase_line (product_id, since) WHERE since > 0 AND (confirmed = 0 OR closed > 0);
CREATE INDEX purchase_line_draft ON purchase_line (product_id) WHERE confirmed = 0;
CREATE INDEX purchase_line_order_line ON purchase_line (order_line_id) WHERE order_line_id IS NOT NULL;

-- What of a delivery came for which line; a delivery that is taken back has the opposite.
CREATE TABLE purchase_receipt (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  purchase_line_id INTEGER NOT NULL REFERENCES purchase_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX purchase_receipt_delivery ON purchase_receipt (delivery_id);
CREATE INDEX purchase_receipt_line ON purchase_receipt (purchase_line_id);

ALTER TABLE delivery ADD COLUMN purchase_id INTEGER REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX delivery_purchase ON delivery (purchase_id) WHERE purchase_id IS NOT NULL;

-- ---- balances

CREATE TRIGGER purchase_line_confirmed AFTER INSERT ON purchase_line
  WHEN (SELECT status FROM purchase WHERE id = NEW.purchase_id) = 'confirmed'
BEGIN UPDATE purchase_line SET confirmed = 1 WHERE id = NEW.id; END;

CREATE TRIGGER purchase_confirmed AFTER UPDATE OF status ON purchase WHEN NEW.status <> OLD.status
BEGIN UPDATE purchase_line SET confirmed = (NEW.status = 'confirmed') WHERE purchase_id = NEW.id; END;

CREATE TRIGGER purchase_line_balance AFTER UPDATE OF ordered, received, closed, confirmed ON purchase_line
  WHEN NEW.incoming <> OLD.incoming
BEGIN
  UPDATE product_balance SET incoming = incoming + NEW.incoming - OLD.incoming WHERE product_id = NEW.product_id;
END;

CREATE TRIGGER purchase_receipt_balance AFTER INSERT ON purchase_receipt
BEGIN
  UPDATE purchase_line SET received = received + NEW.quantity WHERE id = NEW.purchase_line_id;
END;

-- ---- what may never happen

CREATE TRIGGER purchase_receipt_final_update BEFORE UPDATE ON purchase_receipt
BEGIN SELECT raise (ABORT, 'what was received is never edited'); END;
CREATE TRIGGER purchase_receipt_final_delete BEFORE DELETE ON purchase_receipt
BEGIN SELECT raise (ABORT, 'what was received is never deleted'); END;
CREATE TRIGGER purchase_line_final BEFORE UPDATE OF purchase_id, position, product_id ON purchase_line
BEGIN SELECT raise (ABORT, 'a purchase line keeps its product and its place'); END;

CREATE TRIGGER product_pack_on_its_way BEFORE UPDATE OF pack ON product
  WHEN OLD.pack IS NOT NEW.pack
   AND (EXISTS (SELECT 1 FROM purchase_line AS l
                 WHERE l.product_id = OLD.id AND l.incoming > 0)
        OR EXISTS (SELECT 1 FROM purchase_line AS l JOIN purchase AS p ON p.id = l.purchase_id
                    WHERE l.product_id = OLD.id AND l.confirmed = 0 AND p.status = 'draft'))
BEGIN SELECT raise (ABORT, 'sedia: pack in use'); END;

-- Lines that are closed are looked for one by one: no list asks for them by product, and an index of all lines would
-- be taken for that of what is incoming.
CREATE TRIGGER product_decimals_purchased BEFORE UPDATE OF decimals ON product
  WHEN OLD.decimals <> NEW.decimals AND EXISTS (SELECT 1 FROM purchase_line WHERE product_id = OLD.id)
BEGIN SELECT raise (ABORT, 'sedia: decimals in use'); END;

-- ---- audit

CREATE VIEW purchase_state AS
SELECT id, json_object ('status', status, 'note', note) AS state FROM purchase;

CREATE TRIGGER purchase_audit_update BEFORE UPDATE ON purchase
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'purchase', OLD.id, s.state, json_object ('status', NEW.status, 'note', NEW.note)
    FROM current_operation AS c, purchase_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW purchase_line_state AS
SELECT id, json_object ('ordered', ordered, 'closed', closed, 'price', price, 'agreed', agreed, 'expected', expected,
  'since', since, 'order_line_id', order_line_id) AS state
  FROM purchase_line;

CREATE TRIGGER purchase_line_audit_update
  BEFORE UPDATE OF ordered, closed, price, agreed, expected, since, order_line_id ON purchase_line
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'purchase_line', OLD.id, s.state,
         json_object ('ordered', NEW.ordered, 'closed', NEW.closed, 'price', NEW.price, 'agreed', NEW.agreed,
           'expected', NEW.expected, 'since', NEW.since, 'order_line_id', NEW.order_line_id)
    FROM current_operation AS c, purchase_line_state AS s WHERE s.id = OLD.id;
END;
