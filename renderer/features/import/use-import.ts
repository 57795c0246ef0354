import { useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { call, CallError, toCallError } from '../../api/client.ts'
import { useUi } from '../../state/ui-store.ts'
import { useProgress, type Progress } from './use-progress.ts'

export type Inspected = OutputOf<'import.inspect'>
export type Previewed = OutputOf<'import.preview'>
export type Report = OutputOf<'import.confirm'>
/** How the person matched one file: kept, so that going back finds it as it was left. */
export type Choices = Omit<InputOf<'import.preview'>['files'][number], 'token'>
/** Rows of no number, and whom the person said they are about. */
export type Same = NonNullable<InputOf<'import.preview'>['same']>

/** One file of the run. `choices` is null until its columns were matched. */
export interface RunFile {
  token: string
  inspected: Inspected
  choices: Choices | null
}

export type Stage =
  | { step: 'choose' }
  | { step: 'columns'; files: readonly RunFile[]; at: number; same: Same }
  | { step: 'preview'; files: readonly RunFile[]; same: Same; preview: Previewed }
  | { step: 'report'; report: Report }

export interface Journey {
  stage: Stage
  /** What is being done now, in words; empty when nothing is. */
  doing: string
  /** How far the reading of a long file has come; null where nothing is known. */
  progress: Progress | null
  /** What was stopped, said once. */
  stopped: boolean
  failure: CallError | null
  choose: () => void
  /** A table copied from a screen or a message. */
  paste: (text: string) => void
  /** Files of the folder that is watched. */
  takeNew: (keys: readonly string[]) => void
  /** The columns of the file in hand are matched: on to the next, or to the preview. */
  matched: (choices: Choices) => void
  /** The same, and another file is asked for. */
  matchedAndAdd: (choices: Choices) => void
  /** The preview worked out again, with what was said of rows without a number. */
  again: (same: Same) => void
  back: () => void
  /** `take` names the values of the list that take the place of what was typed here. */
  confirm: (take: readonly string[]) => void
  /** Stops what is being read, and forgets every file. */
  cancel: () => void
}

/** The steps of one import, of one file or several. Whatever is left half way is forgotten, here and by the app. */
export function useImport(): Journey {
  const [stage, setStage] = useState<Stage>({ step: 'choose' })
  const [doing, setDoing] = useState('')
  const [stopped, setStopped] = useState(false)
  /** Tokens of files that are being read, which no stage holds yet. */
  const reading = useRef<readonly string[]>([])
  /** Rises when everything is called off: what comes back after that is for nobody. */
  const turn = useRef(0)
  const busy = useRef(false)
  const progress = useProgress(doing !== '')
  const [failure, setFailure] = useState<CallError | null>(null)
  useForgetOnLeave(stage)

  /** One thing at a time: a second press while one is being done does nothing. */
  async function during(words: string, work: (isOff: () => boolean) => Promise<void>): Promise<void> {
    if (busy.current) return
    busy.current = true
    setFailure(null)
    setStopped(false)
    setDoing(words)
    useUi.getState().announce(words)
    const mine = turn.current
    const isOff = () => turn.current !== mine
    try {
      await work(isOff)
    } catch (thrown) {
      if (!isOff()) setFailure(toCallError(thrown))
    } finally {
      if (!isOff()) {
        setDoing('')
        busy.current = false
      }
    }
  }

  type Chosen = { token: string; name: string }

  /** Reads the headings of each. Where one cannot be used none of them is kept, and why is thrown. */
  async function inspectAll(chosen: readonly Chosen[], isOff: () => boolean): Promise<RunFile[]> {
    reading.current = chosen.map(({ token }) => token)
    const files: RunFile[] = []
    try {
      for (const { token, name } of chosen) {
        if (isOff()) return []
        setDoing(`Reading ${name}…`)
        files.push({
          token,
          inspected: await inspectNamed(token, chosen.length > 1 ? name : null),
          choices: null,
        })
      }
    } catch (thrown) {
      for (const { token } of chosen) forget(token)
      throw thrown
    } finally {
      if (!isOff()) reading.current = []
    }
    return files
  }

  async function start(chosen: readonly Chosen[], isOff: () => boolean): Promise<void> {
    if (chosen.length === 0 || isOff()) return
    const files = await inspectAll(chosen, isOff)
    if (!isOff()) setStage({ step: 'columns', files, at: 0, same: [] })
  }

  const choose = () =>
    during('Choosing files…', async (isOff) => start((await call('import.choose', {})).files, isOff))

  const paste = (text: string) =>
    during('Reading what was pasted…', async (isOff) =>
      start([(await call('import.paste', { text })).file], isOff),
    )

  const takeNew = (keys: readonly string[]) =>
    during('Reading the newer files…', async (isOff) =>
      start((await call('import.takeNewFiles', { keys: [...keys] })).files, isOff),
    )

  async function preview(files: readonly RunFile[], same: Same, isOff: () => boolean): Promise<void> {
    const asked = files.map(({ token, choices }) => Object.assign({ token }, choices as Choices))
    try {
      const made = await call('import.preview', { files: asked, same })
      if (!isOff()) setStage({ step: 'preview', files, same, preview: made })
    } catch (thrown) {
      const token = toCallError(thrown).fields['token']
      const at = Math.max(
        0,
        files.findIndex((file) => file.token === token),
      )
      if (!isOff()) setStage({ step: 'columns', files, at, same })
      throw thrown
    }
  }

  const withChoices = (choices: Choices) => {
    if (stage.step !== 'columns') return null
    const { files, at, same } = stage
    return { at, same, files: files.with(at, { ...(files[at] as RunFile), choices }) }
  }

  const matched = (choices: Choices) => {
    const known = withChoices(choices)
    if (known === null) return
    const { files, at, same } = known
    if (at < files.length - 1) {
      setFailure(null)
      setStage({ step: 'columns', files, at: at + 1, same })
    } else void during('Working out what would change…', (isOff) => preview(files, same, isOff))
  }

  const matchedAndAdd = (choices: Choices) => {
    const known = withChoices(choices)
    if (known === null) return
    void during('Choosing files…', async (isOff) => {
      const chosen = (await call('import.choose', { beside: true })).files
      if (chosen.length === 0 || isOff()) return
      const more = await inspectAll(chosen, isOff)
      if (isOff()) return
      const files = [...known.files, ...more]
      setStage({ step: 'columns', files, at: known.files.length, same: known.same })
    })
  }

  const again = (same: Same) => {
    if (stage.step !== 'preview') return
    const { files } = stage
    void during('Working out what would change…', (isOff) => preview(files, same, isOff))
  }

  const confirm = (take: readonly string[]) =>
    during('Importing…', async () => {
      if (stage.step !== 'preview') return
      const report = await call('import.confirm', { previewId: stage.preview.previewId, take: [...take] })
      setStage({ step: 'report', report })
    })

  const back = () => {
    setFailure(null)
    if (stage.step === 'preview') {
      const { files, same } = stage
      setStage({ step: 'columns', files, at: files.length - 1, same })
    } else if (stage.step === 'columns' && stage.at > 0) setStage({ ...stage, at: stage.at - 1 })
  }

  const cancel = () => {
    turn.current += 1
    for (const token of reading.current) forget(token)
    for (const token of tokensOf(stage)) forget(token)
    reading.current = []
    setStopped(doing !== '')
    busy.current = false
    setDoing('')
    setFailure(null)
    setStage({ step: 'choose' })
  }

  return {
    stage,
    doing,
    progress,
    stopped,
    failure,
    choose: () => void choose(),
    paste: (text) => void paste(text),
    takeNew: (keys) => void takeNew(keys),
    matched,
    matchedAndAdd,
    again,
    back,
    confirm: (take) => void confirm(take),
    cancel,
  }
}

/** Of several files, what is wrong names the one it is wrong with. */
async function inspectNamed(token: string, name: string | null): Promise<Inspected> {
  try {
    return await call('import.inspect', { token })
  } catch (thrown) {
    if (name === null) throw thrown
    const { code, message, fields } = toCallError(thrown)
    throw new CallError(
      code,
      `${name}: ${message} None of the files was taken: choose the others again.`,
      fields,
    )
  }
}

const tokensOf = (stage: Stage): string[] => ('files' in stage ? stage.files.map(({ token }) => token) : [])

/** Nothing is lost if this fails: the app forgets on its own when it locks. */
const forget = (token: string) => void call('import.discard', { token }).catch(() => undefined)

function useForgetOnLeave(stage: Stage) {
  const held = useRef<readonly string[]>([])
  useEffect(() => {
    held.current = tokensOf(stage)
  }, [stage])
  useEffect(
    () => () => {
      for (const token of held.current) forget(token)
    },
    [],
  )
}
