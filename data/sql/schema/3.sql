-- Order precisely: what was sold before the shop kept its records here.

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
