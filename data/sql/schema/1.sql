-- The shop in one file.
--
--   product ---< order_line >--- customer_order >--- customer
--      |            |
--      |            +---< reservation       stock set aside for one line      (ledger)
--      |            +---< hand_over_line    what went to the customer         (ledger)
--      +---< movement                       every signed change of stock      (ledger)
--      +---- product_balance                the sums lists show, kept by triggers alone
--
--   operation ---< every row of every ledger and document, and audit: who, when, why
--
-- A ledger only grows: its rows are never edited or deleted, a mistake is corrected by a reversing row
-- of a later operation. Rows that can be edited (products, customers, order lines ...) leave a row in
-- audit with the values before and after. What an operation inserted is told by operation_range: ids of
-- a table only rise, and one operation is one transaction, so its rows are one range.
--
-- Keys into documents and ledgers are checked at COMMIT (DEFERRABLE): checked at once, every insert that
-- fires a trigger keeps a journal of its own, at a third of its cost (measured). Rows of these tables are
-- never deleted, so their ids rise without AUTOINCREMENT, which costs a look-up per insert.
--
-- A CHECK spells its list out with OR: for IN with more than two values SQLite builds a table at every
-- insert, which costs twice the insert itself (measured).
--
-- Times are microseconds since 1970 in UTC; days are days since 1970-01-01; quantities are integers of
-- the product's smallest unit; money is hundredths. Sums are bounded by CHECKs, so none overflows.

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- ---- who did what, when and why

CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (length (kind) > 0),
  subject TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  undoes INTEGER UNIQUE REFERENCES operation (id) ON DELETE RESTRICT,
  caller_key TEXT UNIQUE,
  reply TEXT
) STRICT;

CREATE TABLE current_operation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  operation_id INTEGER
) STRICT;

INSERT INTO current_operation (one, operation_id) VALUES (1, NULL);

CREATE TABLE operation_range (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id)
) STRICT;

CREATE INDEX operation_range_of ON operation_range (operation_id);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;

CREATE INDEX audit_of ON audit (operation_id);
CREATE INDEX audit_row ON audit (kind, row_id, id);

-- ---- catalogue

CREATE TABLE supplier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 3650),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX supplier_name ON supplier (name COLLATE NOCASE, id);

CREATE TABLE product (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sku TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length (trim (sku)) > 0),
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  unit TEXT NOT NULL DEFAULT 'pcs' CHECK (length (unit) > 0),
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 3),
  pack INTEGER CHECK (pack BETWEEN 1 AND 1000000),
  category TEXT NOT NULL DEFAULT '',
  supplier_id INTEGER REFERENCES supplier (id) ON DELETE RESTRICT,
  price INTEGER CHECK (price BETWEEN 0 AND 1000000000000000),
  cost INTEGER CHECK (cost BETWEEN 0 AND 1000000000000000),
  minimum INTEGER CHECK (minimum >= 0),
  maximum INTEGER CHECK (maximum >= 0),
  moq INTEGER CHECK (moq >= 0),
  backorder TEXT NOT NULL DEFAULT 'allow'
    CHECK (backorder = 'allow' OR backorder = 'warn' OR backorder = 'refuse'),
  backorder_limit INTEGER CHECK (backorder_limit >= 0),
  allow_negative INTEGER NOT NULL DEFAULT 1 CHECK (allow_negative IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT,
  CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum)
) STRICT;

-- With the SKU in it, a search that many products fit reads the first of them off this index alone.
CREATE INDEX product_name ON product (name COLLATE NOCASE, id, sku);
CREATE INDEX product_archived ON product (id) WHERE archived = 1;
CREATE INDEX product_supplier ON product (supplier_id);

CREATE TABLE barcode (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  code TEXT NOT NULL UNIQUE CHECK (length (trim (code)) > 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX barcode_product ON barcode (product_id);

-- What search looks in: SKU, name and barcodes of a product as one lower-case text. Kept by explicit
-- statements, never by triggers (a trigger costs a hundred times as much in an import).
CREATE VIRTUAL TABLE product_text USING fts5 (text, tokenize = 'trigram', detail = none);

CREATE TABLE product_balance (
  product_id INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  on_hand INTEGER NOT NULL DEFAULT 0 CHECK (on_hand BETWEEN -1000000000000000 AND 1000000000000000),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND 1000000000000000),
  open INTEGER NOT NULL DEFAULT 0 CHECK (open BETWEEN 0 AND 1000000000000000),
  incoming INTEGER NOT NULL DEFAULT 0 CHECK (incoming >= 0),
  free INTEGER AS (on_hand - reserved) VIRTUAL,
  waiting INTEGER AS (open - reserved) VIRTUAL
) STRICT;

-- On hand alone is sorted by an index. Reserved, free and waiting change with every reservation, and three
-- more indexes would double what a delivery costs (measured); sorting a million of them takes the reading
-- thread under a second, and a shop's thousands nothing.
CREATE INDEX product_balance_on_hand ON product_balance (on_hand, product_id);

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT 'phone'
    CHECK (channel = 'whatsapp' OR channel = 'phone' OR channel = 'email' OR channel = 'sms' OR
           channel = 'person'),
  language TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX customer_name ON customer (name COLLATE NOCASE, id);

-- ---- customer orders

CREATE TABLE customer_order (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  placed_at INTEGER NOT NULL,
  all_or_nothing INTEGER NOT NULL DEFAULT 0 CHECK (all_or_nothing IN (0, 1)),
  deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit BETWEEN 0 AND 1000000000000000),
  note TEXT NOT NULL DEFAULT '',
  reference TEXT UNIQUE,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX customer_order_customer ON customer_order (customer_id, placed_at, id);
CREATE INDEX customer_order_placed ON customer_order (placed_at, id);

-- ordered = delivered + cancelled + open; open = reserved + waiting. A line that is closed or cancelled
-- cannot hold a reservation: the last CHECK forbids it. delivered is what counts against the order; what
-- was handed over beyond it is in over.
CREATE TABLE order_line (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position > 0),
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  placed_at INTEGER NOT NULL,
  ordered INTEGER NOT NULL CHECK (ordered BETWEEN 0 AND 1000000000000),
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled >= 0),
  delivered_before INTEGER NOT NULL DEFAULT 0 CHECK (delivered_before >= 0),
  delivered INTEGER NOT NULL DEFAULT 0 CHECK (delivered >= 0),
  over INTEGER NOT NULL DEFAULT 0 CHECK (over >= 0),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  price INTEGER CHECK (price >= 0),
  need_by INTEGER,
  priority INTEGER NOT NULL DEFAULT 1 CHECK (priority IN (0, 1)),
  all_or_nothing INTEGER NOT NULL DEFAULT 0 CHECK (all_or_nothing IN (0, 1)),
  held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  open INTEGER AS (ordered - delivered - cancelled) VIRTUAL,
  waiting INTEGER AS (ordered - delivered - cancelled - reserved) VIRTUAL,
  UNIQUE (order_id, position),
  CHECK (delivered + cancelled <= ordered),
  CHECK (reserved <= ordered - delivered - cancelled)
) STRICT;

-- The queue of a product, in serving order. Over what is open, not over what waits: setting stock aside
-- then changes no index.
CREATE INDEX order_line_queue
    ON order_line (product_id, priority, ifnull (need_by, 9999999), placed_at, order_id, position)
 WHERE open > 0;
CREATE INDEX order_line_since ON order_line (placed_at, id) WHERE open > 0;
CREATE INDEX order_line_need_by ON order_line (need_by, id) WHERE open > 0 AND need_by IS NOT NULL;
CREATE INDEX order_line_product ON order_line (product_id);

CREATE TABLE asked (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX asked_product ON asked (product_id, at);

-- ---- goods arriving, goods leaving

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  note_number TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  reverses INTEGER REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX delivery_at ON delivery (at, id);
CREATE UNIQUE INDEX delivery_reverses ON delivery (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX delivery_note ON delivery (note_number COLLATE NOCASE) WHERE note_number <> '';
CREATE INDEX delivery_operation ON delivery (operation_id);
CREATE INDEX delivery_supplier ON delivery (supplier_id, at);

CREATE TABLE delivery_line (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position > 0),
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX delivery_line_of ON delivery_line (delivery_id, position);

-- A document being typed: kept as typed, so that a crash loses nothing. Not a document yet, and not part of
-- the audit. Once booked it is only hidden, so that taking the booking back brings it back to be mended.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind = 'delivery' OR kind = 'order'),
  updated_at INTEGER NOT NULL,
  who TEXT NOT NULL DEFAULT '',     -- the supplier or the customer, as typed
  number TEXT NOT NULL DEFAULT '',  -- of the note, as typed
  lines INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL CHECK (json_valid (content)),
  operation_id INTEGER REFERENCES operation (id) ON DELETE RESTRICT,  -- what booked it
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden = 0 OR hidden = 1)
) STRICT;

CREATE INDEX draft_operation ON draft (operation_id) WHERE operation_id IS NOT NULL;

CREATE TABLE hand_over (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('hand-over', 'return')),
  settlement TEXT NOT NULL DEFAULT ''
    CHECK (settlement = '' OR settlement = 'refund' OR settlement = 'exchange'),
  damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged IN (0, 1)),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX hand_over_order ON hand_over (order_id);

CREATE TABLE hand_over_line (
  id INTEGER PRIMARY KEY,
  hand_over_id INTEGER NOT NULL REFERENCES hand_over (id) DEFERRABLE INITIALLY DEFERRED,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL,
  over INTEGER NOT NULL DEFAULT 0,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (quantity <> 0 OR over <> 0)
) STRICT;

CREATE INDEX hand_over_line_of ON hand_over_line (hand_over_id);
CREATE INDEX hand_over_line_line ON hand_over_line (order_line_id);

CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL
    CHECK (quantity <> 0 AND quantity BETWEEN -1000000000000 AND 1000000000000),
  reason TEXT NOT NULL
    CHECK (reason = 'opening' OR reason = 'delivery' OR reason = 'hand-over' OR
           reason = 'return' OR reason = 'sale' OR reason = 'count' OR reason = 'damage' OR
           reason = 'own-use' OR reason = 'other' OR reason = 'import'),
  at INTEGER NOT NULL,
  document INTEGER,
  note TEXT NOT NULL DEFAULT '',
  reverses INTEGER REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX movement_product ON movement (product_id);
CREATE UNIQUE INDEX movement_reverses ON movement (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  reason TEXT NOT NULL
    CHECK (reason = 'serve' OR reason = 'manual' OR reason = 'release' OR reason = 'hand-over' OR
           reason = 'cancel' OR reason = 'lost' OR reason = 'override' OR reason = 'undo'),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX reservation_line ON reservation (order_line_id);

-- A product whose book was wrong (sold below zero): to be counted today.
CREATE TABLE count_request (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX count_request_open ON count_request (product_id) WHERE done = 0;

-- ---- telling people

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  at INTEGER NOT NULL,
  channel TEXT NOT NULL
    CHECK (channel = 'whatsapp' OR channel = 'phone' OR channel = 'email' OR channel = 'sms' OR
           channel = 'person'),
  outcome TEXT NOT NULL
    CHECK (outcome = 'reached' OR outcome = 'no-answer' OR outcome = 'message'),
  note TEXT NOT NULL DEFAULT '',
  reverses INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX contact_customer ON contact (customer_id, at, id);
CREATE UNIQUE INDEX contact_reverses ON contact (reverses) WHERE reverses IS NOT NULL;

-- What a customer must be told about a line, and whether it has been told.
CREATE TABLE contact_due (
  id INTEGER PRIMARY KEY,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL
    CHECK (reason = 'backordered' OR reason = 'date-known' OR reason = 'date-moved' OR
           reason = 'will-miss-need-by' OR reason = 'silent' OR reason = 'ready' OR
           reason = 'reservation-lost'),
  since INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open'
    CHECK (state = 'open' OR state = 'told' OR state = 'withdrawn'),
  contact_id INTEGER REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((state = 'told') = (contact_id IS NOT NULL))
) STRICT;

CREATE INDEX contact_due_by_state ON contact_due (state, order_line_id);

-- Whom an arrival filled, as it was then: one row per order line.
CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  line_complete INTEGER NOT NULL CHECK (line_complete IN (0, 1)),
  order_ready INTEGER NOT NULL CHECK (order_ready IN (0, 1)),
  UNIQUE (operation_id, order_line_id)
) STRICT;

-- The outbox: one row per arrival that filled somebody, until it has been shown once.
CREATE TABLE restock (
  operation_id INTEGER PRIMARY KEY REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  delivery_id INTEGER REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL DEFAULT 'new'
    CHECK (state = 'new' OR state = 'shown' OR state = 'seen' OR state = 'withdrawn')
) STRICT;

CREATE INDEX restock_new ON restock (operation_id) WHERE state = 'new';

-- ---- balances: kept by these triggers alone

CREATE TRIGGER product_has_balance AFTER INSERT ON product
BEGIN
  INSERT INTO product_balance (product_id) VALUES (NEW.id);
END;

CREATE TRIGGER movement_balance AFTER INSERT ON movement
BEGIN
  UPDATE product_balance SET on_hand = on_hand + NEW.quantity WHERE product_id = NEW.product_id;
END;

CREATE TRIGGER reservation_balance AFTER INSERT ON reservation
BEGIN
  UPDATE order_line SET reserved = reserved + NEW.quantity WHERE id = NEW.order_line_id;
END;

CREATE TRIGGER hand_over_line_balance AFTER INSERT ON hand_over_line
BEGIN
  UPDATE order_line
     SET delivered = delivered + NEW.quantity, over = over + NEW.over
   WHERE id = NEW.order_line_id;
END;

CREATE TRIGGER order_line_balance_insert AFTER INSERT ON order_line WHEN NEW.open > 0
BEGIN
  UPDATE product_balance SET open = open + NEW.open WHERE product_id = NEW.product_id;
END;

CREATE TRIGGER order_line_balance_update AFTER UPDATE OF ordered, delivered, cancelled, reserved ON order_line
BEGIN
  UPDATE product_balance
     SET open = open + NEW.open - OLD.open, reserved = reserved + NEW.reserved - OLD.reserved
   WHERE product_id = NEW.product_id;
END;

-- ---- what may never happen

CREATE TRIGGER movement_final_update BEFORE UPDATE ON movement
BEGIN SELECT raise (ABORT, 'a movement is never edited'); END;
CREATE TRIGGER movement_final_delete BEFORE DELETE ON movement
BEGIN SELECT raise (ABORT, 'a movement is never deleted'); END;
CREATE TRIGGER reservation_final_update BEFORE UPDATE ON reservation
BEGIN SELECT raise (ABORT, 'a reservation row is never edited'); END;
CREATE TRIGGER reservation_final_delete BEFORE DELETE ON reservation
BEGIN SELECT raise (ABORT, 'a reservation row is never deleted'); END;
CREATE TRIGGER hand_over_line_final_update BEFORE UPDATE ON hand_over_line
BEGIN SELECT raise (ABORT, 'a hand-over is never edited'); END;
CREATE TRIGGER hand_over_line_final_delete BEFORE DELETE ON hand_over_line
BEGIN SELECT raise (ABORT, 'a hand-over is never deleted'); END;
CREATE TRIGGER delivery_line_final_update BEFORE UPDATE ON delivery_line
BEGIN SELECT raise (ABORT, 'a received delivery is never edited'); END;
CREATE TRIGGER delivery_line_final_delete BEFORE DELETE ON delivery_line
BEGIN SELECT raise (ABORT, 'a received delivery is never deleted'); END;
CREATE TRIGGER contact_final_update BEFORE UPDATE OF customer_id, at, channel, outcome ON contact
BEGIN SELECT raise (ABORT, 'a contact is never edited'); END;
CREATE TRIGGER contact_final_delete BEFORE DELETE ON contact
BEGIN SELECT raise (ABORT, 'a contact is never deleted'); END;
CREATE TRIGGER asked_final_update BEFORE UPDATE ON asked
BEGIN SELECT raise (ABORT, 'a note of what was asked is never edited'); END;
CREATE TRIGGER asked_final_delete BEFORE DELETE ON asked
BEGIN SELECT raise (ABORT, 'a note of what was asked is never deleted'); END;
CREATE TRIGGER order_line_final BEFORE UPDATE OF order_id, product_id, placed_at, delivered_before
    ON order_line
BEGIN SELECT raise (ABORT, 'an order line keeps its product and its place'); END;

CREATE TRIGGER product_pack_in_use BEFORE UPDATE OF pack ON product
  WHEN OLD.pack IS NOT NEW.pack
   AND (EXISTS (SELECT 1 FROM order_line WHERE product_id = OLD.id AND open > 0)
        OR EXISTS (SELECT 1 FROM draft, json_each (content, '$.lines')
                    WHERE hidden = 0 AND json_extract (value, '$.product') = OLD.id))
BEGIN SELECT raise (ABORT, 'sedia: pack in use'); END;

CREATE TRIGGER product_decimals_in_use BEFORE UPDATE OF decimals ON product
  WHEN OLD.decimals <> NEW.decimals
   AND (EXISTS (SELECT 1 FROM movement WHERE product_id = OLD.id)
        OR EXISTS (SELECT 1 FROM order_line WHERE product_id = OLD.id)
        OR EXISTS (SELECT 1 FROM asked WHERE product_id = OLD.id))
BEGIN SELECT raise (ABORT, 'sedia: decimals in use'); END;

-- ---- audit of what can be edited. An insert needs no row: the row itself carries its operation.

CREATE VIEW product_state AS
SELECT id, json_object ('sku', sku, 'name', name, 'unit', unit, 'decimals', decimals, 'pack', pack,
  'category', category, 'supplier_id', supplier_id, 'price', price, 'cost', cost, 'minimum', minimum,
  'maximum', maximum, 'moq', moq, 'backorder', backorder, 'backorder_limit', backorder_limit,
  'allow_negative', allow_negative, 'note', note, 'archived', archived) AS state
  FROM product;

CREATE TRIGGER product_audit_update BEFORE UPDATE ON product
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'product', OLD.id, s.state,
         json_object ('sku', NEW.sku, 'name', NEW.name, 'unit', NEW.unit, 'decimals', NEW.decimals,
           'pack', NEW.pack, 'category', NEW.category, 'supplier_id', NEW.supplier_id, 'price', NEW.price,
           'cost', NEW.cost, 'minimum', NEW.minimum, 'maximum', NEW.maximum, 'moq', NEW.moq,
           'backorder', NEW.backorder, 'backorder_limit', NEW.backorder_limit,
           'allow_negative', NEW.allow_negative, 'note', NEW.note, 'archived', NEW.archived)
    FROM current_operation AS c, product_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER product_audit_delete BEFORE DELETE ON product
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'product', OLD.id, s.state, NULL
    FROM current_operation AS c, product_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER barcode_audit_delete BEFORE DELETE ON barcode
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'barcode', OLD.id,
         json_object ('product_id', OLD.product_id, 'code', OLD.code), NULL
    FROM current_operation AS c;
END;

CREATE VIEW customer_state AS
SELECT id, json_object ('code', code, 'name', name, 'phone', phone, 'email', email, 'channel', channel,
  'language', language, 'note', note, 'do_not_contact', do_not_contact, 'archived', archived) AS state
  FROM customer;

CREATE TRIGGER customer_audit_update BEFORE UPDATE ON customer
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'customer', OLD.id, s.state,
         json_object ('code', NEW.code, 'name', NEW.name, 'phone', NEW.phone, 'email', NEW.email,
           'channel', NEW.channel, 'language', NEW.language, 'note', NEW.note,
           'do_not_contact', NEW.do_not_contact, 'archived', NEW.archived)
    FROM current_operation AS c, customer_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER customer_audit_delete BEFORE DELETE ON customer
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'customer', OLD.id, s.state, NULL
    FROM current_operation AS c, customer_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW supplier_state AS
SELECT id, json_object ('code', code, 'name', name, 'phone', phone, 'email', email,
  'lead_days', lead_days, 'note', note, 'archived', archived) AS state
  FROM supplier;

CREATE TRIGGER supplier_audit_update BEFORE UPDATE ON supplier
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'supplier', OLD.id, s.state,
         json_object ('code', NEW.code, 'name', NEW.name, 'phone', NEW.phone, 'email', NEW.email,
           'lead_days', NEW.lead_days, 'note', NEW.note, 'archived', NEW.archived)
    FROM current_operation AS c, supplier_state AS s WHERE s.id = OLD.id;
END;

CREATE TRIGGER supplier_audit_delete BEFORE DELETE ON supplier
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'supplier', OLD.id, s.state, NULL
    FROM current_operation AS c, supplier_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW customer_order_state AS
SELECT id, json_object ('customer_id', customer_id, 'all_or_nothing', all_or_nothing, 'deposit', deposit,
  'note', note, 'reference', reference) AS state
  FROM customer_order;

CREATE TRIGGER customer_order_audit_update BEFORE UPDATE ON customer_order
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'customer_order', OLD.id, s.state,
         json_object ('customer_id', NEW.customer_id, 'all_or_nothing', NEW.all_or_nothing,
           'deposit', NEW.deposit, 'note', NEW.note, 'reference', NEW.reference)
    FROM current_operation AS c, customer_order_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW order_line_state AS
SELECT id, json_object ('ordered', ordered, 'cancelled', cancelled, 'price', price, 'need_by', need_by,
  'priority', priority, 'all_or_nothing', all_or_nothing, 'held', held) AS state
  FROM order_line;

CREATE TRIGGER order_line_audit_update
  BEFORE UPDATE OF ordered, cancelled, price, need_by, priority, all_or_nothing, held ON order_line
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'order_line', OLD.id, s.state,
         json_object ('ordered', NEW.ordered, 'cancelled', NEW.cancelled, 'price', NEW.price,
           'need_by', NEW.need_by, 'priority', NEW.priority, 'all_or_nothing', NEW.all_or_nothing,
           'held', NEW.held)
    FROM current_operation AS c, order_line_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW contact_due_state AS
SELECT id, json_object ('state', state, 'contact_id', contact_id) AS state FROM contact_due;

CREATE TRIGGER contact_due_audit_update BEFORE UPDATE ON contact_due
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'contact_due', OLD.id, s.state,
         json_object ('state', NEW.state, 'contact_id', NEW.contact_id)
    FROM current_operation AS c, contact_due_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW count_request_state AS
SELECT id, json_object ('done', done) AS state FROM count_request;

CREATE TRIGGER count_request_audit_update BEFORE UPDATE ON count_request
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'count_request', OLD.id, s.state, json_object ('done', NEW.done)
    FROM current_operation AS c, count_request_state AS s WHERE s.id = OLD.id;
END;

CREATE VIEW setting_state AS
SELECT id, json_object ('value', value) AS state FROM setting;

CREATE TRIGGER setting_audit_update BEFORE UPDATE ON setting
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'setting', OLD.id, s.state, json_object ('value', NEW.value)
    FROM current_operation AS c, setting_state AS s WHERE s.id = OLD.id;
END;

INSERT INTO setting (name, value) VALUES ('serving', 'dated-first');
