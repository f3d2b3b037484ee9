-- The day on which a deal passed the client mark, which stays where it ends early, and
-- the day until which it is parked. Up to here the day on which a client's deal was
-- closed is the one on which it was won, unless it came in as one that has ended already; where
-- nobody has told it, it stays unknown.
-- Counts and sums tell deals by the day until which they are parked, '' for none: who
-- reads them knows which day it is. An import and a publication write no such day.
-- is_by_itself marks a change that the program made, and nobody takes back.

ALTER TABLE deal ADD COLUMN won_on TEXT;
ALTER TABLE deal ADD COLUMN parked_until TEXT;
ALTER TABLE kept_deal ADD COLUMN won_on TEXT;
ALTER TABLE kept_deal ADD COLUMN parked_until TEXT;
ALTER TABLE change ADD COLUMN is_by_itself INTEGER NOT NULL DEFAULT 0;

UPDATE deal SET won_on = closed
WHERE status IN ('won', 'completed')
  OR (
    status = 'ended-early'
    AND EXISTS (
      SELECT 1 FROM deal_event AS event
      WHERE event.deal_id = deal.id AND event.field = 'status' AND event.new IN ('won', 'completed')
    )
  );

UPDATE kept_deal SET won_on = closed
WHERE status IN ('won', 'completed')
  OR (
    status = 'ended-early'
    AND EXISTS (
      SELECT 1 FROM deal_event AS event
      WHERE event.deal_id = kept_deal.deal_id AND event.field = 'status' AND event.new IN ('won', 'completed')
    )
  );

-- Which deals the board has not and Today has: from the index alone, as before.
DROP INDEX deal_board;
DROP INDEX deal_entered;
CREATE INDEX deal_board ON deal (stage_id, position, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;
CREATE INDEX deal_parked ON deal (parked_until) WHERE parked_until IS NOT NULL AND deleted_by IS NULL;

DROP TRIGGER deal_inserted;
DROP TRIGGER deal_left;
DROP TRIGGER deal_joined;
ALTER TABLE stage_total RENAME TO total_of_all;

CREATE TABLE stage_total (
  stage_id INTEGER NOT NULL,
  status TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  currency TEXT NOT NULL,
  parked_until TEXT NOT NULL,
  n_deals INTEGER NOT NULL,
  sum_minor INTEGER NOT NULL,
  PRIMARY KEY (stage_id, status, owner_id, currency, parked_until)
) STRICT, WITHOUT ROWID;

INSERT INTO stage_total (stage_id, status, owner_id, currency, parked_until, n_deals, sum_minor)
SELECT stage_id, status, owner_id, currency, '', n_deals, sum_minor FROM total_of_all;

DROP TABLE total_of_all;

CREATE TRIGGER deal_inserted AFTER INSERT ON deal WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''),
    coalesce(new.parked_until, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;

CREATE TRIGGER deal_left
AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, parked_until, deleted_by ON deal
WHEN old.deleted_by IS NULL
BEGIN
  UPDATE stage_total
  SET n_deals = n_deals - 1, sum_minor = sum_minor - coalesce(old.value_minor, 0)
  WHERE stage_id = old.stage_id AND status = old.status
    AND owner_id = coalesce(old.owner_id, 0) AND currency = coalesce(old.currency, '')
    AND parked_until = coalesce(old.parked_until, '');
END;

CREATE TRIGGER deal_joined
AFTER UPDATE OF stage_id, status, owner_id, currency, value_minor, parked_until, deleted_by ON deal
WHEN new.deleted_by IS NULL
BEGIN
  INSERT INTO stage_total
  VALUES (new.stage_id, new.status, coalesce(new.owner_id, 0), coalesce(new.currency, ''),
    coalesce(new.parked_until, ''), 1, coalesce(new.value_minor, 0))
  ON CONFLICT (stage_id, status, owner_id, currency, parked_until) DO UPDATE
  SET n_deals = n_deals + 1, sum_minor = sum_minor + excluded.sum_minor;
END;
