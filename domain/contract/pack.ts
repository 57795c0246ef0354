import { z } from 'zod'
import { method } from './method.ts'
import { ROLES } from '../model/role.ts'
import { civilDate, id, personRef } from './schemas.ts'

const packValue = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** As printed. Null is a gap. */
  value: z.string().nullable(),
  source: z.string().nullable(),
  asOf: civilDate.nullable(),
})

export const packGap = z.strictObject({ section: z.string(), key: z.string(), message: z.string() })

export const pack = {
  'pack.show': method({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      ...personRef,
      title: z.string(),
      /** `custody summary` for a case with no POM-to-COM handover. */
      type: z.string(),
      nextVersion: z.number().int(),
      sections: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          oasysRefs: z.array(z.string()),
          values: z.array(packValue),
          /** Rows of a table, such as deadlines: headings then cells. */
          table: z
            .strictObject({ headings: z.array(z.string()), rows: z.array(z.array(z.string())) })
            .nullable(),
        }),
      ),
      gaps: z.array(packGap),
      /** Sections the pack does not have yet: why every pack is still a draft. */
      missingSections: z.array(z.string()),
      exported: z.array(
        z.strictObject({
          packId: id,
          version: z.number().int(),
          at: z.string(),
          by: z.string(),
          hash: z.string(),
        }),
      ),
    }),
    roles: ROLES,
    personal: true,
    audit: 'opened a handover pack',
    changes: [],
    about: 'The handover pack as it would be built now, gaps shown as gaps.',
  }),
  'pack.export': method({
    input: z.strictObject({ personId: id, formats: z.array(z.enum(['pdf', 'docx', 'json'])).min(1) }),
    output: z.strictObject({
      saved: z.boolean(),
      packId: id.nullable(),
      version: z.number().int().nullable(),
      hash: z.string().nullable(),
      files: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
    }),
    roles: ['head_of_omu', 'pom', 'case_administrator'],
    personal: true,
    audit: 'exported a handover pack',
    changes: ['packs'],
    about: 'Builds a draft pack and saves it in the chosen formats under one version and hash.',
  }),
}
