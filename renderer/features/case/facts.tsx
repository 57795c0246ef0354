import { AsKnown } from './as-known.tsx'
import type { PartProps } from './case-file.ts'
import { EditableFacts } from './editable-facts.tsx'

/** Everything recorded, in groups, each with where it came from and how old it is; any of it can be changed in place. */
export function Facts({ file }: PartProps) {
  const groups = new Map<string, string[]>()
  for (const { group, field } of [...file.facts, ...file.unrecorded])
    groups.set(group, [...(groups.get(group) ?? []), field])
  return (
    <EditableFacts file={file} groups={Array.from(groups, ([title, fields]) => ({ title, fields }))}>
      <AsKnown file={file} />
    </EditableFacts>
  )
}
