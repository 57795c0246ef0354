import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../../domain/model/role.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { day, instant } from './columns.ts'

export const users = sqliteTable('users', {
  id: text('id').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  name: text('name').notNull(),
  role: text('role', { enum: ROLES }).notNull(),
  disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
})

export const adoptions = sqliteTable('adoptions', {
  id: text('id').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  region: text('region'),
  ruleSet: text('rule_set').$type<RuleSetId>().notNull(),
  fromDay: day('from_day').notNull(),
  /** JSON of a `Proof`; null for one recorded without. */
  proof: text('proof'),
})

export const settings = sqliteTable('settings', {
  key: text('key').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  value: text('value').notNull(),
})

/** Somebody who holds cases, as last recorded: `body` is JSON of a `StaffMember`. */
export const staff = sqliteTable(
  'staff',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    staffId: text('staff_id').notNull(),
    body: text('body').notNull(),
  },
  (table) => [index('staff_by_member').on(table.staffId, table.seq)],
)

/** How a dated item is done here from a day; `body` is JSON, null where the item goes back to what its source says. */
export const localItems = sqliteTable(
  'local_items',
  {
    id: text('id').notNull().primaryKey(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    region: text('region'),
    item: text('item').notNull(),
    fromDay: day('from_day').notNull(),
    body: text('body'),
  },
  (table) => [index('local_items_by_item').on(table.item, table.seq)],
)

/** A form a user began and did not save: no part of the log. `body` is JSON of whatever the form holds. */
export const drafts = sqliteTable(
  'drafts',
  {
    userId: text('user_id').notNull(),
    form: text('form').notNull(),
    at: instant('at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.form] })],
)
