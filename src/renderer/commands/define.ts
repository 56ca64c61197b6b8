/** What a command does in this window. `when` false: greyed in menus, its keys pass through. */
export interface Deed {
  readonly when?: () => boolean
  /** true if a toggle is on, for check marks in menus */
  readonly checked?: () => boolean
  /** `digit`: for commands bound to "Digit" */
  run(digit?: number): unknown
}

const deeds = new Map<string, Deed>()

/** Panels and the reader say what the catalogue's commands do while they are there; returns how to take it back. */
export function provide(provided: Readonly<Record<string, Deed>>): () => void {
  for (const [id, deed] of Object.entries(provided)) deeds.set(id, deed)
  return () => {
    for (const [id, deed] of Object.entries(provided)) if (deeds.get(id) === deed) deeds.delete(id)
  }
}

export function deedOf(id: string): Deed | undefined {
  return deeds.get(id)
}

export function canRun(id: string): boolean {
  const deed = deeds.get(id)
  return deed !== undefined && (deed.when?.() ?? true)
}
