-- What people say: suggestions and thanks for them, surveys, services that areas promise each
-- other; and who sees what an hour costs.

-- Names of desk users, one a line. Without any, everybody sees what an hour of work costs.
ALTER TABLE firm ADD COLUMN hour_cost_readers TEXT;

-- ---- suggestions and recognition ---------------------------------------------------------------

-- Thanks for a suggestion, for a deviation that was solved, or for something else.
CREATE TABLE recognition (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES person,
  given_on TEXT NOT NULL,
  words TEXT NOT NULL CHECK (length (trim (words)) > 0),
  suggestion_id INTEGER REFERENCES suggestion,
  deviation_id INTEGER REFERENCES deviation,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (suggestion_id IS NULL OR deviation_id IS NULL)
) STRICT;
CREATE INDEX recognition_person ON recognition (person_id);
CREATE INDEX recognition_suggestion ON recognition (suggestion_id);
CREATE INDEX recognition_deviation ON recognition (deviation_id);

CREATE VIEW recognition_view AS
SELECT t.*, p.name AS person_name, s.what AS suggestion_what, d.fact AS deviation_fact,
  coalesce (s.what, d.fact) AS thanked_for
FROM recognition t
JOIN person p ON p.id = t.person_id
LEFT JOIN suggestion s ON s.id = t.suggestion_id
LEFT JOIN deviation d ON d.id = t.deviation_id;

-- stands: what became of it. What was taken is done when its action is, or its experiment closed.
-- became: the action or the experiment in its own words.
CREATE VIEW suggestion_view AS
SELECT s.*, p.name AS person_name, a.name AS area_name, x.title AS action_title,
  e.believe AS experiment_believe, coalesce (x.title, e.believe) AS became,
  CASE WHEN s.state = 'taken' AND (x.state = 'done' OR e.closed_on IS NOT NULL) THEN 'done'
       ELSE s.state END AS stands,
  (SELECT count (*) FROM recognition t WHERE t.suggestion_id = s.id) AS thanks
FROM suggestion s
LEFT JOIN person p ON p.id = s.person_id
LEFT JOIN area a ON a.id = s.area_id
LEFT JOIN action x ON x.id = s.action_id
LEFT JOIN experiment e ON e.id = s.experiment_id;

CREATE TRIGGER suggestion_insert_answered BEFORE INSERT ON suggestion
WHEN NEW.state = 'declined' AND length (trim (coalesce (NEW.answer, ''))) = 0
BEGIN SELECT raise (ABORT, 'who declines a suggestion says why'); END;

CREATE TRIGGER suggestion_update_answered BEFORE UPDATE OF state, answer ON suggestion
WHEN NEW.state = 'declined' AND length (trim (coalesce (NEW.answer, ''))) = 0
BEGIN SELECT raise (ABORT, 'who declines a suggestion says why'); END;

-- ---- surveys -----------------------------------------------------------------------------------

-- answered: how many of those invited have answered, not what.
CREATE VIEW survey_view AS
SELECT s.*, i.name AS indicator_name,
  (SELECT count (*) FROM survey_invite n WHERE n.survey_id = s.id) AS invited,
  (SELECT count (*) FROM survey_invite n WHERE n.survey_id = s.id AND n.done = 1) AS answered
FROM survey s
LEFT JOIN indicator i ON i.id = s.indicator_id;

CREATE VIEW survey_invite_view AS
SELECT n.*, s.title AS survey_title, p.name AS person_name, p.name_key AS name_key
FROM survey_invite n
JOIN survey s ON s.id = n.survey_id
JOIN person p ON p.id = n.person_id;

-- Whoever sees a result, opens the survey again, lets one more person answer and sees the result
-- anew could read that one answer.
CREATE TRIGGER survey_closed BEFORE UPDATE OF closed_on, kind, least ON survey
WHEN OLD.closed_on IS NOT NULL AND (NEW.closed_on IS NOT OLD.closed_on OR NEW.kind <> OLD.kind
  OR NEW.least <> OLD.least)
BEGIN SELECT raise (ABORT, 'a closed survey stays closed'); END;

CREATE TRIGGER survey_invite_closed BEFORE INSERT ON survey_invite
WHEN (SELECT closed_on FROM survey WHERE id = NEW.survey_id) IS NOT NULL
BEGIN SELECT raise (ABORT, 'the survey is closed'); END;

CREATE TRIGGER survey_invite_once BEFORE UPDATE ON survey_invite
WHEN OLD.done = 1
BEGIN SELECT raise (ABORT, 'an invitation is answered once'); END;

CREATE TRIGGER survey_answer_closed BEFORE INSERT ON survey_answer
WHEN (SELECT closed_on FROM survey WHERE id = NEW.survey_id) IS NOT NULL
BEGIN SELECT raise (ABORT, 'the survey is closed'); END;

-- A name that is erased goes from the words too.
CREATE TRIGGER survey_answer_no_update
BEFORE UPDATE OF id, survey_id, area_id, question, value ON survey_answer
BEGIN SELECT raise (ABORT, 'an answer is never changed'); END;
CREATE TRIGGER survey_answer_no_delete BEFORE DELETE ON survey_answer
BEGIN SELECT raise (ABORT, 'an answer is never deleted'); END;

-- ---- services between areas --------------------------------------------------------------------

-- A service is searched for by its words, in any language.
ALTER TABLE service ADD COLUMN name_key TEXT NOT NULL DEFAULT '';

CREATE VIEW service_view AS
SELECT s.*, g.name AS giver_name, t.name AS taker_name, i.name AS indicator_name,
  r.period_on AS rated_on, r.score AS score, r.words AS words
FROM service s
JOIN area g ON g.id = s.giver_id
JOIN area t ON t.id = s.taker_id
LEFT JOIN indicator i ON i.id = s.indicator_id
LEFT JOIN service_rating r ON r.service_id = s.id
  AND r.period_on = (SELECT max (n.period_on) FROM service_rating n WHERE n.service_id = s.id);

-- ---- hiring ------------------------------------------------------------------------------------

-- Why a vacancy was closed with a seat empty.
ALTER TABLE vacancy ADD COLUMN closed_why TEXT CHECK (closed_why IN
  ('not-needed', 'nobody', 'declined', 'money', 'other'));

-- filled: how many candidates were hired for it.
DROP VIEW vacancy_view;
CREATE VIEW vacancy_view AS
SELECT v.*, r.name AS role_name, r.area_id AS area_id, a.name AS area_name,
  x.title AS action_title,
  (SELECT count (*) FROM candidate c
   WHERE c.vacancy_id = v.id AND c.state = 'hired') AS filled
FROM vacancy v
JOIN role r ON r.id = v.role_id
JOIN area a ON a.id = r.area_id
LEFT JOIN action x ON x.id = v.action_id;
