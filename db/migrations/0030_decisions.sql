-- What people decide about cases and about the rules, with who told them.
--
-- `decisions` are a person's: responsibility overridden, an early allocation assessed, a parole review, a difference from the
-- national record explained. Of one person, kind and subject the latest row stands; a null body takes the decision back.
-- `local_items` are a region's or the establishment's: how a dated item of the policy is done here, from a day.
-- An adoption may carry its proof: who told us, for which body, in which document. Those recorded before have none.
--
-- The log is rebuilt because the kinds of thing it holds are a closed list in the file, and three are added.
-- destructive: the table is written again under its old name, row for row
-- keeps: changes

CREATE TABLE changes_new (
  seq INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  set_id INTEGER NOT NULL REFERENCES change_sets (id),
  entity TEXT NOT NULL CHECK (entity IN ('person', 'task', 'pack', 'import', 'adoption', 'user', 'setting', 'decision', 'local_item', 'former_plan')),
  entity_id TEXT NOT NULL CHECK (length(entity_id) > 0),
  payload TEXT NOT NULL
) STRICT;
INSERT INTO changes_new SELECT seq, id, set_id, entity, entity_id, payload FROM changes;
DROP TABLE changes;
ALTER TABLE changes_new RENAME TO changes;
CREATE INDEX changes_by_entity ON changes (entity_id, seq);
CREATE TRIGGER changes_are_not_edited BEFORE UPDATE ON changes
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;
CREATE TRIGGER changes_are_not_deleted BEFORE DELETE ON changes
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;

ALTER TABLE adoptions ADD COLUMN proof TEXT CHECK (proof IS NULL OR json_valid(proof));

CREATE TABLE decisions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('responsibility', 'early_allocation', 'parole_review', 'national_difference')),
  subject TEXT NOT NULL,
  body TEXT CHECK (body IS NULL OR json_valid(body))
) STRICT;

CREATE INDEX decisions_by_person ON decisions (person_id, kind, subject, seq);

CREATE TABLE local_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  region TEXT,
  item TEXT NOT NULL CHECK (length(item) > 0),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  body TEXT CHECK (body IS NULL OR json_valid(body))
) STRICT;

CREATE INDEX local_items_by_item ON local_items (item, seq);
