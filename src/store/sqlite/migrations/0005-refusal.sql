-- What happens to a deal when the client refuses in a stage: it is lost, goes back to
-- refusal_stage (a stage's UUID, which the version may not have any more), or is parked
-- for as long as refusal_after says. Tactics get an id, the same one wherever a stage
-- says the same; what the log keeps of rows has none, and reads as having that one.

ALTER TABLE version_stage ADD COLUMN refusal TEXT NOT NULL DEFAULT 'lost';
ALTER TABLE version_stage ADD COLUMN refusal_stage TEXT;
ALTER TABLE version_stage ADD COLUMN refusal_after INTEGER NOT NULL DEFAULT 0;
ALTER TABLE version_stage ADD COLUMN refusal_after_unit TEXT NOT NULL DEFAULT 'working-days';

UPDATE version_stage
SET tactics = tactics_with_ids(tactics, (SELECT uuid FROM stage WHERE stage.id = stage_id))
WHERE tactics <> '[]';
