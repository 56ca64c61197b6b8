import { describe, expect, it } from 'vitest'
import { PaneContext, useOwnCoding, useSideName } from '../../../src/renderer/reader/own-pane.ts'
import { coding, resetCoding } from '../../../src/renderer/state/coding.ts'
import { openBeside, otherPane } from '../../../src/renderer/state/panes.ts'
import { openDocument } from '../../../src/renderer/state/workspace.ts'
import { show, testWindow, until } from '../panels/window.tsx'
import { documents } from '../state/documents.ts'

function Seen() {
  const isPicking = useOwnCoding(state => state.picking)
  const side = useSideName()
  return <p>{`${isPicking ? 'picks' : 'rests'}${side}`}</p>
}

describe('the pane of a reader', () => {
  it('picks and selects only while it is the active one, and has a side while there are two', async () => {
    testWindow()
    resetCoding()
    const [a, b] = documents
    openDocument(a)
    const page = await show(
      (['a', 'b'] as const).map(id => (
        <PaneContext key={id} value={id}>
          <Seen />
        </PaneContext>
      )),
    )
    const seen = () => [...page.querySelectorAll('p')].map(({ textContent }) => textContent)
    coding.setState({ picking: true })
    await until(() => seen()[0] === 'picks')
    expect(seen()).toEqual(['picks', 'rests'])
    openBeside(b)
    coding.setState({ picking: true })
    await until(() => seen()[1] === 'picks, right')
    expect(seen()).toEqual(['rests, left', 'picks, right'])
    otherPane()
    await until(() => seen()[1] === 'rests, right')
    expect(seen()).toEqual(['rests, left', 'rests, right'])
  })
})
