import { useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { RowChoice } from '../../components/form/row-choice.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showMoment } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import type { Journey } from './use-import.ts'

type File = OutputOf<'import.newFiles'>['files'][number]

/** What has been saved in the folder of extracts and is not in yet. Suggested, and never brought in by itself. */
export function NewFiles({ journey }: { journey: Journey }) {
  const { data, refetch } = useQuery('import.newFiles', {})
  const watch = useCommand('import.watchFolder')
  const stop = useCommand('import.stopWatching')
  const passOver = useCommand('import.passOver')
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  if (data === undefined) return null
  const { folder, problem, files } = data
  const error = watch.error ?? stop.error ?? passOver.error
  const announce = (words: string) => useUi.getState().announce(words)

  const turn = (key: string) => {
    const next = new Set(out)
    if (!next.delete(key)) next.add(key)
    setOut(next)
  }
  async function choose() {
    const chosen = await watch.run({})
    if (chosen?.folder) announce(`Newer files in ${chosen.folder} will be suggested.`)
  }
  async function leave({ key, name }: File) {
    if (await passOver.run({ key })) announce(`${name} will not be suggested again.`)
  }
  async function end() {
    if (await stop.run({})) announce('No folder is watched any more.')
  }

  const errors = <ErrorSummary errors={error === null ? [] : [{ message: error.message }]} />
  if (folder === null)
    return (
      <>
        {errors}
        <p className="desk-second">
          Extracts always saved in the same folder?{' '}
          <button type="button" className="desk-link-button" onClick={() => void choose()}>
            Choose that folder
          </button>{' '}
          and newer files in it are suggested here.
        </p>
      </>
    )
  const wanted = files.filter(({ key }) => !out.has(key)).map(({ key }) => key)
  return (
    <Section title="Newer files" note={`in ${folder}, not in yet`}>
      {errors}
      {problem !== null && <p>{problem} Its files are suggested again once it can be.</p>}
      {problem === null && files.length === 0 && <p>Nothing newer is in {folder}.</p>}
      {files.length > 0 && (
        <fieldset className="govuk-fieldset">
          <legend className="govuk-visually-hidden">Newer files to bring in</legend>
          <ul className="govuk-list desk-import__new">
            {files.map((file, at) => (
              <li key={file.key}>
                <RowChoice
                  kind="checkboxes"
                  id={`new-file-${at}`}
                  name="new-files"
                  checked={!out.has(file.key)}
                  onTurn={() => turn(file.key)}
                  label={`${file.name}, saved ${showMoment(file.at)}`}
                />
                <button type="button" className="desk-link-button" onClick={() => void leave(file)}>
                  Do not suggest <span className="govuk-visually-hidden">{file.name}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button kind="secondary" disabled={wanted.length === 0} onPress={() => journey.takeNew(wanted)}>
            {wanted.length === 1 ? 'Bring it in' : `Bring ${wanted.length} in`}
          </Button>
        </fieldset>
      )}
      <p className="desk-second">
        <button type="button" className="desk-link-button" onClick={refetch}>
          Look again
        </button>{' '}
        <button type="button" className="desk-link-button" onClick={() => void choose()}>
          Choose another folder
        </button>{' '}
        <button type="button" className="desk-link-button" onClick={() => void end()}>
          Watch no folder
        </button>
      </p>
    </Section>
  )
}
