import type { Session } from '../core/session/session.ts'
import type { ShownState } from '../shared/desktop.ts'
import type { OpenProject } from '../shared/host.ts'
import type { MenuModel } from './menu.ts'

export interface MenuFacts {
  readonly session: Pick<Session, 'call' | 'current' | 'recents' | 'onChange' | 'onProject'>
  readonly platform: NodeJS.Platform
  readonly devTools: boolean
  readonly theme: ShownState['theme']
  show(model: MenuModel): void
}

export interface Menus {
  /** what the page says of itself */
  tell(shown: ShownState): void
  refresh(): void
}

interface UndoState {
  readonly undo: string | null
  readonly redo: string | null
}
const NOTHING: UndoState = { undo: null, redo: null }

/** Gathers what the menus show, and shows it whenever it has changed. */
export function createMenus({ session, platform, devTools, theme, show }: MenuFacts): Menus {
  let shown: ShownState | null = null
  let steps = NOTHING
  let asked = 0

  function refresh(): void {
    show({
      platform,
      devTools,
      hasProject: session.current() !== null,
      ...steps,
      recents: session.recents().filter(({ missing }) => !missing),
      shown,
      theme: shown?.theme ?? theme,
    })
  }

  /** The words behind Undo and Redo are the diary's; an answer overtaken by a later one is dropped. */
  async function askSteps(): Promise<void> {
    const turn = ++asked
    const reply = await session.call('history.state', {})
    if (turn !== asked) return
    steps = reply.ok ? (reply.value as UndoState) : NOTHING
    refresh()
  }

  session.onChange(() => void askSteps())
  session.onProject((project: OpenProject | null) => {
    steps = NOTHING
    shown = null
    refresh()
    if (project !== null) void askSteps()
  })
  return {
    tell: state => {
      shown = state
      refresh()
    },
    refresh,
  }
}
