-- What deals are searched by is folded once more where a sign comes apart into letters
-- with case: “№” is “no” now, as what is typed is, and was “No”.

UPDATE deal SET search = search_key(search) WHERE search <> search_key(search);
UPDATE kept_deal SET search = search_key(search) WHERE search <> search_key(search);
UPDATE answer SET search = search_key(search) WHERE search <> search_key(search);
