import type { OutputOf } from '../../../domain/contract/index.ts'
import { USUAL_LADDER } from '../../../domain/chases/ladder.ts'
import { day } from './words.ts'

type Chases = OutputOf<'chases.show'>
type Ask = Chases['drafts'][number]['due'][number]

const HEAD = { days: 7, who: 'Head of the LDU', copy: '' }
const ask = (more: Partial<Ask>): Ask => ({
  personId: 'p-3',
  name: 'Yardley, Curtis',
  prisonNumber: 'A2750EJ',
  about: 'com',
  due: day('2026-11-16'),
  days: 7,
  says: 'No COM is named; handover was on 16 November 2026',
  short: 'No COM',
  rung: 7,
  seen: null,
  next: { days: 7, who: HEAD.who, on: day('2026-11-23') },
  last: null,
  ...more,
})
const COM = ask({})
const MEETING = ask({
  about: 'meeting',
  says: 'Handover meeting was due by 16 November 2026 and none is recorded',
  short: 'Meeting missed',
})
const ASKED = ask({
  personId: 'p-4',
  name: 'Hussain, Tariq',
  prisonNumber: 'A4926UC',
  due: day('2026-11-12'),
  days: 11,
  says: 'No COM is named; handover was on 12 November 2026',
  rung: null,
  next: { days: 14, who: 'Head of the LDU, again', on: day('2026-11-26') },
  last: {
    subject: 'com 2026-11-12 7',
    seen: 'd-7',
    to: 'Head of the LDU, Bradford',
    by: 'Dev Malik',
    sentOn: day('2026-11-19'),
    answeredOn: null,
    answer: '',
    promisedOn: null,
  },
})

/** One message due to Leeds, one case of Bradford that was asked about, two monthly lists of which one is due. */
export function madeUpChases(names: 'initials' | 'names' = 'initials'): Chases {
  const who = names === 'names' ? 'Yardley, Curtis' : 'Y.'
  const owing = {
    personId: 'p-3',
    name: 'Yardley, Curtis',
    prisonNumber: 'A2750EJ',
    what: 'No COM; meeting missed',
    days: 7,
    last: null,
    next: COM.next,
  }
  const list = (key: string, place: string, sentOn: string | null): Chases['monthly']['lists'][number] => ({
    key,
    place,
    people: 2,
    unnamed: 1,
    isDue: sentOn === null,
    sentOn: sentOn === null ? null : day(sentOn),
    sentBy: sentOn === null ? null : 'Dev Malik',
  })
  return {
    today: day('2026-11-23'),
    ladder: [...USUAL_LADDER],
    messages: 1,
    escalations: [{ rung: HEAD, rows: [{ ...owing, key: 'leeds', place: 'Leeds' }] }],
    owes: [
      {
        kind: 'place',
        key: 'place leeds',
        name: 'Leeds',
        of: '',
        asks: 2,
        longest: 7,
        lastAsked: null,
        placeKey: 'leeds',
        people: [owing],
      },
      {
        kind: 'com',
        key: 'com leon grady bradford',
        name: 'Leon Grady',
        of: 'Bradford',
        asks: 1,
        longest: null,
        lastAsked: day('2026-11-19'),
        placeKey: 'bradford',
        people: [
          {
            ...owing,
            personId: 'p-4',
            name: 'Hussain, Tariq',
            what: 'Contact overdue',
            last: ASKED.last,
            next: ASKED.next,
          },
        ],
      },
    ],
    teamToFind: [
      {
        ...owing,
        personId: 'p-9',
        name: 'Ogden, Paul',
        prisonNumber: 'A9001PO',
        what: 'No COM',
        days: 40,
        next: null,
      },
    ],
    drafts: [
      {
        key: 'leeds',
        place: 'Leeds',
        to: ['head@leeds.example.gov.uk'],
        cc: [],
        subject: 'Answer needed on handover of 1 person',
        text: `1. A2750EJ, ${who}\n   No COM is named; handover was on 16 November 2026 (7 days).`,
        toWords: 'Head of the LDU',
        rungs: [7],
        steps: [{ days: 7, toWords: 'Head of the LDU', people: 1 }],
        due: [COM, MEETING],
        open: 1,
      },
    ],
    asked: [{ key: 'bradford', place: 'Bradford', rows: [ASKED] }],
    monthly: {
      dueOn: day('2026-11-02'),
      until: day('2027-01-07'),
      lists: [list('bradford', 'Bradford', '2026-11-02'), list('leeds', 'Leeds', null)],
    },
  }
}

export const madeUpLadder = (): OutputOf<'chases.ladder'> => ({
  rungs: [...USUAL_LADDER],
  by: null,
  seen: null,
  places: [
    { key: 'leeds', name: 'Leeds', people: 14, listed: 'ldu@leeds.example.gov.uk', emails: [], seen: null },
    {
      key: 'hull',
      name: 'Hull',
      people: 3,
      listed: null,
      emails: [{ days: 14, to: 'head@hull.example.gov.uk', cc: 'lead@yorkshire.example.gov.uk' }],
      seen: '2026-11-20T09:00:00.000Z',
    },
  ],
})
