import { useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
import type { FieldError } from '../../components/govuk/error-summary.tsx'
import type { PackFormat } from './pack-formats.ts'

export interface Exporter {
  formats: PackFormat[]
  setFormats: (formats: PackFormat[]) => void
  errors: FieldError[]
  running: boolean
  result: OutputOf<'pack.export'> | null
  run: () => void
}

/** The formats chosen, and making the next version of the pack: by button or Ctrl+Enter. */
export function useExport(personId: string): Exporter {
  const [formats, setFormats] = useState<PackFormat[]>(['pdf', 'docx', 'json'])
  const [noFormat, setNoFormat] = useState(false)
  const [result, setResult] = useState<OutputOf<'pack.export'> | null>(null)
  const { run: send, running, error } = useCommand('pack.export')
  async function run() {
    setResult(null)
    setNoFormat(formats.length === 0)
    if (formats.length === 0) return
    const made = await send({ personId, formats })
    if (made) setResult(made)
  }
  const mayExport = useHasRole('head_of_omu', 'pom', 'case_administrator')
  usePageActions(
    mayExport
      ? [{ id: 'export-pack', label: 'Export the pack', shortcut: 'Ctrl+Enter', run: () => void run() }]
      : [],
  )
  const errors: FieldError[] = []
  if (noFormat) errors.push({ message: 'Select at least one format', field: 'pack-formats' })
  if (error) errors.push({ message: error.message })
  const choose = (chosen: PackFormat[]) => {
    setFormats(chosen)
    if (chosen.length > 0) setNoFormat(false)
  }
  return { formats, setFormats: choose, errors, running, result, run: () => void run() }
}
