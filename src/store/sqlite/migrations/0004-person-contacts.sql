-- A person's phone and mail. Two people of one name may both be of one company, or
-- of none: they are told apart by these.

ALTER TABLE person ADD COLUMN phone TEXT;
ALTER TABLE person ADD COLUMN email TEXT;

DROP INDEX person_name;
CREATE INDEX person_name ON person (name_key, coalesce(company_id, 0));

-- What a search of deals looks through, and the deals that a person's change is told in.
CREATE INDEX person_contact ON person (phone, email) WHERE phone IS NOT NULL OR email IS NOT NULL;
CREATE INDEX deal_person ON deal (person_id) WHERE person_id IS NOT NULL AND deleted_by IS NULL;
