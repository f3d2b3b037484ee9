-- What a process's documents are made from beside its scheme.

-- What a manager writes at a place of the documents. prints are what the stage that the
-- place is about said when the words were written or looked through last, in the draft
-- and in what is published; heirs the stages that it went into, one after the other. A
-- place has one row for ever: words that are written there again take its tombstone away.
CREATE TABLE own_word (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  prints TEXT NOT NULL DEFAULT '[]',
  heirs TEXT NOT NULL DEFAULT '[]',
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX own_word_place ON own_word (process_id, place);

-- Who gives out the documents: one row, the same for all processes. The logo is a data:
-- URI.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  city TEXT NOT NULL,
  logo TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

-- What they say beside that, one row a process: who approves them, what is aimed at.
CREATE TABLE process_organisation (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL UNIQUE REFERENCES process (id),
  code TEXT NOT NULL,
  owner_post TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approver TEXT NOT NULL,
  approver_post TEXT NOT NULL,
  effective TEXT,
  target_cycle INTEGER,
  target_discovery INTEGER,
  target_predictability INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

-- The change that published a version, and so who did it. What took the place of a
-- version was published by the change that let that one retire; who published the first
-- one nobody knows any more.
ALTER TABLE version ADD COLUMN published_by INTEGER REFERENCES change (id);

UPDATE version SET published_by = revision WHERE status = 'published';
UPDATE version SET published_by =
  (SELECT max(earlier.revision) FROM version AS earlier
   WHERE earlier.process_id = version.process_id AND earlier.number < version.number
     AND earlier.status = 'retired' AND earlier.deleted_by IS NULL)
  WHERE status = 'retired';
