import { useEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { call, type CallError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useUi } from '../../state/ui-store.ts'

export type Inspected = OutputOf<'import.inspect'>
export type Previewed = OutputOf<'import.preview'>
export type Report = OutputOf<'import.confirm'>
/** How the person matched the file: kept, so that going back finds it as it was left. */
export type Choices = Omit<InputOf<'import.preview'>, 'token'>

export type Stage =
  | { step: 'choose' }
  | { step: 'columns'; token: string; inspected: Inspected; choices: Choices | null }
  | { step: 'preview'; token: string; inspected: Inspected; choices: Choices; preview: Previewed }
  | { step: 'report'; report: Report }

export interface Journey {
  stage: Stage
  /** What is being done now, in words; empty when nothing is. */
  doing: string
  failure: CallError | null
  choose: () => void
  /** A table copied from a screen or a message. */
  paste: (text: string) => void
  preview: (choices: Choices) => void
  back: () => void
  /** `take` names the values of the list that take the place of what was typed here. */
  confirm: (take: readonly string[]) => void
  cancel: () => void
}

/** The steps of one import. Whatever is left half way is forgotten, here and by the app. */
export function useImport(): Journey {
  const [stage, setStage] = useState<Stage>({ step: 'choose' })
  const [doing, setDoing] = useState('')
  const commands = {
    choose: useCommand('import.choose'),
    paste: useCommand('import.paste'),
    inspect: useCommand('import.inspect'),
    preview: useCommand('import.preview'),
    confirm: useCommand('import.confirm'),
  }
  const failure = Object.values(commands).find((command) => command.error !== null)?.error ?? null
  useForgetOnLeave(stage)

  async function during<T>(words: string, work: () => Promise<T>): Promise<T> {
    for (const command of Object.values(commands)) command.clear()
    setDoing(words)
    useUi.getState().announce(words)
    try {
      return await work()
    } finally {
      setDoing('')
    }
  }

  const choose = () =>
    during('Choosing a file…', async () => {
      const chosen = await commands.choose.run({})
      if (!chosen?.file) return
      await inspect(chosen.file)
    })

  const paste = (text: string) =>
    during('Reading what was pasted…', async () => {
      const pasted = await commands.paste.run({ text })
      if (pasted) await inspect(pasted.file)
    })

  async function inspect({ token, name }: { token: string; name: string }): Promise<void> {
    setDoing(`Reading ${name}…`)
    const inspected = await commands.inspect.run({ token })
    if (inspected) setStage({ step: 'columns', token, inspected, choices: null })
    else forget(token)
  }

  const preview = (choices: Choices) =>
    during('Working out what would change…', async () => {
      if (stage.step !== 'columns' && stage.step !== 'preview') return
      const { token, inspected } = stage
      const made = await commands.preview.run({ token, ...choices })
      if (made) setStage({ step: 'preview', token, inspected, choices, preview: made })
      else setStage({ step: 'columns', token, inspected, choices })
    })

  const confirm = (take: readonly string[]) =>
    during('Importing…', async () => {
      if (stage.step !== 'preview') return
      const report = await commands.confirm.run({ previewId: stage.preview.previewId, take: [...take] })
      if (report) setStage({ step: 'report', report })
    })

  const back = () => {
    if (stage.step !== 'preview') return
    for (const command of Object.values(commands)) command.clear()
    setStage({ step: 'columns', token: stage.token, inspected: stage.inspected, choices: stage.choices })
  }

  const cancel = () => {
    if ('token' in stage) forget(stage.token)
    for (const command of Object.values(commands)) command.clear()
    setStage({ step: 'choose' })
  }

  return {
    stage,
    doing,
    failure,
    choose: () => void choose(),
    paste: (text) => void paste(text),
    preview: (choices) => void preview(choices),
    back,
    confirm: (take) => void confirm(take),
    cancel,
  }
}

/** Nothing is lost if this fails: the app forgets on its own when it locks. */
const forget = (token: string) => void call('import.discard', { token }).catch(() => undefined)

function useForgetOnLeave(stage: Stage) {
  const held = useRef<string | null>(null)
  useEffect(() => {
    held.current = 'token' in stage ? stage.token : null
  }, [stage])
  useEffect(
    () => () => {
      if (held.current !== null) forget(held.current)
    },
    [],
  )
}
