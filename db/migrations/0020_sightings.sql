-- When each person was last in a list: the newest day an extract of this source speaks of among those that held them.
--
-- A row of an extract that says nothing new adds nothing to `changes`, so the log alone cannot tell that somebody was in the
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
