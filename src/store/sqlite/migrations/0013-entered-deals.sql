-- Deals of which nobody knows since when they stand in their stage, as most are that
-- come in from a table, are not looked for by that.

DROP INDEX deal_entered;
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, parked_until, deleted_by)
  WHERE status IN ('open', 'won') AND entered_at IS NOT NULL AND deleted_by IS NULL;
