-- What was told for a criterion of whichever deals: Today looks for trials that end, and
-- publishing for what follows a criterion into another.

CREATE INDEX answer_criterion ON answer (criterion) WHERE deleted_by IS NULL;
CREATE INDEX tick_criterion ON tick (criterion) WHERE deleted_by IS NULL;
