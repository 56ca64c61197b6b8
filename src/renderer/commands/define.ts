/** What a command does in this window. `when` false: greyed in menus, its keys pass through. */
export interface Deed {
  readonly when?: () => boolean
  /** true if a toggle is on, for check marks in menus */
  readonly checked?: () => boolean
  /** `digit`: for commands bound to "Digit" */
  run(digit?: number): unknown
}

const deeds = new Map<string, Deed>()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Hears when commands come or go with the panels; returns how to stop. */
export function onDeeds(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Panels and the reader say what the catalogue's commands do while they are there; returns how to take it back. */
export function provide(provided: Readonly<Record<string, Deed>>): () => void {
  for (const [id, deed] of Object.entries(provided)) deeds.set(id, deed)
  tell()
  return () => {
    for (const [id, deed] of Object.entries(provided)) if (deeds.get(id) === deed) deeds.delete(id)
    tell()
  }
}

export function deedOf(id: string): Deed | undefined {
  return deeds.get(id)
}

export function canRun(id: string): boolean {
  const deed = deeds.get(id)
  return deed !== undefined && (deed.when?.() ?? true)
}
