import type { InputOf } from '../../../domain/contract/index.ts'

export type PackFormat = InputOf<'pack.export'>['formats'][number]

export const PACK_FORMATS: readonly { value: PackFormat; label: string; hint: string }[] = [
  { value: 'pdf', label: 'PDF', hint: 'to print and send' },
  { value: 'docx', label: 'Word', hint: 'to copy into OASys box by box' },
  { value: 'json', label: 'JSON', hint: 'for another system' },
]
