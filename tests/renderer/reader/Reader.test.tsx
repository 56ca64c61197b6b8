import { describe, expect, it } from 'vitest'
import { canRun } from '../../../src/renderer/commands/define.ts'
import { runCommand } from '../../../src/renderer/commands/run.ts'
import { Reader } from '../../../src/renderer/reader/Reader.tsx'
import { coding } from '../../../src/renderer/state/coding.ts'
import { messages } from '../../../src/renderer/state/messages.ts'
import { openDocument } from '../../../src/renderer/state/workspace.ts'
import { press, said, show, testWindow, type, until } from '../panels/window.tsx'

const TEXT = 'One duty of all states. Another duty of some.\n\nA third paragraph is here.'

async function reading() {
  const window = testWindow()
  coding.setState(coding.getInitialState(), true)
  const { client } = window
  const shared = await client.codes.create({ name: 'Shared' })
  const actors = await client.codes.create({ name: 'Actors' })
  const documentId = await window.document('Text', TEXT)
  await window.code(documentId, 'One duty', shared)
  const page = await show(<Reader documentId={documentId} />)
  await until(() => page.querySelector('.text-block[aria-description]'))
  const codings = async () =>
    (await client.segments.list({})).rows.map(({ quote, code }) => `${code}: ${quote}`).sort()
  return { ...window, shared, actors, documentId, page, codings }
}

const picker = () => document.querySelector<HTMLInputElement>('.picker-input')

describe('Reader', () => {
  it('shows the text, says what its paragraphs carry, and keeps its commands', async () => {
    const { page } = await reading()
    expect(page.querySelector('[role="document"]')?.textContent).toBe(TEXT)
    expect(page.querySelector('.text-block')?.getAttribute('aria-description')).toBe('1 code: Shared')
    expect(page.querySelector('[data-place="text"]')).not.toBeNull()
  })

  it('codes the sentence at the caret when nothing is selected, and says so', async () => {
    const { actors, codings } = await reading()
    coding.setState({ lastCodeId: actors })
    runCommand('code.again')
    await expect.poll(codings).toContain('Actors: One duty of all states.')
    await until(() => messages.getState().polite === 'Actors applied, 5 words, 1 code here')
    runCommand('code.again')
    await until(() => said().some(text => text.includes('is on this passage already')))
  })

  it('finds a code by its first letters in the picker and applies it with Enter', async () => {
    const { codings, page } = await reading()
    runCommand('code.pick')
    const field = await until(picker)
    await type(field, 'act')
    await press('Enter', {}, field)
    await expect.poll(codings).toContain('Actors: One duty of all states.')
    expect(picker()).toBeNull()
    expect(document.activeElement).toBe(page.querySelector('.text'))
  })

  it('makes what is not there, below a parent, and several codes in one go', async () => {
    const { codings } = await reading()
    runCommand('code.pick')
    const field = await until(picker)
    await type(field, 'shared; act; Duties/Common')
    await press('Enter', {}, field)
    const sentence = 'One duty of all states.'
    await expect.poll(codings).toHaveLength(4)
    expect(await codings()).toEqual([
      `Actors: ${sentence}`,
      `Duties/Common: ${sentence}`,
      'Shared: One duty',
      `Shared: ${sentence}`,
    ])
  })

  it('makes the words themselves a code', async () => {
    const { codings } = await reading()
    runCommand('code.inVivo')
    await expect.poll(codings).toContain('One duty of all states.: One duty of all states.')
  })

  it('has the name of a code made in vivo corrected where it was made, and letters stay commands', async () => {
    const { codings, page, client } = await reading()
    const text = page.querySelector<HTMLElement>('.text')!
    text.focus()
    runCommand('code.inVivo')
    await until(() => page.querySelector('.new-name'))
    expect(document.activeElement).toBe(text)
    await until(() => canRun('code.renameNew'))
    runCommand('code.renameNew')
    const field = await until(() => page.querySelector<HTMLInputElement>('.new-name-field'))
    expect(document.activeElement).toBe(field)
    // a name that is taken is said, and can be corrected further
    await type(field, 'shared')
    await press('Enter', {}, field)
    await until(() => said().some(words => words.includes('already a code “shared”')))
    expect(document.activeElement).toBe(field)
    await type(field, 'A duty of all')
    await press('Enter', {}, field)
    await expect.poll(codings).toContain('A duty of all: One duty of all states.')
    await until(() => page.querySelector('.new-name') === null)
    expect(document.activeElement).toBe(text)

    // the key works on after the slip is gone; Esc leaves the name as it is
    runCommand('code.renameNew')
    const again = await until(() => page.querySelector<HTMLInputElement>('.new-name-field'))
    expect(again.value).toBe('A duty of all')
    await type(again, 'Nothing')
    await press('Escape', {}, again)
    expect(document.activeElement).toBe(text)
    expect((await client.codes.list()).map(({ name }) => name)).not.toContain('Nothing')
  })

  it('offers no other name for a code that was there before', async () => {
    const { codings, page, client } = await reading()
    await client.codes.create({ name: 'one duty of ALL states.' })
    await until(() => page.querySelector('.text-block[aria-description]'))
    await expect.poll(() => canRun('code.pick')).toBe(true)
    await new Promise(resolve => setTimeout(resolve, 50))
    runCommand('code.inVivo')
    await expect.poll(codings).toContain('one duty of ALL states.: One duty of all states.')
    expect(page.querySelector('.new-name')).toBeNull()
    expect(canRun('code.renameNew')).toBe(false)
  })

  it('takes off what is on the passage by Backspace on its row', async () => {
    const { codings, client, documentId } = await reading()
    const [segment] = await client.segments.ofDocument({ documentId })
    coding.setState({ segmentId: segment!.id })
    runCommand('code.pick')
    const field = await until(picker)
    expect(document.querySelector('[role="option"]')?.getAttribute('aria-checked')).toBe('true')
    await press('ArrowUp', {}, field)
    await press('Backspace', {}, field)
    await expect.poll(codings).toHaveLength(0)
    await expect.poll(said).toContain('Shared taken off 1:1')
  })

  it('goes from segment to segment, and removes the codings of the selected one', async () => {
    const { codings } = await reading()
    runCommand('segment.next')
    await until(() => coding.getState().segmentId !== null)
    runCommand('code.remove')
    await expect.poll(codings).toHaveLength(0)
  })

  it('moves the edges of the selected segment', async () => {
    const { codings } = await reading()
    runCommand('segment.next')
    runCommand('segment.endRight')
    runCommand('segment.startRight')
    await expect.poll(codings).toContain('Shared: ne duty ')
  })

  it('selects what the rest of the window wants to be seen', async () => {
    const { client, documentId } = await reading()
    const [segment] = await client.segments.ofDocument({ documentId })
    openDocument(documentId, { start: segment!.start, end: segment!.end }, segment!.id)
    await until(() => coding.getState().segmentId === segment!.id)
  })

  it('widens from the word to the paragraph', async () => {
    await reading()
    const spans = []
    for (let step = 0; step < 3; step++) {
      runCommand('selection.widen')
      await until(() => coding.getState().selection !== null)
      const { span } = coding.getState().selection!
      spans.push(TEXT.slice(span.start, span.end))
    }
    expect(spans).toEqual(['One', 'One duty of all states.', 'One duty of all states. Another duty of some.'])
  })

  it('finds words, counts them, and leaves the hit selected', async () => {
    const { page } = await reading()
    runCommand('find.here')
    const field = await until(() => page.querySelector<HTMLInputElement>('.find-bar-field'))
    await type(field, 'DUTY')
    expect(page.querySelector('.find-bar-count')?.textContent).toBe('1 of 2')
    await press('Enter', {}, field)
    await press('Escape', {}, field)
    await until(() => coding.getState().selection !== null)
    const { span } = coding.getState().selection!
    expect([span.start, TEXT.slice(span.start, span.end)]).toEqual([TEXT.indexOf('duty of some'), 'duty'])
  })

  it('helps where nothing is found: with the switches off, and with the words that are there', async () => {
    const { page } = await reading()
    runCommand('find.here')
    const field = await until(() => page.querySelector<HTMLInputElement>('.find-bar-field'))
    const found = () => page.querySelector('.find-bar-count')?.textContent
    await type(field, 'DUTY')
    runCommand('find.matchCase')
    await until(() => found() === 'not found')
    const hint = () => page.querySelector<HTMLElement>('.find-bar-hint')
    await until(() => hint()?.textContent === '2 with the switches off')
    await press('Enter', {}, field)
    await until(() => found() === '1 of 2')

    await type(field, 'dut')
    expect(found()).toBe('1 of 2')
    runCommand('find.wholeWords')
    await until(() => found() === 'not found')
    runCommand('find.wholeWords')
    await type(field, 'paragrahp')
    await until(() => hint()?.textContent === 'Did you mean “paragraph” (1)?')
    hint()!.click()
    await until(() => found() === '1 of 1')
    expect([field.value, document.activeElement === field]).toEqual(['paragraph', true])
    expect(hint()).toBeNull()
  })

  it('writes a comment on the segment while it is typed', async () => {
    const { page, client, documentId } = await reading()
    runCommand('segment.next')
    runCommand('code.comment')
    const field = await until(() => page.querySelector<HTMLTextAreaElement>('.comment-field'))
    await type(field, 'a thought')
    await press('Escape', {}, field)
    const written = async () => (await client.segments.ofDocument({ documentId }))[0]?.comment
    await expect.poll(written).toBe('a thought')
    expect(page.querySelector('.comment-field')).toBeNull()
  })
})
