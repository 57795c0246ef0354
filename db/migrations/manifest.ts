// Made by `npm run new:migration` from the .sql files beside it, so that one bundled program carries them. Do not edit.
import type { Migration } from '../migrate.ts'

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 10,
    name: 'core',
    sha256: 'c58959e2ec8711f30c8b549efd81af3bc6a7a1dc7a2b5e069fa0fa9b739342ba',
    sql: `-- The store from its first day: who uses it, what was learned when and from where, and what follows from that.
--
-- \`changes\` is the truth. Each row is one thing learned or decided about one thing; rows are never changed or taken away.
-- A \`change_set\` says who, when, in which store and from which source, once for all the changes made together (an import of
-- 1,500 people is one set), so that the log of several stores can be merged by its globally unique ids.
-- The other tables are what the log adds up to, kept for quick reading.

CREATE TABLE store (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL CHECK (length(id) = 36),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE TABLE change_sets (
  id INTEGER NOT NULL PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
  store_id TEXT NOT NULL CHECK (length(store_id) = 36),
  import_id TEXT REFERENCES imports (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (length(source) > 0),
  as_at TEXT CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE changes (
  seq INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  set_id INTEGER NOT NULL REFERENCES change_sets (id),
  entity TEXT NOT NULL CHECK (entity IN ('person', 'task', 'pack', 'import', 'adoption', 'user', 'setting')),
  entity_id TEXT NOT NULL CHECK (length(entity_id) > 0),
  payload TEXT NOT NULL
) STRICT;

CREATE INDEX changes_by_entity ON changes (entity_id, seq);

CREATE TRIGGER changes_are_not_edited BEFORE UPDATE ON changes
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;
CREATE TRIGGER changes_are_not_deleted BEFORE DELETE ON changes
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;
CREATE TRIGGER change_sets_are_not_edited BEFORE UPDATE ON change_sets
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;
CREATE TRIGGER change_sets_are_not_deleted BEFORE DELETE ON change_sets
BEGIN SELECT raise(ABORT, 'the change log only grows'); END;

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('head_of_omu', 'pom', 'case_administrator', 'pre_release_team', 'read_only')),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT;

-- \`record\` is null while everything known of a person came in one change: then it is that change's payload, not kept twice.
CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  prison_number TEXT NOT NULL UNIQUE CHECK (prison_number GLOB '[A-Z][0-9][0-9][0-9][0-9][A-Z][A-Z]'),
  crn TEXT,
  last_name TEXT,
  first_name TEXT,
  version INTEGER NOT NULL REFERENCES changes (seq),
  record TEXT
) STRICT;

CREATE INDEX people_by_crn ON people (crn) WHERE crn IS NOT NULL;

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  source TEXT NOT NULL CHECK (length(source) > 0),
  as_at TEXT NOT NULL CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  created INTEGER NOT NULL CHECK (created >= 0),
  updated INTEGER NOT NULL CHECK (updated >= 0),
  unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
  absent INTEGER NOT NULL CHECK (absent >= 0),
  refused INTEGER NOT NULL CHECK (refused >= 0)
) STRICT;

CREATE INDEX imports_by_hash ON imports (sha256);

CREATE TABLE tasks (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  task TEXT NOT NULL CHECK (length(task) > 0),
  done_on TEXT CHECK (done_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  note TEXT NOT NULL
) STRICT;

CREATE INDEX tasks_by_person ON tasks (person_id, task, seq);

CREATE TABLE packs (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL CHECK (version > 0),
  status TEXT NOT NULL CHECK (status IN ('draft', 'ready')),
  hash TEXT NOT NULL CHECK (length(hash) > 0),
  UNIQUE (person_id, version)
) STRICT;

-- \`region\` null is the establishment's own choice. A later row for the same region and day stands for the earlier one.
CREATE TABLE adoptions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  region TEXT,
  rule_set TEXT NOT NULL CHECK (length(rule_set) > 0),
  from_day TEXT NOT NULL CHECK (from_day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE settings (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) > 0),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  value TEXT NOT NULL
) STRICT;

-- Who did and saw what. Each row's hash covers the row and the hash before it. Numbers and ids only: never a name.
CREATE TABLE audit_log (
  seq INTEGER NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  user_id TEXT,
  method TEXT NOT NULL CHECK (length(method) > 0),
  subject TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('ok', 'refused', 'failed')),
  detail TEXT NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX audit_by_user ON audit_log (user_id, seq);

CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit_log
BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit_log
BEGIN SELECT raise(ABORT, 'the audit log only grows'); END;
`,
  },
  {
    version: 20,
    name: 'sightings',
    sha256: 'a0ebe694c6e8a9f71ea9d9c14473d955581597c0549843c7563d1602c47888ee',
    sql: `-- When each person was last in a list: the newest day an extract of this source speaks of among those that held them.
--
-- A row of an extract that says nothing new adds nothing to \`changes\`, so the log alone cannot tell that somebody was in the
-- newer list. This table is a projection of the imports, not of the log: it says of each import whom it held, as far as no
-- newer one of the same source did.
--
-- A store from before begins with what its log knows: the newest import that brought something new about each person. They
-- may have been in a newer list that changed nothing; the next import says so. Too old a day asks for a newer list, where
-- no day at all would hide that one is needed.

CREATE TABLE sightings (
  person_id TEXT NOT NULL REFERENCES people (id),
  source TEXT NOT NULL CHECK (length(source) > 0),
  as_at TEXT NOT NULL CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  import_id TEXT NOT NULL REFERENCES imports (id),
  PRIMARY KEY (person_id, source)
) STRICT, WITHOUT ROWID;

-- SQLite gives the import of the row that has the greatest day.
INSERT INTO sightings (person_id, source, as_at, import_id)
SELECT c.entity_id, i.source, max(i.as_at), i.id
FROM changes c
JOIN change_sets s ON s.id = c.set_id
JOIN imports i ON i.id = s.import_id
WHERE c.entity = 'person'
GROUP BY c.entity_id, i.source;
`,
  },
  {
    version: 30,
    name: 'decisions',
    sha256: '9b3b15c0ace6d3a5d9bd40ad8c074da0b43692b5d2b481245b20f28ca1abdd42',
    sql: `-- What people decide about cases and about the rules, with who told them.
--
-- \`decisions\` are a person's: responsibility overridden, an early allocation assessed, a parole review, a difference from the
-- national record explained. Of one person, kind and subject the latest row stands; a null body takes the decision back.
-- \`local_items\` are a region's or the establishment's: how a dated item of the policy is done here, from a day.
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
`,
  },
  {
    version: 40,
    name: 'plan_memory',
    sha256: '3e060aaaf68afaa1381809bf18121f74550c7da716893ac12823a1ca7699e9b5',
    sql: `-- What was last shown of each case, and what its plan was before it changed.
--
-- Plans are worked out when asked for. \`plan_memory\` keeps the last one noticed of each person, so that a change can be told:
-- of a fact, a decision, an adoption, the rules of the program itself, or the day. It is no part of the log: from the log as it
-- stood at \`seq\`, on \`planned_on\`, the same plan is worked out again, and \`desk verify\` does so. A plan that comes out the same
-- leaves its row alone. \`edition\` is a digest of the rule set that made it.
--
-- \`former_plans\` are in the log: the plan before a change, the one after it, and what changed it.

CREATE TABLE plan_memory (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  planned_on TEXT NOT NULL CHECK (planned_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  edition TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

CREATE TABLE former_plans (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  seq INTEGER NOT NULL REFERENCES changes (seq),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  author_id TEXT NOT NULL REFERENCES users (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE INDEX former_plans_by_person ON former_plans (person_id, seq);
CREATE INDEX former_plans_by_day ON former_plans (happened_on);
`,
  },
  {
    version: 50,
    name: 'caseload',
    sha256: '70bbdb675ca8770a4a97a33a611fa7aa666b96b9b7b2c1bbc993b43159bea3ea',
    sql: `-- What a unit does with its caseload: who works here, who has which case, who came and went, an import taken back, and why a
-- fact was changed by hand.
--
-- \`staff\` are the people who hold cases. Of one member of staff the latest row stands.
-- \`import_undos\` are imports that were taken back. The import stays in the log; what it said is answered by later changes.
-- \`change_sets.reason\` is why somebody typed what they typed, once for all the changes made together.
-- \`tasks.body\` is what a checklist asks beside the day: the reference of a document, or why it was not done.
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
`,
  },
  {
    version: 60,
    name: 'meetings',
    sha256: 'c0fdd8f09a316015c787c6b5a5b36e683d4f3032d0183b3eca2cc241d9db7a7e',
    sql: `-- What happens about a case beside the dates: contacts with the community, case notes entered in the national systems, next
-- steps agreed at a meeting, chases sent and answered, and what the person was told.
-- \`drafts\` are forms somebody began and did not save, each user's own: no part of the log, and gone once saved.
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
`,
  },
]
