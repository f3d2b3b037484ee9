-- What deals were that a bulk change has changed, as columns: a statement that
-- puts them back reads no JSON. expects is the revision that a deal has when what
-- is kept of it may be put back, NULL for that of the bulk change itself.

ALTER TABLE kept_deal RENAME TO kept_deal_as_json;

CREATE TABLE kept_deal (
  change_id INTEGER NOT NULL REFERENCES change (id),
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  external_id TEXT,
  stage_id INTEGER NOT NULL REFERENCES stage (id),
  status TEXT NOT NULL,
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
  notes TEXT NOT NULL,
  search TEXT NOT NULL,
  revision INTEGER NOT NULL,
  expects INTEGER,
  PRIMARY KEY (change_id, deal_id)
) STRICT, WITHOUT ROWID;

INSERT INTO kept_deal
SELECT change_id, deal_id, columns ->> 'external_id', columns ->> 'stage_id', columns ->> 'status',
  columns ->> 'position', columns ->> 'title', columns ->> 'company_id', columns ->> 'person_id',
  columns ->> 'owner_id', columns ->> 'value_minor', columns ->> 'currency', columns ->> 'probability',
  columns ->> 'source', columns ->> 'label', columns ->> 'started', columns ->> 'closed',
  columns ->> 'expected_close', columns ->> 'entered_at', columns ->> 'loss_reason', columns ->> 'notes',
  columns ->> 'search', columns ->> 'revision', columns ->> 'expects'
FROM kept_deal_as_json;

DROP TABLE kept_deal_as_json;
