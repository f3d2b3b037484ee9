-- How deals went through their stages and when they were parked, worked out of their
-- histories, for figures: these read no events. Deals that were deleted are not there.
-- The program fills the tables behind the last step.
--   number      counts a deal's visits; who comes back to a stage visits it again
--   version_id  the version that was published when the deal came in
--   left_at     NULL while the deal stands there
--   how_left    on or back, by the order of the stages in the version that was published
--               then; published, where a publication took the stage away; else how the
--               deal was closed while it stood there
--   is_known    somebody told when it came in and, if it has left, when it did
-- A deal was parked from since to the day of until or to ended_at, whichever is earlier.

CREATE TABLE stage_visit (
  process_id INTEGER NOT NULL,
  deal_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  stage_id INTEGER NOT NULL,
  version_id INTEGER,
  entered_at INTEGER NOT NULL,
  left_at INTEGER,
  how_left TEXT CHECK (how_left IN ('on', 'back', 'published', 'completed', 'ended-early', 'lost')),
  is_known INTEGER NOT NULL,
  PRIMARY KEY (process_id, deal_id, number),
  CHECK ((left_at IS NULL) = (how_left IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE parked_span (
  process_id INTEGER NOT NULL,
  deal_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until TEXT NOT NULL,
  ended_at INTEGER,
  PRIMARY KEY (process_id, deal_id, number)
) STRICT, WITHOUT ROWID;

-- What became of a process's deals, and when.
CREATE INDEX deal_outcome ON deal (process_id, started, won_on, closed, status, owner_id, source, deleted_by)
  WHERE deleted_by IS NULL;
-- Decisions that were taken back: few, for what was so on a past day.
CREATE INDEX deal_event_taken_back ON deal_event (deal_id)
  WHERE field = 'status' AND (new = 'open' OR old = 'lost' OR (new = 'lost' AND old <> 'open'));
