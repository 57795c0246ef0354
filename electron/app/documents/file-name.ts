import type { CivilDate } from '../../../domain/dates/civil-date.ts'

/** `HANDOVER_A1234BC_v03_2026-11-21.pdf`. Never a name: file names are seen where the file is not opened. */
export function packFileName(
  pack: { prison_number: string | null; version: number; built_on: CivilDate },
  format: string,
): string {
  const number = /^[A-Z]\d{4}[A-Z]{2}$/.test(pack.prison_number ?? '') ? pack.prison_number : 'NO-NUMBER'
  return `HANDOVER_${number}_v${String(pack.version).padStart(2, '0')}_${pack.built_on}.${format}`
}
