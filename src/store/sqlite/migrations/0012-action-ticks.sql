-- What a rep has done of a stage's actions for a deal: a row for each one that is ticked.
-- An action has no number of its own; it is known by its stage's UUID, the same through
-- all versions, and by its text.

CREATE TABLE action_tick (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  stage TEXT NOT NULL,
  action TEXT NOT NULL,
  ticked_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX action_tick_deal ON action_tick (deal_id) WHERE deleted_by IS NULL;
CREATE INDEX action_tick_stage ON action_tick (stage) WHERE deleted_by IS NULL;
