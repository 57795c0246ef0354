import type { OutputOf } from '../../../domain/contract/index.ts'

export const KIND_TITLES: Record<OutputOf<'invitations.show'>['kind'], string> = {
  request: 'invitation',
  update: 'update',
  cancellation: 'cancellation',
  nothing: 'nothing to send',
}

/** What each choice puts into what leaves the app. */
export const NAME_CHOICES = [
  {
    value: 'no',
    label: 'No names',
    hint: 'The meeting, its time, how it is held and a case reference. The addresses it goes to stand in it, without names.',
  },
  {
    value: 'yes',
    label: 'With names',
    hint: 'Also the person’s name and prison number, the prison, the place and who takes part. Only to people who may know, by a secure address.',
  },
] as const

export const inviteId = (task: string) => `invite-${task}`
