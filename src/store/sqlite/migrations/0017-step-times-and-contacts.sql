-- A step may have a time of its day, HH:MM. What comes first of a day is what has one.
ALTER TABLE activity ADD COLUMN due_time TEXT;

DROP INDEX activity_deal;
CREATE INDEX activity_deal ON activity (deal_id, done_at, due, due_time, id) WHERE deleted_by IS NULL;

-- Whom a deal is about besides its own person, and what each of them is there: who
-- decides, pays or uses. The deal's person has a row here only to say what they are.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  part TEXT,
  place INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE INDEX contact_deal ON contact (deal_id, place, id) WHERE deleted_by IS NULL;
CREATE INDEX contact_person ON contact (person_id) WHERE deleted_by IS NULL;
