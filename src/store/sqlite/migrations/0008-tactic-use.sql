-- How often tactics are used: a row each time that somebody took one to work with for a
-- deal. tactic is its UUID, the same through all versions.

CREATE TABLE tactic_use (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  tactic TEXT NOT NULL,
  used_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX tactic_use_deal ON tactic_use (deal_id) WHERE deleted_by IS NULL;
