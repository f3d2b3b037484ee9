-- What is to be won in a month: by one person, or by all together where owner_id is NULL.
-- A month and an owner have one row for ever: a plan that is set again takes its tombstone
-- away.

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  process_id INTEGER NOT NULL REFERENCES process (id),
  month TEXT NOT NULL,
  owner_id INTEGER REFERENCES user (id),
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX plan_month ON plan (process_id, month, coalesce(owner_id, 0));
