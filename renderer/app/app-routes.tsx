import { lazy, Suspense, useEffect, useState } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import type { SessionStatus } from '../api/use-session.ts'
import { HandoversPage } from '../features/handovers/handovers-page.tsx'
import { TodayPage } from '../features/today/today-page.tsx'
import { UnlockPage } from '../features/unlock/unlock-page.tsx'
import { BlankPage } from './blank-page.tsx'
import { Frame } from './frame.tsx'
import { later } from './later.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** Pages fetched when first opened, or when the window has nothing else to do. */
const caseload = later(() => import('../features/caseload/caseload-page.tsx'))
const caseOfPerson = later(() => import('../features/case/case-page.tsx'))
const pack = later(() => import('../features/pack/pack-page.tsx'))
const calendar = later(() => import('../features/calendar/calendar-page.tsx'))
const meetings = later(() => import('../features/meeting/meetings-page.tsx'))
const notes = later(() => import('../features/meeting/notes-page.tsx'))
const rules = later(() => import('../features/rules/rules-page.tsx'))
const adopt = later(() => import('../features/rules/adopt-page.tsx'))
const ruleItem = later(() => import('../features/rules/item-page.tsx'))
const parole = later(() => import('../features/parole/parole-page.tsx'))
const allocation = later(() => import('../features/allocation/allocation-page.tsx'))
const handOver = later(() => import('../features/allocation/hand-over-page.tsx'))
const staff = later(() => import('../features/staff/staff-page.tsx'))
const staffMember = later(() => import('../features/staff/member-page.tsx'))
const changes = later(() => import('../features/changes/changes-page.tsx'))
const differences = later(() => import('../features/differences/differences-page.tsx'))
const quality = later(() => import('../features/quality/quality-page.tsx'))
const compare = later(() => import('../features/compare/compare-page.tsx'))
const imports = later(() => import('../features/import/import-page.tsx'))
const undoImport = later(() => import('../features/import/undo-page.tsx'))
const movements = later(() => import('../features/movements/movements-page.tsx'))
const sources = later(() => import('../features/sources/sources-page.tsx'))
const ready = later(() => import('../features/ready/ready-page.tsx'))
const readyPerson = later(() => import('../features/ready/person-page.tsx'))
const letter = later(() => import('../features/letter/letter-page.tsx'))
const sheet = later(() => import('../features/sheets/sheet-page.tsx'))
const asKnown = later(() => import('../features/as-known/as-known-page.tsx'))
const chases = later(() => import('../features/chases/chases-page.tsx'))
const chaseLadder = later(() => import('../features/chases/ladder-page.tsx'))
const users = later(() => import('../features/users/users-page.tsx'))
const help = later(() => import('../features/help/help-page.tsx'))
const SetupPage = lazy(() => import('../features/setup/setup-page.tsx'))
const LATER = [
  caseload,
  caseOfPerson,
  calendar,
  meetings,
  notes,
  pack,
  compare,
  changes,
  parole,
  allocation,
  chases,
  staff,
  differences,
  quality,
  imports,
  users,
  help,
]

/** Begins fetching the page a window opens on, while the session is still being asked for. */
export function fetchFirst(path: string): void {
  const first = [
    [/^\/caseload/u, caseload],
    [/^\/calendar/u, calendar],
    [/^\/case\/[^/]+\/pack/u, pack],
    [/^\/case\/[^/]+\/letter/u, letter],
    [/^\/case\//u, caseOfPerson],
  ] as const
  first
    .find(([of]) => of.test(path))?.[1]
    .bring()
    .catch(() => undefined)
}

export function AppRoutes({ status, refetch }: { status: SessionStatus; refetch: () => void }) {
  const open = status.state === 'unlocked'
  // Making the store unlocks it, but its recovery key must be put away before anything else is shown.
  const [settingUp, setSettingUp] = useState(status.state === 'none')
  useFetchWhenIdle(open)
  if (status.state === 'none' || settingUp) {
    return (
      <Suspense>
        <SetupPage
          onDone={() => {
            setSettingUp(false)
            refetch()
          }}
        />
      </Suspense>
    )
  }
  if (!open) return <UnlockPage onOpen={refetch} />
  return (
    <Frame>
      <Routes>
        <Route path="/" element={<Navigate to="/today" replace />} />
        <Route path="/unlock" element={<Navigate to="/today" replace />} />
        <Route path="/today" element={<TodayPage />} />
        <Route path="/handovers" element={<Navigate to="/handovers/upcoming" replace />} />
        <Route path="/handovers/:tab" element={<HandoversPage />} />
        <Route path="/caseload" element={<caseload.Page />} />
        <Route path="/case/:personId/pack" element={<pack.Page />} />
        <Route path="/case/:personId/letter" element={<letter.Page />} />
        <Route path="/case/:personId/:part?" element={<caseOfPerson.Page />} />
        <Route path="/calendar" element={<calendar.Page />} />
        <Route path="/meetings" element={<meetings.Page />} />
        <Route path="/notes" element={<notes.Page />} />
        <Route path="/parole" element={<parole.Page />} />
        <Route path="/allocation" element={<allocation.Page />} />
        <Route path="/allocation/hand-over" element={<handOver.Page />} />
        <Route path="/staff" element={<staff.Page />} />
        <Route path="/staff/:staffId" element={<staffMember.Page />} />
        <Route path="/rules" element={<rules.Page />} />
        <Route path="/rules/adopt" element={<adopt.Page />} />
        <Route path="/rules/item/:itemId" element={<ruleItem.Page />} />
        <Route path="/changes" element={<changes.Page />} />
        <Route path="/differences" element={<differences.Page />} />
        <Route path="/data-quality" element={<quality.Page />} />
        <Route path="/compare" element={<compare.Page />} />
        <Route path="/import" element={<imports.Page />} />
        <Route path="/import/undo/:importId" element={<undoImport.Page />} />
        <Route path="/movements" element={<movements.Page />} />
        <Route path="/sources" element={<sources.Page />} />
        <Route path="/ready" element={<ready.Page />} />
        <Route path="/ready/:personId" element={<readyPerson.Page />} />
        <Route path="/sheet/:kind" element={<sheet.Page />} />
        <Route path="/as-known" element={<asKnown.Page />} />
        <Route path="/chases" element={<chases.Page />} />
        <Route path="/chases/ladder" element={<chaseLadder.Page />} />
        <Route path="/users" element={<users.Page />} />
        <Route path="/help" element={<help.Page />} />
        <Route path="/blank" element={<BlankPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </Frame>
  )
}

/** A window waiting for its first answer is idle too: its page comes before the code of the others. */
const FIRST_PAGE_MS = 400

/** The rest of the pages, once the first has been painted: so that opening one is never waiting for its code. */
function useFetchWhenIdle(open: boolean) {
  useEffect(() => {
    if (!open || typeof requestIdleCallback !== 'function') return undefined
    let idle: number | undefined
    const timer = setTimeout(() => {
      idle = requestIdleCallback(
        () => void Promise.all(LATER.map(({ bring }) => bring())).catch(() => undefined),
      )
    }, FIRST_PAGE_MS)
    return () => {
      clearTimeout(timer)
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [open])
}
