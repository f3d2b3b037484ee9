-- The working calendar, which all processes share.

-- Which days of the week are worked on, and for how many hours: one row, or none while
-- it is Monday to Friday, eight hours. An undo leaves its tombstone, a later change takes
-- that away.
CREATE TABLE calendar (
  id INTEGER PRIMARY KEY,
  weekdays TEXT NOT NULL,
  hours INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

-- Days that are off or worked on, whatever day of the week they are; is_fixed where it is
-- only known that the day is off each year, and not yet what is moved in its year. A day
-- has one row for ever, too.
CREATE TABLE calendar_day (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  name TEXT,
  is_worked INTEGER NOT NULL,
  is_fixed INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER
) STRICT;

CREATE UNIQUE INDEX calendar_day_day ON calendar_day (day);
