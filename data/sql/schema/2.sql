-- Never silent: what customers were offered and answered, which day they were told, when a product is expected
-- again, the shop's days and words, deposits given back, and what was taken instead.

-- What was offered, and what was answered, are part of what was said. A contact stands unless it was taken back.
ALTER TABLE contact ADD COLUMN offer INTEGER NOT NULL DEFAULT 0 CHECK (offer BETWEEN 0 AND 1);
ALTER TABLE contact ADD COLUMN answer TEXT NOT NULL DEFAULT ''
  CHECK (answer = '' OR answer = 'wait' OR answer = 'wait-until' OR answer = 'cancel' OR answer = 'part' OR
         answer = 'substitute');
ALTER TABLE contact ADD COLUMN until INTEGER CHECK ((until IS NOT NULL) = (answer = 'wait-until'));
ALTER TABLE contact ADD COLUMN stands INTEGER NOT NULL DEFAULT 1 CHECK (stands BETWEEN 0 AND 1);

-- Taken back (once, three times ...), a contact does not stand.
UPDATE contact
   SET stands = (WITH RECURSIVE chain (id) AS (
                   SELECT contact.id
                   UNION ALL
                   SELECT r.id FROM chain JOIN contact AS r ON r.reverses = chain.id)
                 SELECT count (*) FROM chain) % 2;

CREATE TRIGGER contact_stands AFTER INSERT ON contact WHEN NEW.reverses IS NOT NULL
BEGIN UPDATE contact SET stands = 1 - stands WHERE id = NEW.reverses; END;
CREATE TRIGGER contact_stands_again AFTER UPDATE OF stands ON contact WHEN NEW.reverses IS NOT NULL
BEGIN UPDATE contact SET stands = 1 - stands WHERE id = NEW.reverses; END;

DROP TRIGGER contact_final_update;
CREATE TRIGGER contact_final_update
  BEFORE UPDATE OF customer_id, at, channel, outcome, offer, answer, until ON contact
BEGIN SELECT raise (ABORT, 'a contact is never edited'); END;

-- When somebody heard something last, and what they answered last.
CREATE INDEX contact_heard ON contact (customer_id, at)
 WHERE stands = 1 AND reverses IS NULL AND outcome <> 'no-answer';
CREATE INDEX contact_answered ON contact (customer_id, at, id)
 WHERE stands = 1 AND reverses IS NULL AND answer <> '';
CREATE INDEX contact_offered ON contact (customer_id, at) WHERE stands = 1 AND reverses IS NULL AND offer = 1;

-- What a contact said of each line: the day it is expected (none: nobody knows), and whether that is too late.
CREATE TABLE contact_line (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
  order_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  expected INTEGER,
  miss INTEGER NOT NULL CHECK (miss BETWEEN 0 AND 1)
) STRICT;

CREATE INDEX contact_line_line ON contact_line (order_line_id, contact_id);
CREATE INDEX contact_line_of ON contact_line (contact_id);

CREATE TRIGGER contact_line_final_update BEFORE UPDATE ON contact_line
BEGIN SELECT raise (ABORT, 'a contact is never edited'); END;
CREATE TRIGGER contact_line_final_delete BEFORE DELETE ON contact_line
BEGIN SELECT raise (ABORT, 'a contact is never deleted'); END;

-- The day a product is expected again, as somebody typed it; no day: nobody knows. Rows are first inserted
-- without a day and then edited, so that the audit has what was before.
CREATE TABLE expected (
  id INTEGER PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
  day INTEGER,
  since INTEGER NOT NULL
) STRICT;

CREATE VIEW expected_state AS
SELECT id, json_object ('day', day, 'since', since) AS state FROM expected;

CREATE TRIGGER expected_audit_update BEFORE UPDATE ON expected
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'expected', OLD.id, s.state, json_object ('day', NEW.day, 'since', NEW.since)
    FROM current_operation AS c, expected_state AS s WHERE s.id = OLD.id;
END;

-- Days the shop is closed though it is a day it works on.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL DEFAULT '',
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed BETWEEN 0 AND 1)
) STRICT;

CREATE VIEW holiday_state AS
SELECT id, json_object ('name', name, 'closed', closed) AS state FROM holiday;

CREATE TRIGGER holiday_audit_update BEFORE UPDATE ON holiday
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'holiday', OLD.id, s.state, json_object ('name', NEW.name, 'closed', NEW.closed)
    FROM current_operation AS c, holiday_state AS s WHERE s.id = OLD.id;
END;

-- What the shop writes instead of the shipped words; no text: the shipped ones.
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  part TEXT NOT NULL CHECK (length (part) > 0),
  language TEXT NOT NULL CHECK (length (language) > 0),
  text TEXT,
  UNIQUE (part, language)
) STRICT;

CREATE VIEW template_state AS
SELECT id, json_object ('text', text) AS state FROM template;

CREATE TRIGGER template_audit_update BEFORE UPDATE ON template
BEGIN
  INSERT INTO audit (operation_id, kind, row_id, before, after)
  SELECT c.operation_id, 'template', OLD.id, s.state, json_object ('text', NEW.text)
    FROM current_operation AS c, template_state AS s WHERE s.id = OLD.id;
END;

-- Deposits given back.
CREATE TABLE deposit_return (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER NOT NULL CHECK (amount <> 0),
  at INTEGER NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX deposit_return_order ON deposit_return (order_id);
CREATE INDEX customer_order_deposit ON customer_order (id) WHERE deposit > 0;

CREATE TRIGGER deposit_return_final_update BEFORE UPDATE ON deposit_return
BEGIN SELECT raise (ABORT, 'money given back is never edited'); END;
CREATE TRIGGER deposit_return_final_delete BEFORE DELETE ON deposit_return
BEGIN SELECT raise (ABORT, 'money given back is never deleted'); END;

-- Lines taken instead of what a customer waited for, and how much that was. One whose operation was taken back does
-- not count.
CREATE TABLE substitution (
  id INTEGER PRIMARY KEY,
  old_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  new_line_id INTEGER NOT NULL REFERENCES order_line (id) DEFERRABLE INITIALLY DEFERRED,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  operation_id INTEGER NOT NULL REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX substitution_old ON substitution (old_line_id);
CREATE INDEX substitution_new ON substitution (new_line_id);

CREATE TRIGGER substitution_final_update BEFORE UPDATE ON substitution
BEGIN SELECT raise (ABORT, 'what was taken instead is never edited'); END;
CREATE TRIGGER substitution_final_delete BEFORE DELETE ON substitution
BEGIN SELECT raise (ABORT, 'what was taken instead is never deleted'); END;

INSERT INTO setting (name, value)
VALUES ('shop', ''), ('working-days', '123456'), ('hours', '08:00-17:00'), ('tolerance', '1'), ('silent-days', '7'),
       ('silence', 'never');
