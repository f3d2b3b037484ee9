-- The first schema. Things that a person designs are known by a UUID, things
-- that are worked by a number. A table that people change has
--   revision    the change that made the row what it is, for optimistic locks;
--               an undo puts the old one back together with the old values
--   created_by  the change that made the row
--   deleted_by  the change that deleted it; NULL while it is there
-- position is a sortable key: what comes between two rows gets a key between
-- theirs, so that no other row has to change.
-- Dates are text (YYYY-MM-DD), instants microseconds of UTC, money minor
-- units with an ISO 4217 code, lists JSON.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE user (
  id INTEGER PRIMARY KEY,
  login TEXT UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;

-- One row a command, append-only. inverse is what takes it back: a JSON list
-- of rows with their old values, or a predicate for a bulk change. undoes is
-- the change that an undo or a redo takes back, undone_by the one that took
-- this one back. deals are the numbers of the deals that it was about, as a
-- JSON list, or * for many.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  made_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  window TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('design', 'deals')),
  process_id INTEGER,
  name TEXT NOT NULL,
  action TEXT NOT NULL DEFAULT 'do' CHECK (action IN ('do', 'undo', 'redo')),
  inverse TEXT NOT NULL,
  deals TEXT NOT NULL DEFAULT '[]',
  undoes INTEGER REFERENCES change (id),
  undone_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX change_window ON change (window, scope, id);

CREATE TABLE process (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL,
  is_archived INTEGER NOT NULL DEFAULT 0,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX process_name ON process (name_key) WHERE deleted_by IS NULL;

CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
  language TEXT NOT NULL,
  selling TEXT,
  novelty TEXT,
  demand TEXT,
  market TEXT,
  offer TEXT,
  payment_terms TEXT,
  mark TEXT,
  published_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX version_number ON version (process_id, number) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX version_draft ON version (process_id) WHERE status = 'draft' AND deleted_by IS NULL;
CREATE UNIQUE INDEX version_published ON version (process_id) WHERE status = 'published' AND deleted_by IS NULL;

CREATE TABLE role (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  uuid TEXT NOT NULL,
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  function TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX role_uuid ON role (version_id, uuid) WHERE deleted_by IS NULL;

-- What a stage is through all versions: its identity, which deals refer to.
CREATE TABLE stage (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  process_id INTEGER NOT NULL REFERENCES process (id)
) STRICT;

CREATE INDEX stage_process ON stage (process_id);

-- What a version says of a stage.
CREATE TABLE version_stage (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES version (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  position TEXT NOT NULL,
  name TEXT NOT NULL,
  kinds TEXT NOT NULL,
  goal TEXT NOT NULL DEFAULT '',
  entry TEXT NOT NULL DEFAULT '',
  actions TEXT NOT NULL DEFAULT '[]',
  exit_criteria TEXT NOT NULL DEFAULT '[]',
  responsible TEXT,
  participants TEXT NOT NULL DEFAULT '[]',
  duration INTEGER NOT NULL DEFAULT 0,
  duration_unit TEXT NOT NULL DEFAULT 'working-days',
  probability REAL,
  colour TEXT,
  documents TEXT NOT NULL DEFAULT '[]',
  tactics TEXT NOT NULL DEFAULT '[]',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX version_stage_uuid ON version_stage (version_id, stage_id) WHERE deleted_by IS NULL;

CREATE TABLE loss_reason (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX loss_reason_process ON loss_reason (process_id);

CREATE TABLE company (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  company_id INTEGER REFERENCES company (id),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX person_name ON person (name_key, coalesce(company_id, 0));

-- search is title, company and person, folded, for search as one types.
CREATE TABLE deal (
  id INTEGER PRIMARY KEY,
  external_id TEXT,
  process_id INTEGER NOT NULL REFERENCES process (id),
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'won', 'completed', 'ended-early', 'lost')),
  position TEXT NOT NULL,
  title TEXT NOT NULL,
  company_id INTEGER REFERENCES company (id),
  person_id INTEGER REFERENCES person (id),
  owner_id INTEGER REFERENCES user (id),
  value_minor INTEGER,
  currency TEXT,
  probability REAL,
  source TEXT,
  label TEXT,
  started TEXT,
  closed TEXT,
  expected_close TEXT,
  entered_at INTEGER NOT NULL,
  loss_reason TEXT,
  notes TEXT NOT NULL DEFAULT '',
  search TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER,
  CHECK ((value_minor IS NULL) = (currency IS NULL))
) STRICT;

-- The board: deals that stand in a stage, in the order of its column. The
-- columns behind id are what it is filtered by, so that a column of many deals
-- is read from the index alone.
CREATE INDEX deal_board ON deal (stage_id, position, id, status, owner_id, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
-- How long they have stood there, and whose they are.
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
-- Lists of a whole process, newest first, with what they are filtered by.
CREATE INDEX deal_process ON deal (process_id, id, status, owner_id, deleted_by) WHERE deleted_by IS NULL;
CREATE UNIQUE INDEX deal_external ON deal (process_id, external_id)
  WHERE external_id IS NOT NULL AND deleted_by IS NULL;

-- What happened to deals. Nothing deletes a row; an undo voids it.
CREATE TABLE deal_event (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  change_id INTEGER NOT NULL REFERENCES change (id),
  happened_at INTEGER NOT NULL,
  version_id INTEGER REFERENCES version (id),
  field TEXT NOT NULL,
  old TEXT,
  new TEXT,
  note TEXT,
  voided_by INTEGER REFERENCES change (id)
) STRICT;

CREATE INDEX deal_event_deal ON deal_event (deal_id);

-- What deals were that a bulk change has changed: the columns as JSON.
CREATE TABLE kept_deal (
  change_id INTEGER NOT NULL REFERENCES change (id),
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  columns TEXT NOT NULL,
  PRIMARY KEY (change_id, deal_id)
) STRICT, WITHOUT ROWID;

-- A row: this deal's exit criterion (its UUID) is ticked.
CREATE TABLE tick (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  criterion TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX tick_deal ON tick (deal_id, criterion) WHERE deleted_by IS NULL;

CREATE TABLE payment (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  due TEXT,
  paid_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX payment_deal ON payment (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX payment_due ON payment (due) WHERE paid_on IS NULL AND deleted_by IS NULL;

-- A deal's next step is its first planned activity.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  title TEXT NOT NULL,
  due TEXT,
  done_at INTEGER,
  user_id INTEGER REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX activity_deal ON activity (deal_id, done_at, due, id) WHERE deleted_by IS NULL;
CREATE INDEX activity_due ON activity (due) WHERE done_at IS NULL AND deleted_by IS NULL;

-- Counts and sums by stage, kept by the triggers below. An owner or a
-- currency that is missing is 0 or ''.
CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  n_deals INTEGER NOT NULL,
  sum_minor INTEGER NOT NULL,
  PRIMARY KEY (stage_id, status, owner_id, currency)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deal_inserted AFTER INSERT ON deal WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;

CREATE TRIGGER deal_left AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, deleted_by ON deal
WHEN old.deleted_by IS NULL
BEGIN
  UPDATE stage_total
  SET n_deals = n_deals - 1, sum_minor = sum_minor - coalesce(old.value_minor, 0)
  WHERE stage_id = old.stage_id AND status = old.status
    AND owner_id = coalesce(old.owner_id, 0) AND currency = coalesce(old.currency, '');
END;

CREATE TRIGGER deal_joined AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, deleted_by ON deal
WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
