import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ROLES } from '../../domain/model/role.ts'
import type { RuleSetId } from '../../domain/model/rule-set-id.ts'
import { day } from './columns.ts'

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
})

export const settings = sqliteTable('settings', {
  key: text('key').notNull().primaryKey(),
  seq: integer('seq').notNull(),
  value: text('value').notNull(),
})
