-- What deals' questions were answered with. criterion is the UUID of the exit criterion
-- that asks; type and value are the answer, in the form that each type has; what the
-- client did not tell has none, and note says why. from_deal_id is the deal that the
-- answer was taken over from and for which nobody has confirmed it yet. search is the
-- answer and the note, folded, for search as one types.

CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  deal_id INTEGER NOT NULL REFERENCES deal (id),
  criterion TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('answered', 'not-told')),
  type TEXT NOT NULL,
  value TEXT,
  note TEXT NOT NULL DEFAULT '',
  search TEXT NOT NULL DEFAULT '',
  from_deal_id INTEGER REFERENCES deal (id),
  answered_at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES user (id),
  revision INTEGER NOT NULL DEFAULT 1,
  created_by INTEGER NOT NULL,
  deleted_by INTEGER,
  CHECK ((value IS NULL) = (state = 'not-told'))
) STRICT;

CREATE UNIQUE INDEX answer_deal ON answer (deal_id, criterion) WHERE deleted_by IS NULL;
-- The other deals of a company, for the answers of its last one.
CREATE INDEX deal_company ON deal (company_id) WHERE company_id IS NOT NULL AND deleted_by IS NULL;

-- Why a criterion holds that nobody can see, such as money that came in by another way.
ALTER TABLE tick ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- The criterion that an event is about, where its values and its note do not say so: its
-- UUID, its text as it was then, and of which type its answer is.
ALTER TABLE deal_event ADD COLUMN criterion TEXT;
ALTER TABLE deal_event ADD COLUMN criterion_text TEXT;
ALTER TABLE deal_event ADD COLUMN answer_type TEXT;
