-- What was worked out and not told: is_inferred marks an event whose instant, or
-- whose stage, nobody has said, and a deal may have come into its stage nobody
-- knows when. Imports up to here told of no stage when it was entered, and of a
-- status only the day on which the deal was closed: noon of it, by a clock that
-- may be up to fourteen hours away. replaced_by is the change that had what was
-- told in the place of what had been worked out: it voided the event, and does so
-- again when it is made again. (Sample data came in as an import does, and belong to
-- no process: they tell everything.)

ALTER TABLE deal_event ADD COLUMN is_inferred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deal_event ADD COLUMN replaced_by INTEGER REFERENCES change (id);

UPDATE deal_event SET is_inferred = 1
WHERE field = 'stage'
  AND change_id IN (
    SELECT id FROM change
    WHERE action = 'do' AND process_id IS NOT NULL
      AND CASE WHEN json_valid(inverse) THEN inverse ->> 'bulk' END = 'import'
  );

UPDATE deal_event SET is_inferred = 1
WHERE field = 'status'
  AND change_id IN (
    SELECT id FROM change
    WHERE action = 'do' AND process_id IS NOT NULL
      AND CASE WHEN json_valid(inverse) THEN inverse ->> 'bulk' END = 'import'
  )
  AND NOT EXISTS (
    SELECT 1 FROM deal
    WHERE deal.id = deal_event.deal_id
      AND abs(happened_at / 1000000 - unixepoch(deal.closed, '+12 hours')) <= 14 * 3600
  );

DROP INDEX deal_entered;
ALTER TABLE deal ADD COLUMN came_at INTEGER;

UPDATE deal SET came_at = entered_at
WHERE NOT EXISTS (
  SELECT 1 FROM deal_event AS event
  WHERE event.deal_id = deal.id AND event.field = 'stage' AND event.is_inferred = 1
    AND event.happened_at = deal.entered_at
);

ALTER TABLE deal DROP COLUMN entered_at;
ALTER TABLE deal RENAME COLUMN came_at TO entered_at;
CREATE INDEX deal_entered ON deal (stage_id, entered_at, id, status, owner_id, deleted_by)
  WHERE status IN ('open', 'won') AND deleted_by IS NULL;

ALTER TABLE kept_deal ADD COLUMN came_at INTEGER;

UPDATE kept_deal SET came_at = entered_at
WHERE NOT EXISTS (
  SELECT 1 FROM deal_event AS event
  WHERE event.deal_id = kept_deal.deal_id AND event.field = 'stage' AND event.is_inferred = 1
    AND event.happened_at = kept_deal.entered_at
);

ALTER TABLE kept_deal DROP COLUMN entered_at;
ALTER TABLE kept_deal RENAME COLUMN came_at TO entered_at;
