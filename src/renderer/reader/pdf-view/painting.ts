import type { PagesStore } from './pages-state.ts'
import type { OpenPainter, PagePainter } from './painter.ts'

/** The file behind the pages: opened while they are read, asked for its password, closed with them. */
export class Painting {
  private readonly openPainter: OpenPainter
  private readonly state: PagesStore
  private readonly ready: (painter: PagePainter | null) => void
  private opening: Promise<PagePainter> | null = null

  /** `ready` is told what draws the pages, or null where nothing can */
  constructor(openPainter: OpenPainter, state: PagesStore, ready: (painter: PagePainter | null) => void) {
    this.openPainter = openPainter
    this.state = state
    this.ready = ready
  }

  open(): void {
    const opening = this.openPainter(wasWrong => this.askPassword(wasWrong))
    this.opening = opening
    opening.then(
      painter => {
        if (this.opening !== opening) {
          painter.close()
          return
        }
        this.state.setState({ trouble: null })
        this.ready(painter)
        if (this.state.getState().side === 'outline') void this.wantOutline()
      },
      (error: unknown) => {
        if (this.opening !== opening) return
        console.warn('the pages cannot be drawn', error)
        this.state.setState({
          lock: null,
          trouble: 'The pictures of the pages cannot be drawn; their words stand where they were printed.',
        })
        this.ready(null)
      },
    )
  }

  /** What is still being opened is closed as soon as it is there; nobody waits for a password any more. */
  close(): void {
    const { opening } = this
    this.opening = null
    this.state.getState().lock?.answer(null)
    opening?.then(
      painter => painter.close(),
      () => undefined,
    )
  }

  async wantOutline(): Promise<void> {
    if (this.state.getState().outline !== undefined || !this.opening) return
    const outline = await this.opening.then(painter => painter.outline())
    this.state.setState({ outline })
  }

  async drawSmall(page: number, canvas: HTMLCanvasElement, signal: AbortSignal): Promise<void> {
    await this.opening?.then(painter => painter.draw(page, canvas, signal))
  }

  private askPassword(wasWrong: boolean): Promise<string | null> {
    return new Promise(resolve => {
      const answer = (password: string | null) => {
        this.state.setState({ lock: null })
        resolve(password)
      }
      this.state.setState({ lock: { wasWrong, answer } })
    })
  }
}
