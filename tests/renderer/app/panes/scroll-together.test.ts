import { describe, expect, it, onTestFinished } from 'vitest'
import { progressOf, scrollTogether } from '../../../../src/renderer/app/panes/scroll-together.ts'

function texts() {
  const box = document.body.appendChild(document.createElement('div'))
  const scrollers = ['a', 'b'].map((id, index) => {
    const pane = box.appendChild(document.createElement('div'))
    pane.dataset['pane'] = id
    if (index === 0) pane.dataset['active'] = ''
    const scroller = pane.appendChild(document.createElement('div'))
    scroller.className = 'reader-scroll'
    Object.defineProperty(scroller, 'clientHeight', { value: 100 })
    Object.defineProperty(scroller, 'scrollHeight', { value: 1100 * (index + 1) - 100 * index })
    return scroller
  })
  onTestFinished(() => box.remove())
  return { box, left: scrollers[0]!, right: scrollers[1]! }
}

function scroll(scroller: HTMLElement, to: number): void {
  scroller.scrollTop = to
  scroller.dispatchEvent(new Event('scroll'))
}

describe('scrolling together', () => {
  it('takes the other text to the same part of its length', () => {
    const { box, left, right } = texts()
    onTestFinished(scrollTogether(box))
    scroll(left, 250)
    expect(right.scrollTop).toBe(500)
  })

  it('is led by the text that was touched last, and not answered by the other', () => {
    const { box, left, right } = texts()
    onTestFinished(scrollTogether(box))
    scroll(right, 1000)
    expect(left.scrollTop).toBe(0)
    right.dispatchEvent(new Event('wheel', { bubbles: true }))
    scroll(right, 1000)
    expect(left.scrollTop).toBe(500)
  })

  it('ends', () => {
    const { box, left, right } = texts()
    scrollTogether(box)()
    scroll(left, 250)
    expect(right.scrollTop).toBe(0)
  })

  it('knows no progress in a text that fits the screen', () => {
    expect(progressOf({ scrollTop: 0, scrollHeight: 100, clientHeight: 100 })).toBe(0)
  })
})
