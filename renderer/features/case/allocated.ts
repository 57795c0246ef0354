import type { OutputOf } from '../../../domain/contract/index.ts'

/** Who has a case and whom to choose, as the contract gives it. */
export type Allocated = OutputOf<'allocation.show'>
