-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What an import writes, as plainly as SQL can: the same tables, indexes, counts
-- and events in one transaction, foreign keys looked at once, in the end. What a row
-- says is not checked, letters are folded where they are ASCII, days begin at
-- midnight. bench-import.py runs it where the table lies as “deals.csv”, and sees to
-- it that it writes as many rows as the program does. Of next steps and contacts, which an
-- import takes too, those tables have none, and nothing of them is parked: nothing is
-- written of that here.

PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -256000;

CREATE TEMP TABLE line (
  external_id TEXT,
  owner TEXT,
  title TEXT,
  company TEXT,
  stage TEXT,
  started TEXT,
  closed TEXT,
  value TEXT
);

.import --csv --schema temp --skip 1 deals.csv line

BEGIN IMMEDIATE;

INSERT INTO change (made_at, user_id, "window", scope, process_id, name, inverse, deals)
SELECT made_at + 1, user_id, "window", 'deals', process_id, 'Import',
  '{"bulk":"import","root":' || (id + 1) || ',"rows":[]}', '*'
FROM change
ORDER BY id DESC
LIMIT 1;

CREATE TEMP TABLE known AS SELECT max(id) AS change_id, (SELECT id FROM process) AS process_id,
  (SELECT id FROM version WHERE status = 'published') AS version_id
FROM change;

INSERT INTO company (name, name_key, revision, created_by)
SELECT DISTINCT company, lower(company), change_id, change_id
FROM line, known;

INSERT INTO user (name, name_key, created_by)
SELECT DISTINCT owner, lower(owner), change_id
FROM line, known;

-- Where a deal stands of which the table says this.
CREATE TEMP TABLE place AS
SELECT told.column1 AS told, told.column3 AS status, stage.id AS stage_id, stage.uuid
FROM (VALUES ('Prospecting', 'Prospecting', 'open'), ('Engaging', 'Engaging', 'open'), ('Won', 'Delivery', 'won'),
  ('Lost', 'Prospecting', 'lost')) AS told
JOIN version_stage ON version_stage.name = told.column2
JOIN stage ON stage.id = version_stage.stage_id;

DROP TRIGGER deal_inserted;
DROP INDEX deal_board;
DROP INDEX deal_entered;
DROP INDEX deal_process;
DROP INDEX deal_external;
DROP INDEX deal_company;
DROP INDEX deal_outcome;
DROP INDEX deal_event_deal;
DROP INDEX deal_event_taken_back;

INSERT INTO deal (id, external_id, process_id, stage_id, status, position, title, company_id, owner_id, value_minor,
  currency, started, closed, won_on, notes, search, revision, created_by)
SELECT line.rowid, external_id, process_id, stage_id, status, printf('g%07d', line.rowid), title, company.id,
  user.id, iif(value <> '', value * 100, NULL), iif(value <> '', 'USD', NULL), nullif(started, ''),
  iif(status <> 'open', nullif(closed, ''), NULL), iif(status = 'won', nullif(closed, ''), NULL), '',
  lower(title || char(10) || company || char(10)), change_id, change_id
FROM line
CROSS JOIN known
CROSS JOIN place ON told = stage
CROSS JOIN company ON company.name_key = lower(company)
CROSS JOIN user ON user.name_key = lower(owner);

INSERT INTO stage_total
SELECT stage_id, status, owner_id, coalesce(currency, ''), coalesce(parked_until, ''), count(*), coalesce(sum(value_minor), 0)
FROM deal
GROUP BY 1, 2, 3, 4, 5;

INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, new, is_inferred)
SELECT deal.id, change_id, unixepoch(coalesce(started, closed, 'now')) * 1000000, version_id, 'stage', uuid, 1
FROM deal
CROSS JOIN known
CROSS JOIN place USING (stage_id, status);

INSERT INTO deal_event (deal_id, change_id, happened_at, version_id, field, old, new)
SELECT deal.id, change_id, unixepoch(closed) * 1000000, version_id, 'status', 'open', status
FROM deal
CROSS JOIN known
WHERE status <> 'open';

INSERT INTO stage_visit
SELECT process_id, deal.id, 1, stage_id, version_id, unixepoch(coalesce(started, closed, 'now')) * 1000000,
  iif(status = 'lost', unixepoch(closed) * 1000000, NULL), iif(status = 'lost', status, NULL), 0
FROM deal
CROSS JOIN known USING (process_id);

CREATE INDEX deal_board ON deal (stage_id, position, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND entered_at IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX deal_process ON deal (process_id, id, status, owner_id, deleted_by) WHERE deleted_by IS NULL;
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL AND deleted_by IS NULL;
CREATE UNIQUE INDEX deal_external ON deal (process_id, external_id)
  WHERE external_id IS NOT NULL AND deleted_by IS NULL;
CREATE INDEX deal_outcome ON deal (process_id, started, won_on, closed, status, owner_id, source, deleted_by)
  WHERE deleted_by IS NULL;
CREATE INDEX deal_event_deal ON deal_event (deal_id);
CREATE INDEX deal_event_taken_back ON deal_event (deal_id)
  WHERE field = 'status' AND (new = 'open' OR old = 'lost' OR (new = 'lost' AND old <> 'open'));
CREATE TRIGGER deal_inserted AFTER INSERT ON deal WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''),
    coalesce(new.parked_until, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;

PRAGMA foreign_key_check;

COMMIT;
