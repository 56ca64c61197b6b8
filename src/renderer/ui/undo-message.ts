import { client } from '../data/session.ts'
import { attempt, say } from '../state/messages.ts'

/** Says a deed that was just done, with a button that undoes it and nothing else. */
export async function sayUndoable(text: string): Promise<void> {
  const { step } = await client().history.state()
  say(text, { label: 'Undo', run: () => void attempt(() => undoStep(step)) })
}

/** Undo goes step by step: the button of an older message must not undo a later deed. */
async function undoStep(step: number): Promise<void> {
  const now = await client().history.state()
  if (now.step !== step) {
    say('Something else has been done since. Undo that first: it is listed under History.')
    return
  }
  const { label } = await client().history.undo()
  say(`Undone: ${label}`)
}
