-- Stock whole: what is bought, and what is sold.

-- ---- purchases ---------------------------------------------------------------------------------

-- The number of an order, which its supplier repeats when the goods come.
ALTER TABLE purchase ADD COLUMN code TEXT;
UPDATE purchase SET code = 'P-' || id;
CREATE UNIQUE INDEX purchase_code ON purchase (code);

DROP VIEW purchase_line_view;

-- got: what came, good or not. ordered_money: what is on the way. received_money: the good part.
CREATE VIEW purchase_line_view AS
SELECT f.*,
  CASE WHEN f.purchase_state = 'sent' AND f.quantity > f.good + f.rejected
       THEN ((f.quantity - f.good - f.rejected) * coalesce (f.unit_price, 0) + 500) / 1000
       ELSE 0 END AS ordered_money,
  (f.good * coalesce (f.unit_price, 0) + 500) / 1000 AS received_money
FROM (SELECT l.*, i.name AS item_name, i.sku AS sku, i.unit AS unit, p.code AS purchase_code,
        p.state AS purchase_state, p.sent_on AS sent_on, s.id AS supplier_id,
        s.name AS supplier_name, a.title AS action_title,
        CAST (coalesce ((SELECT sum (r.good) FROM receipt r WHERE r.line_id = l.id), 0)
              AS BIGINT) AS good,
        CAST (coalesce ((SELECT sum (r.rejected) FROM receipt r WHERE r.line_id = l.id), 0)
              AS BIGINT) AS rejected
      FROM purchase_line l
      JOIN purchase p ON p.id = l.purchase_id
      JOIN item i ON i.id = l.item_id
      JOIN supplier s ON s.id = p.supplier_id
      LEFT JOIN action a ON a.id = l.action_id) f;

CREATE VIEW receipt_view AS
SELECT r.*, l.purchase_id AS purchase_id, l.item_id AS item_id, l.promised_on AS promised_on,
  i.name AS item_name, i.sku AS sku, i.unit AS unit, p.code AS purchase_code,
  p.sent_on AS sent_on, s.id AS supplier_id, s.name AS supplier_name
FROM receipt r
JOIN purchase_line l ON l.id = r.line_id
JOIN purchase p ON p.id = l.purchase_id
JOIN item i ON i.id = l.item_id
JOIN supplier s ON s.id = p.supplier_id;

-- ---- orders of customers -----------------------------------------------------------------------

-- code: the customer's number in the shop. pay_days: when a bill is due behind its day.
ALTER TABLE customer ADD COLUMN code TEXT;
ALTER TABLE customer ADD COLUMN pay_days INTEGER NOT NULL DEFAULT 30 CHECK (pay_days >= 0);
CREATE UNIQUE INDEX customer_code ON customer (code) WHERE code IS NOT NULL;

-- code: the order's number.
ALTER TABLE sale ADD COLUMN code TEXT;
CREATE UNIQUE INDEX sale_code ON sale (code) WHERE code IS NOT NULL;
CREATE INDEX sale_unshipped ON sale (promised_on, id) WHERE state = 'open' AND shipped_on IS NULL;
CREATE INDEX sale_unpaid ON sale (due_on, id) WHERE billed_on IS NOT NULL AND paid_on IS NULL;

-- An order names an item once.
CREATE UNIQUE INDEX sale_line_once ON sale_line (sale_id, item_id);
CREATE INDEX sale_line_open ON sale_line (item_id, sale_id, quantity, shipped)
  WHERE shipped < quantity;

-- reserved: what plans hold, and what open orders have been promised and not sent. An order may be
-- promised goods that are yet to come, so that more can be reserved than is on hand.
DROP VIEW item_stock;
CREATE VIEW item_stock AS
SELECT i.id, i.stocked,
  CAST (coalesce ((SELECT sum (b.quantity)
                   FROM balance b JOIN location l ON l.id = b.location_id
                   WHERE b.item_id = i.id AND l.kind = 'inside'), 0) AS BIGINT) AS on_hand,
  CAST (coalesce ((SELECT sum (r.quantity) FROM reservation r
                   WHERE r.item_id = i.id AND r.ended_at IS NULL), 0)
      + coalesce ((SELECT sum (o.quantity - o.shipped)
                   FROM sale_line o JOIN sale s ON s.id = o.sale_id
                   WHERE o.item_id = i.id AND o.shipped < o.quantity
                     AND s.state = 'open' AND s.shipped_on IS NULL), 0) AS BIGINT) AS reserved,
  CAST (coalesce ((SELECT sum (CASE WHEN d.quantity > d.got THEN d.quantity - d.got ELSE 0 END)
                   FROM (SELECT pl.quantity,
                           coalesce ((SELECT sum (c.good + c.rejected) FROM receipt c
                                      WHERE c.line_id = pl.id), 0) AS got
                         FROM purchase_line pl JOIN purchase p ON p.id = pl.purchase_id
                         WHERE pl.item_id = i.id AND p.state = 'sent') d), 0) AS BIGINT) AS due_in
FROM item i;

-- owed: what was billed and is not paid.
CREATE VIEW customer_view AS
SELECT c.*,
  (SELECT count (*) FROM sale s WHERE s.customer_id = c.id) AS orders,
  (SELECT count (*) FROM sale s
   WHERE s.customer_id = c.id AND s.state = 'open' AND s.shipped_on IS NULL) AS open_orders,
  CAST (coalesce ((SELECT sum (s.total) FROM sale s
                   WHERE s.customer_id = c.id AND s.state IN ('open', 'closed')
                     AND s.billed_on IS NOT NULL AND s.paid_on IS NULL), 0) AS BIGINT) AS owed
FROM customer c;

-- stage: how far it is. money: what the lines come to.
CREATE VIEW sale_view AS
SELECT s.*, c.name AS customer_name, c.name_key AS name_key, c.pay_days AS pay_days,
  CASE WHEN s.state IN ('draft', 'cancelled') THEN s.state
       WHEN s.paid_on IS NOT NULL AND s.shipped_on IS NOT NULL THEN 'paid'
       WHEN s.state = 'closed' THEN 'closed'
       WHEN s.billed_on IS NOT NULL AND s.shipped_on IS NOT NULL THEN 'billed'
       WHEN s.shipped_on IS NOT NULL THEN 'shipped'
       WHEN s.picked_at IS NOT NULL THEN 'picked'
       ELSE 'entered' END AS stage,
  (SELECT count (*) FROM sale_line l WHERE l.sale_id = s.id) AS lines,
  CAST (coalesce ((SELECT sum ((l.quantity * l.price + 500) / 1000) FROM sale_line l
                   WHERE l.sale_id = s.id), 0) AS BIGINT) AS money
FROM sale s
JOIN customer c ON c.id = s.customer_id;

-- reserved: what is promised and not sent.
CREATE VIEW sale_line_view AS
SELECT l.*, i.sku AS sku, i.name AS item_name, i.unit AS unit, s.code AS sale_code,
  s.promised_on AS promised_on, s.state AS sale_state,
  CASE WHEN s.state = 'open' AND s.shipped_on IS NULL AND l.shipped < l.quantity
       THEN l.quantity - l.shipped ELSE 0 END AS reserved,
  (l.quantity * l.price + 500) / 1000 AS money
FROM sale_line l
JOIN item i ON i.id = l.item_id
JOIN sale s ON s.id = l.sale_id;

-- ---- reviews: trainings whose effect is due ----------------------------------------------------

-- training_id: a training whose effect was looked at; indicator_id is then what it should move.
ALTER TABLE review_item ADD COLUMN training_id INTEGER REFERENCES training;
CREATE INDEX review_item_training ON review_item (training_id);

DROP VIEW review_item_view;
CREATE VIEW review_item_view AS
SELECT i.*, coalesce (t.title, n.name, a.title, d.fact, g.title, e.believe, c.what, i.topic)
    AS subject,
  coalesce (a.code, d.code, g.code, e.code, c.code) AS subject_code, r.week_on AS week_on
FROM review_item i
JOIN review r ON r.id = i.review_id
LEFT JOIN training t ON t.id = i.training_id
LEFT JOIN indicator n ON n.id = i.indicator_id
LEFT JOIN action a ON a.id = i.action_id
LEFT JOIN deviation d ON d.id = i.deviation_id
LEFT JOIN goal g ON g.id = i.goal_id
LEFT JOIN experiment e ON e.id = i.experiment_id
LEFT JOIN decision c ON c.id = i.decision_id;

-- ---- the firm: who opens confidential reports --------------------------------------------------

-- officer_id: the officer, by whom the file of reports is opened.
ALTER TABLE firm ADD COLUMN officer_id INTEGER REFERENCES person;

-- What is left of candidates in the log is looked for at each start.
CREATE INDEX edit_change_candidate ON edit_change (id) WHERE tbl = 'candidate';
