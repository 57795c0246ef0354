-- What a unit does with its caseload: who works here, who has which case, who came and went, an import taken back, and why a
-- fact was changed by hand.
--
-- `staff` are the people who hold cases. Of one member of staff the latest row stands.
-- `import_undos` are imports that were taken back. The import stays in the log; what it said is answered by later changes.
-- `change_sets.reason` is why somebody typed what they typed, once for all the changes made together.
-- `tasks.body` is what a checklist asks beside the day: the reference of a document, or why it was not done.
--
-- Two tables are rebuilt because the kinds of thing they hold are closed lists in the file, and some are added.
-- destructive: each table is written again under its old name, row for row
-- keeps: changes, decisions

CREATE TABLE changes_new (
  seq INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  set_id INTEGER NOT NULL REFERENCES change_sets (id),
  entity TEXT NOT NULL CHECK (entity IN ('person', 'task', 'pack', 'import', 'adoption', 'user', 'setting', 'decision', 'local_item', 'former_plan', 'staff', 'import_undo')),
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

CREATE TABLE decisions_new (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('responsibility', 'early_allocation', 'parole_review', 'national_difference', 'movement', 'allocation', 'ready_to_go', 'sentence', 'recall', 'kept_ours')),
  subject TEXT NOT NULL,
  body TEXT CHECK (body IS NULL OR json_valid(body))
) STRICT;
INSERT INTO decisions_new SELECT id, seq, at, author_id, person_id, kind, subject, body FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_new RENAME TO decisions;
CREATE INDEX decisions_by_person ON decisions (person_id, kind, subject, seq);

ALTER TABLE change_sets ADD COLUMN reason TEXT;
CREATE INDEX change_sets_by_import ON change_sets (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE tasks ADD COLUMN body TEXT CHECK (body IS NULL OR json_valid(body));

CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  staff_id TEXT NOT NULL CHECK (length(staff_id) = 36),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX staff_by_member ON staff (staff_id, seq);

CREATE TABLE import_undos (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  import_id TEXT NOT NULL UNIQUE REFERENCES imports (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
