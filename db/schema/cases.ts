import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { DECISION_KINDS } from '../../domain/model/decision.ts'
import { day, instant } from './columns.ts'

export const people = sqliteTable(
  'people',
  {
    id: text('id').notNull().primaryKey(),
    prisonNumber: text('prison_number').notNull().unique(),
    crn: text('crn'),
    lastName: text('last_name'),
    firstName: text('first_name'),
    version: integer('version').notNull(),
    record: text('record'),
  },
  (table) => [index('people_by_crn').on(table.crn)],
)

export const imports = sqliteTable(
  'imports',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    source: text('source').notNull(),
    asAt: day('as_at').notNull(),
    rowCount: integer('row_count').notNull(),
    created: integer('created').notNull(),
    updated: integer('updated').notNull(),
    unchanged: integer('unchanged').notNull(),
    absent: integer('absent').notNull(),
    refused: integer('refused').notNull(),
  },
  (table) => [index('imports_by_hash').on(table.sha256)],
)

/** An import taken back: `body` is JSON of what that left and could not. */
export const importUndos = sqliteTable('import_undos', {
  id: text('id').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  at: instant('at').notNull(),
  authorId: text('author_id').notNull(),
  importId: text('import_id').notNull().unique(),
  body: text('body').notNull(),
})

/** The newest day an extract of this source held this person: what the imports add up to, not the log. */
export const sightings = sqliteTable(
  'sightings',
  {
    personId: text('person_id').notNull(),
    source: text('source').notNull(),
    asAt: day('as_at').notNull(),
    importId: text('import_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.source] })],
)

export const tasks = sqliteTable(
  'tasks',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    personId: text('person_id').notNull(),
    task: text('task').notNull(),
    doneOn: day('done_on'),
    note: text('note').notNull(),
    /** JSON of a `TaskBody`; null where a record says no more than its day and note. */
    body: text('body'),
  },
  (table) => [index('tasks_by_person').on(table.personId, table.task, table.seq)],
)

export const packs = sqliteTable(
  'packs',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    personId: text('person_id').notNull(),
    version: integer('version').notNull(),
    status: text('status', { enum: ['draft', 'ready'] }).notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [unique().on(table.personId, table.version)],
)

/** `body` is JSON of the shape its kind has; null takes the decision back. */
export const decisions = sqliteTable(
  'decisions',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    personId: text('person_id').notNull(),
    kind: text('kind', { enum: DECISION_KINDS }).notNull(),
    subject: text('subject').notNull(),
    body: text('body'),
  },
  (table) => [index('decisions_by_person').on(table.personId, table.kind, table.subject, table.seq)],
)

/** The last plan noticed of each person, and the place in the log it rests on: no part of the log. `body` is JSON. */
export const planMemory = sqliteTable('plan_memory', {
  personId: text('person_id').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  plannedOn: day('planned_on').notNull(),
  edition: text('edition').notNull(),
  body: text('body').notNull(),
})

/** A plan that is no longer so, the one that took its place and why. `body` is JSON. */
export const formerPlans = sqliteTable(
  'former_plans',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    personId: text('person_id').notNull(),
    happenedOn: day('happened_on').notNull(),
    body: text('body').notNull(),
  },
  (table) => [
    index('former_plans_by_person').on(table.personId, table.seq),
    index('former_plans_by_day').on(table.happenedOn),
  ],
)
