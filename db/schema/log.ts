import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ENTITIES } from '../repositories/change-log.ts'
import { day, instant } from './columns.ts'

export const store = sqliteTable('store', {
  onlyRow: integer('only_row').notNull().primaryKey(),
  id: text('id').notNull(),
  createdAt: instant('created_at').notNull(),
})

export const changeSets = sqliteTable(
  'change_sets',
  {
    id: integer('id').notNull().primaryKey(),
    uuid: text('uuid').notNull().unique(),
    at: instant('at').notNull(),
    authorId: text('author_id').notNull(),
    storeId: text('store_id').notNull(),
    importId: text('import_id'),
    source: text('source').notNull(),
    asAt: day('as_at'),
    reason: text('reason'),
  },
  (table) => [index('change_sets_by_import').on(table.importId)],
)

export const changes = sqliteTable(
  'changes',
  {
    seq: integer('seq').notNull().primaryKey(),
    id: text('id').notNull().unique(),
    setId: integer('set_id').notNull(),
    entity: text('entity', { enum: ENTITIES }).notNull(),
    entityId: text('entity_id').notNull(),
    payload: text('payload').notNull(),
  },
  (table) => [index('changes_by_entity').on(table.entityId, table.seq)],
)

export const AUDIT_OUTCOMES = ['ok', 'refused', 'failed'] as const

export const auditLog = sqliteTable(
  'audit_log',
  {
    seq: integer('seq').notNull().primaryKey(),
    id: text('id').notNull().unique(),
    at: instant('at').notNull(),
    userId: text('user_id'),
    method: text('method').notNull(),
    subject: text('subject'),
    outcome: text('outcome', { enum: AUDIT_OUTCOMES }).notNull(),
    detail: text('detail').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [index('audit_by_user').on(table.userId, table.seq)],
)
