-- Stock, the customers' side: tickets, deviations that were made of a record, orders sent in parts;
-- and what a million movements need.

-- ---- tickets -----------------------------------------------------------------------------------

-- code: the ticket's number. deviation_id: what was opened for it.
ALTER TABLE ticket ADD COLUMN code TEXT;
ALTER TABLE ticket ADD COLUMN deviation_id INTEGER REFERENCES deviation;
UPDATE ticket SET code = 'T-' || id;
CREATE UNIQUE INDEX ticket_code ON ticket (code) WHERE code IS NOT NULL;
CREATE INDEX ticket_deviation ON ticket (deviation_id);
CREATE INDEX ticket_open ON ticket (due_at, id) WHERE closed_at IS NULL;

-- waits: from this step to the next one it is the customer's turn.
ALTER TABLE ticket_step ADD COLUMN waits INTEGER NOT NULL DEFAULT 0 CHECK (waits IN (0, 1));

-- waited: seconds that were the customer's, in steps that have ended. waits_from: since when it is
-- the customer's turn.
CREATE VIEW ticket_view AS
SELECT f.*,
  CASE WHEN f.closed_at IS NOT NULL THEN 'closed'
       WHEN f.waits_from IS NOT NULL THEN 'waiting'
       WHEN f.answered_at IS NOT NULL THEN 'answered'
       ELSE 'open' END AS stage
FROM (SELECT t.*, c.name AS customer_name, g.name AS from_area_name,
        coalesce (c.name, g.name) AS asked_by, a.name AS area_name, p.name AS person_name,
        s.code AS sale_code, d.code AS deviation_code,
        (SELECT count (*) FROM ticket_step x WHERE x.ticket_id = t.id) AS steps,
        CAST (coalesce ((SELECT sum (x.minutes) FROM ticket_step x WHERE x.ticket_id = t.id), 0)
              AS BIGINT) AS minutes,
        CAST (coalesce ((SELECT sum (w.ends - w.begins)
                         FROM (SELECT CASE WHEN x.at < t.opened_at THEN t.opened_at
                                           ELSE x.at END AS begins,
                                 CASE WHEN x.next_at IS NULL OR x.next_at > t.closed_at
                                      THEN t.closed_at ELSE x.next_at END AS ends
                               FROM (SELECT y.at, y.waits,
                                       lead (y.at) OVER (ORDER BY y.at, y.id) AS next_at
                                     FROM ticket_step y WHERE y.ticket_id = t.id) x
                               WHERE x.waits = 1) w
                         WHERE w.ends > w.begins), 0) AS BIGINT) AS waited,
        CASE WHEN t.closed_at IS NULL
             THEN (SELECT CASE WHEN x.waits = 1 THEN x.at END FROM ticket_step x
                   WHERE x.ticket_id = t.id ORDER BY x.at DESC, x.id DESC LIMIT 1)
             END AS waits_from
      FROM ticket t
      LEFT JOIN customer c ON c.id = t.customer_id
      LEFT JOIN area g ON g.id = t.from_area_id
      LEFT JOIN area a ON a.id = t.area_id
      LEFT JOIN person p ON p.id = t.person_id
      LEFT JOIN sale s ON s.id = t.sale_id
      LEFT JOIN deviation d ON d.id = t.deviation_id) f;

CREATE VIEW ticket_step_view AS
SELECT x.*, t.code AS ticket_code, a.name AS area_name, p.name AS person_name
FROM ticket_step x
JOIN ticket t ON t.id = x.ticket_id
LEFT JOIN area a ON a.id = x.area_id
LEFT JOIN person p ON p.id = x.person_id;

-- ---- deviations that were made of a record -----------------------------------------------------

-- sale_id: an order; movement_id: the movement by which an item ran out, since that stays where
-- the stock-out is unmade.
ALTER TABLE deviation ADD COLUMN sale_id INTEGER REFERENCES sale;
ALTER TABLE deviation ADD COLUMN movement_id INTEGER REFERENCES movement;
CREATE INDEX deviation_sale ON deviation (sale_id);
CREATE INDEX deviation_movement ON deviation (movement_id);

-- about: the record that it was made of, in words; stockout_id: the stock-out that the movement
-- began.
DROP VIEW deviation_view;
CREATE VIEW deviation_view AS
SELECT d.*, i.name AS indicator_name, a.name AS area_name, o.name AS owner_name,
  r.name AS reporter_name,
  (SELECT count (*) FROM action x WHERE x.deviation_id = d.id) AS actions,
  (SELECT count (*) FROM action x
   WHERE x.deviation_id = d.id AND x.state IN ('open', 'blocked')) AS open_actions,
  coalesce ((SELECT s.code FROM sale s WHERE s.id = d.sale_id),
            (SELECT n.name FROM movement m JOIN item n ON n.id = m.item_id
             WHERE m.id = d.movement_id)) AS about,
  (SELECT max (k.id) FROM stockout k WHERE k.begun_by = d.movement_id) AS stockout_id
FROM deviation d
JOIN area a ON a.id = d.area_id
JOIN person o ON o.id = d.owner_id
LEFT JOIN indicator i ON i.id = d.indicator_id
LEFT JOIN person r ON r.id = d.reported_by;

-- ---- orders that are sent in parts -------------------------------------------------------------

-- stage: how far it is; part: something of it was sent, and the rest is still to be picked. money:
-- what the lines come to, nothing where no line has a price.
DROP VIEW sale_view;
CREATE VIEW sale_view AS
SELECT s.*, c.name AS customer_name, c.name_key AS name_key, c.pay_days AS pay_days,
  CASE WHEN s.state IN ('draft', 'cancelled') THEN s.state
       WHEN s.paid_on IS NOT NULL AND s.shipped_on IS NOT NULL THEN 'paid'
       WHEN s.state = 'closed' THEN 'closed'
       WHEN s.billed_on IS NOT NULL AND s.shipped_on IS NOT NULL THEN 'billed'
       WHEN s.shipped_on IS NOT NULL THEN 'shipped'
       WHEN s.picked_at IS NOT NULL THEN 'picked'
       WHEN EXISTS (SELECT 1 FROM sale_line l WHERE l.sale_id = s.id AND l.shipped > 0) THEN 'part'
       ELSE 'entered' END AS stage,
  (SELECT count (*) FROM sale_line l WHERE l.sale_id = s.id) AS lines,
  CAST ((SELECT sum ((l.quantity * l.price + 500) / 1000) FROM sale_line l
         WHERE l.sale_id = s.id) AS BIGINT) AS money
FROM sale s
JOIN customer c ON c.id = s.customer_id;

-- money: likewise.
DROP VIEW purchase_view;
CREATE VIEW purchase_view AS
SELECT p.*, s.name AS supplier_name,
  (SELECT count (*) FROM purchase_line l WHERE l.purchase_id = p.id) AS lines,
  CAST ((SELECT sum ((l.quantity * l.unit_price + 500) / 1000) FROM purchase_line l
         WHERE l.purchase_id = p.id) AS BIGINT) AS money
FROM purchase p
JOIN supplier s ON s.id = p.supplier_id;

-- ---- the ledger and its closings ---------------------------------------------------------------

-- What was inside of an item when the books were closed, and its average cost, so that the value of
-- a later day goes on from there. The program writes it with the closing, all items of it at once;
-- a closing that came back by redo has none, and the one before it serves.
CREATE TABLE closing_cost (
  closing_id INTEGER NOT NULL REFERENCES closing ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES item,
  quantity INTEGER NOT NULL,
  unit_cost INTEGER NOT NULL CHECK (unit_cost >= 0),
  PRIMARY KEY (closing_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_cost_item ON closing_cost (item_id);

-- What was booked of an item since a day can be added up without its rows: a back-dated issue looks
-- at all of them.
DROP INDEX movement_item;
CREATE INDEX movement_item ON movement (item_id, moved_on, id, from_id, to_id, quantity);

-- How much lay where goes on from the closing before, as nothing behind that can have changed.
DROP TRIGGER closing_made;
CREATE TRIGGER closing_made AFTER INSERT ON closing
BEGIN
  INSERT INTO closing_stock (closing_id, item_id, location_id, quantity)
  SELECT NEW.id, item_id, location_id, sum (quantity)
  FROM (SELECT item_id, location_id, quantity FROM closing_stock
        WHERE closing_id = (SELECT id FROM closing WHERE closed_to < NEW.closed_to
                            ORDER BY closed_to DESC LIMIT 1)
        UNION ALL
        SELECT item_id, to_id, quantity FROM movement
        WHERE moved_on <= NEW.closed_to
          AND moved_on > coalesce ((SELECT max (closed_to) FROM closing
                                    WHERE closed_to < NEW.closed_to), '')
        UNION ALL
        SELECT item_id, from_id, -quantity FROM movement
        WHERE moved_on <= NEW.closed_to
          AND moved_on > coalesce ((SELECT max (closed_to) FROM closing
                                    WHERE closed_to < NEW.closed_to), ''))
  GROUP BY item_id, location_id;
END;

-- What was inside when the books were closed stays it: else the past would be worth something else.
CREATE TRIGGER location_closed BEFORE UPDATE OF kind ON location
WHEN (OLD.kind = 'inside') <> (NEW.kind = 'inside')
  AND EXISTS (SELECT 1 FROM closing_stock WHERE location_id = NEW.id)
BEGIN SELECT raise (ABORT, 'the period is closed'); END;

-- ---- stock-outs --------------------------------------------------------------------------------

-- from_on, to_on: the days of the movements, wherever the clock is; their times are only known where
-- somebody booked on the day itself.
DROP VIEW stockout_view;
CREATE VIEW stockout_view AS
SELECT s.*, i.sku AS sku, i.name AS item_name, l.flagged_by AS flagged_by, l.cause AS cause,
  l.lesson AS lesson, b.moved_on AS from_on,
  CASE WHEN e.moved_on < b.moved_on THEN b.moved_on ELSE e.moved_on END AS to_on
FROM stockout s
JOIN item i ON i.id = s.item_id
JOIN movement b ON b.id = s.begun_by
LEFT JOIN movement e ON e.id = s.ended_by
LEFT JOIN stockout_lesson l ON l.stockout_id = s.id;
