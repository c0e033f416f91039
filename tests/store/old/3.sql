-- A shop as Sedia kept it before purchases were typed in the window (schema 3), written by that program and dumped
-- by sqlite3. Siti waits for 2 K of 3 and was told so; Budi waits for an M; purchase 1 brings 4 K and 2 M on the 9th
-- (it was to be the 6th; a delivery of it was taken back), purchase 2 is a draft. Two documents are being typed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;
INSERT INTO setting VALUES(1,'serving','dated-first');
INSERT INTO setting VALUES(2,'country','ID');
INSERT INTO setting VALUES(3,'shop','');
INSERT INTO setting VALUES(4,'working-days','123456');
INSERT INTO setting VALUES(5,'hours','08:00-17:00');
INSERT INTO setting VALUES(6,'tolerance','1');
INSERT INTO setting VALUES(7,'silent-days','7');
INSERT INTO setting VALUES(8,'silence','never');
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
INSERT INTO operation VALUES(1,1604278800000000,1795622528862167,'Ana','product-add','K','',NULL,NULL,NULL);
INSERT INTO operation VALUES(2,1604278800000000,1795622528870864,'Ana','product-add','M','',NULL,NULL,NULL);
INSERT INTO operation VALUES(3,1604279100000000,1795622528877800,'Ana','supplier-add','Toko','',NULL,NULL,NULL);
INSERT INTO operation VALUES(4,1604279400000000,1795622528884342,'Ana','product-edit','K','',NULL,NULL,NULL);
INSERT INTO operation VALUES(5,1604279400000000,1795622528892672,'Ana','customer-add','Siti','',NULL,NULL,NULL);
INSERT INTO operation VALUES(6,1604279400000000,1795622528900168,'Ana','customer-add','Budi','',NULL,NULL,NULL);
INSERT INTO operation VALUES(7,1604280000000000,1795622528907128,'Ana','import','sales.csv','',NULL,NULL,NULL);
INSERT INTO operation VALUES(8,1604280600000000,1795622528914035,'Ana','delivery-receive','1','',NULL,NULL,NULL);
INSERT INTO operation VALUES(9,1604282400000000,1795622528921570,'Ana','order-add','1','',NULL,NULL,NULL);
INSERT INTO operation VALUES(10,1604283000000000,1795622528930171,'Ana','order-add','2','',NULL,NULL,NULL);
INSERT INTO operation VALUES(11,1604286000000000,1795622528938235,'Ana','purchase-add','1 (Toko)','',NULL,NULL,NULL);
INSERT INTO operation VALUES(12,1604287800000000,1795622528945479,'Ana','purchase-add','2 (Toko)','',NULL,NULL,NULL);
INSERT INTO operation VALUES(13,1604289600000000,1795622528952414,'Ana','contact-told','Siti','',NULL,NULL,NULL);
INSERT INTO operation VALUES(14,1604368800000000,1795622528960122,'Ana','delivery-receive','2 (Toko)','',NULL,NULL,NULL);
INSERT INTO operation VALUES(15,1604372400000000,1795622528968055,'Ana','undo','delivery-receive 2 (Toko)','',14,NULL,NULL);
INSERT INTO operation VALUES(16,1604376000000000,1795622528976361,'Ana','purchase-expect','1 (Toko)','',NULL,NULL,NULL);
CREATE TABLE current_operation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  operation_id INTEGER
) STRICT;
INSERT INTO current_operation VALUES(1,16);
CREATE TABLE operation_range (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id)
) STRICT;
INSERT INTO operation_range VALUES(1,1,'product',1,1);
INSERT INTO operation_range VALUES(2,2,'product',2,2);
INSERT INTO operation_range VALUES(3,3,'supplier',1,1);
INSERT INTO operation_range VALUES(4,4,'audit',1,1);
INSERT INTO operation_range VALUES(5,5,'customer',1,1);
INSERT INTO operation_range VALUES(6,6,'customer',2,2);
INSERT INTO operation_range VALUES(7,7,'past_sale',1,3);
INSERT INTO operation_range VALUES(8,8,'delivery',1,1);
INSERT INTO operation_range VALUES(9,8,'delivery_line',1,1);
INSERT INTO operation_range VALUES(10,8,'movement',1,1);
INSERT INTO operation_range VALUES(11,9,'customer_order',1,1);
INSERT INTO operation_range VALUES(12,9,'order_line',1,1);
INSERT INTO operation_range VALUES(13,9,'reservation',1,1);
INSERT INTO operation_range VALUES(14,9,'contact_due',1,1);
INSERT INTO operation_range VALUES(15,10,'customer_order',2,2);
INSERT INTO operation_range VALUES(16,10,'order_line',2,2);
INSERT INTO operation_range VALUES(17,10,'contact_due',2,2);
INSERT INTO operation_range VALUES(18,11,'purchase',1,1);
INSERT INTO operation_range VALUES(19,11,'purchase_line',1,2);
INSERT INTO operation_range VALUES(20,12,'purchase',2,2);
INSERT INTO operation_range VALUES(21,12,'purchase_line',3,3);
INSERT INTO operation_range VALUES(22,13,'contact',1,1);
INSERT INTO operation_range VALUES(23,13,'audit',2,2);
INSERT INTO operation_range VALUES(24,14,'delivery',2,2);
INSERT INTO operation_range VALUES(25,14,'delivery_line',2,2);
INSERT INTO operation_range VALUES(26,14,'movement',2,2);
INSERT INTO operation_range VALUES(27,14,'reservation',2,2);
INSERT INTO operation_range VALUES(28,14,'purchase_receipt',1,1);
INSERT INTO operation_range VALUES(29,15,'delivery',3,3);
INSERT INTO operation_range VALUES(30,15,'delivery_line',3,3);
INSERT INTO operation_range VALUES(31,15,'movement',3,3);
INSERT INTO operation_range VALUES(32,15,'reservation',3,3);
INSERT INTO operation_range VALUES(33,15,'purchase_receipt',2,2);
INSERT INTO operation_range VALUES(34,16,'audit',3,4);
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
INSERT INTO audit VALUES(1,4,'product',1,'{"sku":"K","name":"Kopi 1 kg","unit":"pcs","decimals":0,"pack":2,"category":"","supplier_id":null,"price":6000000,"cost":null,"minimum":2,"maximum":10,"moq":null,"backorder":"allow","backorder_limit":null,"allow_negative":1,"note":"","archived":0}','{"sku":"K","name":"Kopi 1 kg","unit":"pcs","decimals":0,"pack":2,"category":"","supplier_id":1,"price":6000000,"cost":null,"minimum":2,"maximum":10,"moq":null,"backorder":"allow","backorder_limit":null,"allow_negative":1,"note":"","archived":0}');
INSERT INTO audit VALUES(2,13,'contact_due',1,'{"state":"open","contact_id":null}','{"state":"told","contact_id":1}');
INSERT INTO audit VALUES(3,16,'purchase_line',1,'{"ordered":4,"closed":0,"price":null,"agreed":18572,"expected":18572,"since":1604286000000000,"order_line_id":null}','{"ordered":4,"closed":0,"price":null,"agreed":18572,"expected":18575,"since":1604376000000000,"order_line_id":null}');
INSERT INTO audit VALUES(4,16,'purchase_line',2,'{"ordered":2,"closed":0,"price":null,"agreed":18572,"expected":18572,"since":1604286000000000,"order_line_id":null}','{"ordered":2,"closed":0,"price":null,"agreed":18572,"expected":18575,"since":1604376000000000,"order_line_id":null}');
CREATE TABLE supplier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL CHECK (length (trim (name)) > 0),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 3650),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived BETWEEN 0 AND 1),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;
INSERT INTO supplier VALUES(1,'T1','Toko','','',5,'',0,3);
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
  allow_negative INTEGER NOT NULL DEFAULT 1 CHECK (allow_negative BETWEEN 0 AND 1),
  note TEXT NOT NULL DEFAULT '',
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived BETWEEN 0 AND 1),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT,
  CHECK (minimum IS NULL OR maximum IS NULL OR minimum <= maximum)
) STRICT;
INSERT INTO product VALUES(1,'K','Kopi 1 kg','pcs',0,2,'',1,6000000,NULL,2,10,NULL,'allow',NULL,1,'',0,1);
INSERT INTO product VALUES(2,'M','Madu','pcs',0,NULL,'',NULL,9000000,NULL,NULL,NULL,NULL,'allow',NULL,1,'',0,2);
CREATE TABLE barcode (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  code TEXT NOT NULL UNIQUE CHECK (length (trim (code)) > 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT
) STRICT;
CREATE TABLE product_balance (
  product_id INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  on_hand INTEGER NOT NULL DEFAULT 0 CHECK (on_hand BETWEEN -1000000000000000 AND 1000000000000000),
  reserved INTEGER NOT NULL DEFAULT 0 CHECK (reserved BETWEEN 0 AND 1000000000000000),
  open INTEGER NOT NULL DEFAULT 0 CHECK (open BETWEEN 0 AND 1000000000000000),
  incoming INTEGER NOT NULL DEFAULT 0 CHECK (incoming >= 0),
  free INTEGER AS (on_hand - reserved) VIRTUAL,
  waiting INTEGER AS (open - reserved) VIRTUAL
) STRICT;
INSERT INTO product_balance VALUES(1,1,1,3,4);
INSERT INTO product_balance VALUES(2,0,0,1,2);
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
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact BETWEEN 0 AND 1),
  archived INTEGER NOT NULL DEFAULT 0 CHECK (archived BETWEEN 0 AND 1),
  merged_into INTEGER REFERENCES customer (id) ON DELETE RESTRICT,
  operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE RESTRICT,
  CHECK (merged_into IS NULL OR (archived = 1 AND merged_into <> id))
) STRICT;
INSERT INTO customer VALUES(1,NULL,'Siti','0812-1','','phone','','',0,0,NULL,5);
INSERT INTO customer VALUES(2,NULL,'Budi','0812-2','','phone','','',0,0,NULL,6);
CREATE TABLE customer_key (
  customer_id INTEGER PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  phone TEXT NOT NULL,
  sorted TEXT NOT NULL,
  joined TEXT NOT NULL
) STRICT;
INSERT INTO customer_key VALUES(1,'8121','siti','siti');
INSERT INTO customer_key VALUES(2,'8122','budi','budi');
CREATE TABLE customer_order (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  placed_at INTEGER NOT NULL,
  all_or_nothing INTEGER NOT NULL DEFAULT 0 CHECK (all_or_nothing BETWEEN 0 AND 1),
  deposit INTEGER NOT NULL DEFAULT 0 CHECK (deposit BETWEEN 0 AND 1000000000000000),
  note TEXT NOT NULL DEFAULT '',
  reference TEXT UNIQUE,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO customer_order VALUES(1,1,1604282400000000,0,0,'',NULL,9);
INSERT INTO customer_order VALUES(2,2,1604283000000000,0,2000000,'',NULL,10);
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
  priority INTEGER NOT NULL DEFAULT 1 CHECK (priority BETWEEN 0 AND 1),
  all_or_nothing INTEGER NOT NULL DEFAULT 0 CHECK (all_or_nothing BETWEEN 0 AND 1),
  held INTEGER NOT NULL DEFAULT 0 CHECK (held BETWEEN 0 AND 1),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  open INTEGER AS (ordered - delivered - cancelled) VIRTUAL,
  waiting INTEGER AS (ordered - delivered - cancelled - reserved) VIRTUAL,
  UNIQUE (order_id, position),
  CHECK (delivered + cancelled <= ordered),
  CHECK (reserved <= ordered - delivered - cancelled)
) STRICT;
INSERT INTO order_line VALUES(1,1,1,1,1604282400000000,3,0,0,0,0,1,6000000,NULL,1,0,0,9);
INSERT INTO order_line VALUES(2,2,1,2,1604283000000000,1,0,0,0,0,0,9000000,NULL,1,0,0,10);
CREATE TABLE asked (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  note_number TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  reverses INTEGER REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
, purchase_id INTEGER REFERENCES purchase (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
INSERT INTO delivery VALUES(1,NULL,'',1604280600000000,NULL,8,NULL);
INSERT INTO delivery VALUES(2,1,'',1604368800000000,NULL,14,1);
INSERT INTO delivery VALUES(3,1,'',1604372400000000,2,15,1);
CREATE TABLE delivery_line (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position > 0),
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO delivery_line VALUES(1,1,1,1,1,8);
INSERT INTO delivery_line VALUES(2,2,1,1,1,14);
INSERT INTO delivery_line VALUES(3,3,1,1,-1,15);
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind = 'delivery' OR kind = 'order'),
  updated_at INTEGER NOT NULL,
  who TEXT NOT NULL DEFAULT '',     -- the supplier or the customer, as typed
  number TEXT NOT NULL DEFAULT '',  -- of the note, as typed
  lines INTEGER NOT NULL DEFAULT 0,
  content TEXT NOT NULL CHECK (json_valid (content)),
  operation_id INTEGER REFERENCES operation (id) ON DELETE RESTRICT,  -- what booked it
  hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden BETWEEN 0 AND 1)
) STRICT;
INSERT INTO draft VALUES(3,'delivery',1604282400000000,'Toko','SJ-7',1,'{"lines":[{"product":2,"typed":"2","amount":2}]}',NULL,0);
INSERT INTO draft VALUES(4,'order',1604282400000000,'Budi','',0,'{}',NULL,0);
CREATE TABLE hand_over (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind = 'hand-over' OR kind = 'return'),
  settlement TEXT NOT NULL DEFAULT ''
    CHECK (settlement = '' OR settlement = 'refund' OR settlement = 'exchange'),
  damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged BETWEEN 0 AND 1),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE hand_over_line (
  id INTEGER PRIMARY KEY,
  hand_over_id INTEGER NOT NULL REFERENCES hand_over (id) DEFERRABLE INITIALLY DEFERRED,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL,
  over INTEGER NOT NULL DEFAULT 0,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (quantity <> 0 OR over <> 0)
) STRICT;
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
INSERT INTO movement VALUES(1,1,1,'delivery',1604280600000000,1,'',NULL,8);
INSERT INTO movement VALUES(2,1,1,'delivery',1604368800000000,2,'',NULL,14);
INSERT INTO movement VALUES(3,1,-1,'delivery',1604372400000000,2,'',2,15);
CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  reason TEXT NOT NULL
    CHECK (reason = 'serve' OR reason = 'manual' OR reason = 'release' OR reason = 'hand-over' OR
           reason = 'cancel' OR reason = 'lost' OR reason = 'override' OR reason = 'undo'),
  notice TEXT CHECK (notice = 'part' OR notice = 'line' OR notice = 'order'),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (notice IS NULL OR quantity > 0)
) STRICT;
INSERT INTO reservation VALUES(1,1,1,'serve',NULL,9);
INSERT INTO reservation VALUES(2,1,1,'serve','part',14);
INSERT INTO reservation VALUES(3,1,-1,'undo',NULL,15);
CREATE TABLE count_request (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0 CHECK (done BETWEEN 0 AND 1),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
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
, offer INTEGER NOT NULL DEFAULT 0 CHECK (offer BETWEEN 0 AND 1), answer TEXT NOT NULL DEFAULT ''
  CHECK (answer = '' OR answer = 'wait' OR answer = 'wait-until' OR answer = 'cancel' OR answer = 'part' OR
         answer = 'substitute'), until INTEGER CHECK ((until IS NOT NULL) = (answer = 'wait-until')), stands INTEGER NOT NULL DEFAULT 1 CHECK (stands BETWEEN 0 AND 1)) STRICT;
INSERT INTO contact VALUES(1,1,1604289600000000,'whatsapp','reached','',NULL,13,0,'',NULL,1);
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
INSERT INTO contact_due VALUES(1,1,'backordered',1604282400000000,'told',1,9);
INSERT INTO contact_due VALUES(2,2,'backordered',1604283000000000,'open',NULL,10);
CREATE TABLE restock (
  operation_id INTEGER PRIMARY KEY REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
  delivery_id INTEGER REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL CHECK (last_id >= first_id),
  state TEXT NOT NULL DEFAULT 'new'
    CHECK (state = 'new' OR state = 'shown' OR state = 'seen' OR state = 'withdrawn')
) STRICT;
INSERT INTO restock VALUES(14,2,2,2,'withdrawn');
CREATE TABLE contact_line (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  expected INTEGER,
  miss INTEGER NOT NULL CHECK (miss BETWEEN 0 AND 1)
) STRICT;
INSERT INTO contact_line VALUES(1,1,1,18572,0);
CREATE TABLE expected (
  id INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  day INTEGER,
  since INTEGER NOT NULL
) STRICT;
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed BETWEEN 0 AND 1)
) STRICT;
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  part TEXT NOT NULL CHECK (length (part) > 0),
  language TEXT NOT NULL CHECK (length (language) > 0),
  text TEXT,
  UNIQUE (part, language)
) STRICT;
CREATE TABLE deposit_return (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE substitution (
  id INTEGER PRIMARY KEY,
  old_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  new_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE past_sale (
  id INTEGER PRIMARY KEY,
  product_id INTEGER NOT NULL REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
  day INTEGER NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  customer_id INTEGER REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO past_sale VALUES(1,1,18506,3,NULL,7);
INSERT INTO past_sale VALUES(2,1,18513,2,NULL,7);
INSERT INTO past_sale VALUES(3,2,18520,4,NULL,7);
CREATE TABLE purchase (
  id INTEGER PRIMARY KEY,
  supplier_id INTEGER NOT NULL REFERENCES supplier (id) DEFERRABLE INITIALLY DEFERRED,
  placed_at INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status = 'draft' OR status = 'confirmed' OR status = 'cancelled'),
  note TEXT NOT NULL DEFAULT '',
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO purchase VALUES(1,1,1604286000000000,'confirmed','',11);
INSERT INTO purchase VALUES(2,1,1604287800000000,'draft','',12);
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
INSERT INTO purchase_line VALUES(1,1,1,1,4,0,0,NULL,18572,18575,1604376000000000,NULL,1,11);
INSERT INTO purchase_line VALUES(2,1,2,2,2,0,0,NULL,18572,18575,1604376000000000,NULL,1,11);
INSERT INTO purchase_line VALUES(3,2,1,2,5,0,0,NULL,NULL,NULL,0,NULL,0,12);
CREATE TABLE purchase_receipt (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id) DEFERRABLE INITIALLY DEFERRED,
  purchase_line_id INTEGER NOT NULL REFERENCES purchase_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity <> 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO purchase_receipt VALUES(1,2,1,1,14);
INSERT INTO purchase_receipt VALUES(2,3,1,-1,15);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('setting',8);
INSERT INTO sqlite_sequence VALUES('product',2);
INSERT INTO sqlite_sequence VALUES('supplier',1);
INSERT INTO sqlite_sequence VALUES('customer',2);
INSERT INTO sqlite_sequence VALUES('draft',9);
CREATE INDEX operation_range_of ON operation_range (operation_id);
CREATE INDEX audit_of ON audit (operation_id);
CREATE INDEX audit_row ON audit (kind, row_id, id);
CREATE INDEX supplier_name ON supplier (name COLLATE NOCASE, id);
CREATE INDEX product_name ON product (name COLLATE NOCASE, id, sku);
CREATE INDEX product_archived ON product (id) WHERE archived = 1;
CREATE INDEX product_supplier ON product (supplier_id);
CREATE INDEX product_category ON product (category COLLATE NOCASE) WHERE category <> '';
CREATE INDEX barcode_product ON barcode (product_id);
CREATE INDEX product_balance_on_hand ON product_balance (on_hand, product_id);
CREATE INDEX customer_name ON customer (name COLLATE NOCASE, id);
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_key_phone ON customer_key (substr (phone, -7)) WHERE length (phone) >= 7;
CREATE INDEX customer_key_sorted ON customer_key (sorted) WHERE sorted <> '';
CREATE INDEX customer_key_head
    ON customer_key (length (joined), substr (joined, 1, length (joined) / 2), joined) WHERE joined <> '';
CREATE INDEX customer_key_tail
    ON customer_key (length (joined), substr (joined, length (joined) / 2 + 1), joined) WHERE joined <> '';
CREATE INDEX customer_order_customer ON customer_order (customer_id, placed_at, id);
CREATE INDEX customer_order_placed ON customer_order (placed_at, id);
CREATE INDEX order_line_queue
    ON order_line (product_id, priority, ifnull (need_by, 9999999), placed_at, order_id, position)
 WHERE open > 0;
CREATE INDEX order_line_since ON order_line (placed_at, id) WHERE open > 0;
CREATE INDEX order_line_need_by ON order_line (need_by, id) WHERE open > 0 AND need_by IS NOT NULL;
CREATE INDEX asked_product ON asked (product_id, at);
CREATE INDEX delivery_at ON delivery (at, id);
CREATE UNIQUE INDEX delivery_reverses ON delivery (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX delivery_note ON delivery (note_number COLLATE NOCASE) WHERE note_number <> '';
CREATE INDEX delivery_operation ON delivery (operation_id);
CREATE INDEX delivery_supplier ON delivery (supplier_id, at);
CREATE INDEX delivery_line_of ON delivery_line (delivery_id, position);
CREATE INDEX draft_operation ON draft (operation_id) WHERE operation_id IS NOT NULL;
CREATE INDEX hand_over_order ON hand_over (order_id);
CREATE INDEX hand_over_line_of ON hand_over_line (hand_over_id);
CREATE INDEX hand_over_line_line ON hand_over_line (order_line_id);
CREATE INDEX movement_product ON movement (product_id);
CREATE UNIQUE INDEX movement_reverses ON movement (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX reservation_line ON reservation (order_line_id);
CREATE INDEX count_request_open ON count_request (product_id) WHERE done = 0;
CREATE INDEX contact_customer ON contact (customer_id, at, id);
CREATE UNIQUE INDEX contact_reverses ON contact (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX contact_due_by_state ON contact_due (state, order_line_id);
CREATE INDEX restock_new ON restock (operation_id) WHERE state = 'new';
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
CREATE TRIGGER order_line_balance_open AFTER UPDATE OF ordered, delivered, cancelled ON order_line
BEGIN
  UPDATE product_balance SET open = open + NEW.open - OLD.open WHERE product_id = NEW.product_id;
END;
CREATE TRIGGER order_line_balance_reserved AFTER UPDATE OF reserved ON order_line
BEGIN
  UPDATE product_balance SET reserved = reserved + NEW.reserved - OLD.reserved WHERE product_id = NEW.product_id;
END;
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
  'language', language, 'note', note, 'do_not_contact', do_not_contact, 'archived', archived,
  'merged_into', merged_into) AS state
  FROM customer;
CREATE TRIGGER customer_audit_update BEFORE UPDATE ON customer
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'customer', OLD.id, s.state,
         json_object ('code', NEW.code, 'name', NEW.name, 'phone', NEW.phone, 'email', NEW.email,
           'channel', NEW.channel, 'language', NEW.language, 'note', NEW.note,
           'do_not_contact', NEW.do_not_contact, 'archived', NEW.archived,
           'merged_into', NEW.merged_into)
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
CREATE TRIGGER contact_stands AFTER INSERT ON contact WHEN NEW.reverses IS NOT NULL
BEGIN UPDATE contact SET stands = 1 - stands WHERE id = NEW.reverses; END;
CREATE TRIGGER contact_stands_again AFTER UPDATE OF stands ON contact WHEN NEW.reverses IS NOT NULL
BEGIN UPDATE contact SET stands = 1 - stands WHERE id = NEW.reverses; END;
CREATE TRIGGER contact_final_update
  BEFORE UPDATE OF customer_id, at, channel, outcome, offer, answer, until ON contact
BEGIN SELECT raise (ABORT, 'a contact is never edited'); END;
CREATE INDEX contact_heard ON contact (customer_id, at)
 WHERE stands = 1 AND reverses IS NULL AND outcome <> 'no-answer';
CREATE INDEX contact_answered ON contact (customer_id, at, id)
 WHERE stands = 1 AND reverses IS NULL AND answer <> '';
CREATE INDEX contact_offered ON contact (customer_id, at) WHERE stands = 1 AND reverses IS NULL AND offer = 1;
CREATE INDEX contact_line_line ON contact_line (order_line_id, contact_id);
CREATE INDEX contact_line_of ON contact_line (contact_id);
CREATE TRIGGER contact_line_final_update BEFORE UPDATE ON contact_line
BEGIN SELECT raise (ABORT, 'a contact is never edited'); END;
CREATE TRIGGER contact_line_final_delete BEFORE DELETE ON contact_line
BEGIN SELECT raise (ABORT, 'a contact is never deleted'); END;
CREATE VIEW expected_state AS
SELECT id, json_object ('day', day, 'since', since) AS state FROM expected;
CREATE TRIGGER expected_audit_update BEFORE UPDATE ON expected
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'expected', OLD.id, s.state, json_object ('day', NEW.day, 'since', NEW.since)
    FROM current_operation AS c, expected_state AS s WHERE s.id = OLD.id;
END;
CREATE VIEW holiday_state AS
SELECT id, json_object ('name', name, 'closed', closed) AS state FROM holiday;
CREATE TRIGGER holiday_audit_update BEFORE UPDATE ON holiday
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'holiday', OLD.id, s.state, json_object ('name', NEW.name, 'closed', NEW.closed)
    FROM current_operation AS c, holiday_state AS s WHERE s.id = OLD.id;
END;
CREATE VIEW template_state AS
SELECT id, json_object ('text', text) AS state FROM template;
CREATE TRIGGER template_audit_update BEFORE UPDATE ON template
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'template', OLD.id, s.state, json_object ('text', NEW.text)
    FROM current_operation AS c, template_state AS s WHERE s.id = OLD.id;
END;
CREATE INDEX deposit_return_order ON deposit_return (order_id);
CREATE INDEX customer_order_deposit ON customer_order (id) WHERE deposit > 0;
CREATE TRIGGER deposit_return_final_update BEFORE UPDATE ON deposit_return
BEGIN SELECT raise (ABORT, 'money given back is never edited'); END;
CREATE TRIGGER deposit_return_final_delete BEFORE DELETE ON deposit_return
BEGIN SELECT raise (ABORT, 'money given back is never deleted'); END;
CREATE INDEX substitution_old ON substitution (old_line_id);
CREATE INDEX substitution_new ON substitution (new_line_id);
CREATE TRIGGER substitution_final_update BEFORE UPDATE ON substitution
BEGIN SELECT raise (ABORT, 'what was taken instead is never edited'); END;
CREATE TRIGGER substitution_final_delete BEFORE DELETE ON substitution
BEGIN SELECT raise (ABORT, 'what was taken instead is never deleted'); END;
CREATE INDEX past_sale_product ON past_sale (product_id, day, quantity);
CREATE INDEX order_line_product ON order_line (product_id);
CREATE TRIGGER past_sale_final_update BEFORE UPDATE OF product_id, day, quantity ON past_sale
BEGIN SELECT raise (ABORT, 'a past sale is never edited'); END;
CREATE TRIGGER past_sale_final_delete BEFORE DELETE ON past_sale
BEGIN SELECT raise (ABORT, 'a past sale is never deleted'); END;
CREATE TRIGGER product_decimals_sold BEFORE UPDATE OF decimals ON product
  WHEN OLD.decimals <> NEW.decimals AND EXISTS (SELECT 1 FROM past_sale WHERE product_id = OLD.id)
BEGIN SELECT raise (ABORT, 'sedia: decimals in use'); END;
CREATE VIEW operation_in_force AS
SELECT o.id
  FROM operation AS o
 WHERE NOT EXISTS (SELECT 1 FROM operation AS u WHERE u.undoes = o.id)
    OR (WITH RECURSIVE chain (id) AS (
          SELECT o.id UNION ALL SELECT u.id FROM chain JOIN operation AS u ON u.undoes = chain.id)
        SELECT count (*) FROM chain) % 2 = 1;
CREATE INDEX purchase_supplier ON purchase (supplier_id, id);
CREATE INDEX purchase_line_incoming ON purchase_line (product_id, ifnull (expected, 9999999), id)
 WHERE incoming > 0;
CREATE INDEX purchase_line_lost ON purchase_line (product_id, since) WHERE since > 0 AND (confirmed = 0 OR closed > 0);
CREATE INDEX purchase_line_draft ON purchase_line (product_id) WHERE confirmed = 0;
CREATE INDEX purchase_line_order_line ON purchase_line (order_line_id) WHERE order_line_id IS NOT NULL;
CREATE INDEX purchase_receipt_delivery ON purchase_receipt (delivery_id);
CREATE INDEX purchase_receipt_line ON purchase_receipt (purchase_line_id);
CREATE INDEX delivery_purchase ON delivery (purchase_id) WHERE purchase_id IS NOT NULL;
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
CREATE TRIGGER product_decimals_purchased BEFORE UPDATE OF decimals ON product
  WHEN OLD.decimals <> NEW.decimals AND EXISTS (SELECT 1 FROM purchase_line WHERE product_id = OLD.id)
BEGIN SELECT raise (ABORT, 'sedia: decimals in use'); END;
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
COMMIT;
PRAGMA application_id = 1397048393;
PRAGMA user_version = 3;
