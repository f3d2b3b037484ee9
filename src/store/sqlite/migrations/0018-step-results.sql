-- What came of a step once it was done, where that was told.
ALTER TABLE activity ADD COLUMN result TEXT;
