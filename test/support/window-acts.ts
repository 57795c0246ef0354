import type { InputOf, MethodName, OutputOf } from '../../domain/contract/index.ts'
import type { RunningDesk } from './start-desk.ts'

/** Types a day, `19 11 2026`, into the one date on the page. */
export async function fillDay(page: RunningDesk['page'], text: string): Promise<void> {
  const [day, month, year] = text.split(' ') as [string, string, string]
  await page.getByLabel('Day', { exact: true }).fill(day)
  await page.getByLabel('Month', { exact: true }).fill(month)
  await page.getByLabel('Year', { exact: true }).fill(year)
}

/** Asks the app as its pages do; throws what it answers where it refuses. */
export async function invoke<M extends MethodName>(
  page: RunningDesk['page'],
  method: M,
  input: InputOf<M>,
): Promise<OutputOf<M>> {
  const answer = await page.evaluate(([name, given]) => window.desk.invoke(name, given as never), [
    method,
    input,
  ] as const)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
