/** From an event to what came of it: in the document, and on the screen. */
export interface Seen {
  readonly dom: number
  readonly frame: number
}

/** What runs in the page: it looks at the program from outside, as a person would. Times are in ms. */
export interface Probe {
  /** begins with the next event of that type; ends when `selector` names an element with a new `attribute` */
  awaitNew(event: string, selector: string, attribute: string): void
  /** the same, for any change of the words below `selector` */
  awaitChange(event: string, selector: string): void
  /** what came of it: when, and when its frame was on the screen; null: nothing */
  seen(): Promise<Seen | null>
  /** when the frame that shows what is there now is on the screen */
  painted(): Promise<number>
  /** time from frame to frame, until `framesEnd` */
  framesBegin(): void
  framesEnd(): { frames: number[]; long: { ms: number; scripts: string }[] }
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Sent to the page as source: nothing outside of it can be used. */
export function installProbe(): void {
  const PATIENCE = 3000
  const began = (type: string): Promise<number> =>
    new Promise(resolve => {
      window.addEventListener(type, event => resolve(event.timeStamp), { capture: true, once: true })
    })
  /** after the frame that shows what is there now */
  const painted = (): Promise<number> =>
    new Promise(resolve => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const until = (isSo: () => boolean): Promise<number> =>
    new Promise(resolve => {
      const look = () => {
        if (!isSo()) return false
        resolve(performance.now())
        observer.disconnect()
        return true
      }
      const observer = new MutationObserver(look)
      const what = { childList: true, subtree: true, attributes: true, characterData: true }
      if (!look()) observer.observe(document, what)
    })

  async function timed(event: string, isSo: () => boolean): Promise<Seen | null> {
    const measured = began(event).then(async start => {
      const dom = await until(isSo)
      const frame = await painted()
      return { dom: dom - start, frame: frame - start }
    })
    const late = new Promise<null>(resolve => setTimeout(() => resolve(null), PATIENCE))
    return Promise.race([measured, late])
  }

  let pending: Promise<Seen | null> = Promise.resolve(null)
  let frames: number[] = []
  let long: { ms: number; scripts: string }[] = []
  let isCounting = false
  const lookAtLong = (entries: PerformanceObserverEntryList) => {
    for (const entry of entries.getEntries()) {
      const { scripts = [] } = entry as PerformanceEntry & {
        scripts?: { duration: number; invoker: string }[]
      }
      const words = scripts.map(({ duration, invoker }) => `${invoker} ${Math.round(duration)}`)
      long.push({ ms: entry.duration, scripts: words.join(', ') })
    }
  }
  const observer = new PerformanceObserver(lookAtLong)

  window.probe = {
    awaitNew: (event, selector, attribute) => {
      const values = () =>
        [...document.querySelectorAll(selector)].map(element => element.getAttribute(attribute) ?? '')
      const before = new Set(values())
      pending = timed(event, () => values().some(value => !before.has(value)))
    },
    awaitChange: (event, selector) => {
      const shown = () => document.querySelector(selector)?.textContent
      const before = shown()
      pending = timed(event, () => shown() !== before)
    },
    seen: () => pending,
    painted,
    framesBegin: () => {
      frames = []
      long = []
      isCounting = true
      observer.observe({ type: 'long-animation-frame' })
      let last = 0
      const count = (now: number) => {
        if (last > 0) frames.push(now - last)
        last = now
        if (isCounting) requestAnimationFrame(count)
      }
      requestAnimationFrame(count)
    },
    framesEnd: () => {
      isCounting = false
      lookAtLong({ getEntries: () => observer.takeRecords() } as PerformanceObserverEntryList)
      observer.disconnect()
      return { frames, long }
    },
  }
}
