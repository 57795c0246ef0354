import data from './import-map.json' with { type: 'json' }

/** Heading, not field: `full_name` fills the name parts, `sled` fills SED and LED. */
export type ImportColumnType =
  | 'boolean'
  | 'code'
  | 'crn'
  | 'cro'
  | 'date'
  | 'duration'
  | 'email'
  | 'handover_type'
  | 'imprisonment_status'
  | 'integer'
  | 'legal_status'
  | 'mappa'
  | 'name'
  | 'pnc'
  | 'prison_code'
  | 'prison_number'
  | 'rosh'
  | 'security_category'
  | 'text'
  | 'tier'

export interface ImportColumn {
  field: string
  label: string
  type: ImportColumnType
  aliases: readonly string[]
}

export interface ImportSource {
  id: string
  name: string
  headings: readonly string[]
  /** The order of its dates written in numbers; null where it writes ISO dates, or none, or nobody knows. */
  dateOrder: 'day_first' | 'month_first' | null
}

/** Every column an extract may bring, with the headings it goes by. */
export const IMPORT_COLUMNS = data.columns as readonly ImportColumn[]

export const IMPORT_SOURCES: readonly ImportSource[] = data.sources.map((source) => ({
  id: source.id,
  name: source.name,
  headings: source.headings,
  dateOrder: source.date_order === 'day_first' ? 'day_first' : null,
}))

/** What extracts write where they have nothing to say. */
export const NULL_WORDS: readonly string[] = data.null_words

export const SECURITY_CATEGORIES: readonly { code: string; label: string; open: boolean }[] =
  data.security_categories.codes

export const ROSH_CODES: readonly { code: string; label: string; delius: string; oasys: string }[] =
  data.rosh_levels
