-- What was last shown of each case, and what its plan was before it changed.
--
-- Plans are worked out when asked for. `plan_memory` keeps the last one noticed of each person, so that a change can be told:
-- of a fact, a decision, an adoption, the rules of the program itself, or the day. It is no part of the log: from the log as it
-- stood at `seq`, on `planned_on`, the same plan is worked out again, and `desk verify` does so. A plan that comes out the same
-- leaves its row alone. `edition` is a digest of the rule set that made it.
--
-- `former_plans` are in the log: the plan before a change, the one after it, and what changed it.

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
