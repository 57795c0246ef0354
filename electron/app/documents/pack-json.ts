import { z } from 'zod'
import { PACK_SCHEMA_VERSION, PACK_TYPES } from '../../../domain/pack/pack.ts'
import type { SealedPack } from './sealed-pack.ts'

const nullable = z.string().nullable()
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const gap = z.strictObject({ section: z.string(), key: z.string(), message: z.string() })

/** The machine copy, exactly: what a program that reads one may rely on. */
export const packJsonSchema = z.strictObject({
  schema_version: z.literal(PACK_SCHEMA_VERSION),
  pack_id: nullable,
  version: z.number().int().positive(),
  type: z.enum(PACK_TYPES),
  status: z.enum(['draft', 'ready']),
  marking: z.string(),
  title: z.string(),
  built_on: day,
  built_by: z.string(),
  case: z.strictObject({
    prison_number: nullable,
    crn: nullable,
    name: z.string(),
    establishment: z.string(),
  }),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      oasys_refs: z.array(z.string()),
      san_refs: z.array(z.string()),
      values: z.array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          group: nullable,
          value: nullable,
          source: nullable,
          as_of: day.nullable(),
          confirmed_by: nullable,
          confirmed_at: nullable,
          oasys_ref: nullable,
          san_ref: nullable,
          psfr_ref: nullable,
        }),
      ),
      table: z
        .strictObject({
          title: z.string(),
          headings: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        })
        .nullable(),
    }),
  ),
  gaps: z.array(gap),
  warnings: z.array(gap),
  missing_sections: z.array(z.string()),
  completeness: z.strictObject({ known: z.number().int(), asked: z.number().int() }),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  exported_at: z.string(),
})

export const packJson = (pack: SealedPack): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(packJsonSchema.parse(pack), null, 2)}\n`)
