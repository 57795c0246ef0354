-- What happens about a case beside the dates: contacts with the community, case notes entered in the national systems, next
-- steps agreed at a meeting, chases sent and answered, and what the person was told.
-- `drafts` are forms somebody began and did not save, each user's own: no part of the log, and gone once saved.
--
-- The table is rebuilt because the kinds of decision are a closed list in the file, and some are added.
-- destructive: the table is written again under its old name, row for row
-- keeps: decisions

CREATE TABLE decisions_new (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('responsibility', 'early_allocation', 'parole_review', 'national_difference', 'movement', 'allocation', 'ready_to_go', 'sentence', 'recall', 'kept_ours', 'contact', 'case_note', 'next_step', 'chase', 'told')),
  subject TEXT NOT NULL,
  body TEXT CHECK (body IS NULL OR json_valid(body))
) STRICT;
INSERT INTO decisions_new SELECT id, seq, at, author_id, person_id, kind, subject, body FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_new RENAME TO decisions;
CREATE INDEX decisions_by_person ON decisions (person_id, kind, subject, seq);

CREATE TABLE drafts (
  user_id TEXT NOT NULL REFERENCES users (id),
  form TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 200),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (user_id, form)
) STRICT;
