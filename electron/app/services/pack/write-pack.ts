import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Printer } from '../../../host/host.ts'
import { packFileName } from '../../documents/file-name.ts'
import { packDocx } from '../../documents/pack-docx.ts'
import { packHtml } from '../../documents/pack-html.ts'
import { packJson } from '../../documents/pack-json.ts'
import { sha256, type SealedPack } from '../../documents/sealed-pack.ts'

export const PACK_FORMATS = ['pdf', 'docx', 'json'] as const
export type PackFormat = (typeof PACK_FORMATS)[number]

export interface PackFile {
  name: string
  bytes: Uint8Array
  sha256: string
}

export interface WrittenPack {
  files: PackFile[]
  /** Why there is no PDF, where this computer cannot print one. */
  withoutPdf: string | null
}

/**
 * One sealed pack in each form asked for, in a fixed order. Where nothing on this computer can print, the PDF is left out
 * and `withoutPdf` says so; anything else that goes wrong is thrown.
 */
export async function writePack(
  pack: SealedPack,
  formats: readonly PackFormat[],
  printer: Printer,
): Promise<WrittenPack> {
  const files: PackFile[] = []
  let withoutPdf: string | null = null
  for (const format of PACK_FORMATS) {
    if (!formats.includes(format)) continue
    const bytes = await inForm(pack, format, printer).catch((error: unknown) => {
      if (format === 'pdf' && error instanceof DeskError && error.code === 'not_available') {
        withoutPdf = error.message
        return null
      }
      throw error
    })
    if (bytes === null) continue
    const { prison_number } = pack.case
    const name = packFileName({ prison_number, version: pack.version, built_on: pack.built_on }, format)
    files.push({ name, bytes, sha256: sha256(bytes) })
  }
  return { files, withoutPdf }
}

async function inForm(pack: SealedPack, format: PackFormat, printer: Printer): Promise<Uint8Array> {
  if (format === 'json') return packJson(pack)
  if (format === 'docx') return packDocx(pack)
  // The document carries its own edges and page numbers, the same whatever prints it.
  return printer.toPdf(packHtml(pack), { landscape: false, header: '', footer: '' })
}
