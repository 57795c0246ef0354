import { useLocation, useNavigationType } from 'react-router'

/** Given to `navigate` when the way back to a list is not the window's own Back. */
export const COMING_BACK = { comingBack: true } as const

/** Whether this page was gone back to, so that it takes up where it was left. */
export function useCameBack(): boolean {
  const how = useNavigationType()
  const { state } = useLocation() as { state: Partial<typeof COMING_BACK> | null }
  return how === 'POP' || state?.comingBack === true
}
