type Listener = (...args: never[]) => unknown

/** Electron's events begin with an object that can prevent what comes next by default. */
export interface PreventableEvent {
  defaultPrevented: boolean
  preventDefault(): void
}

export function createEvent<T extends object>(more: T = {} as T): PreventableEvent & T {
  const event = {
    ...more,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

/** Listeners by name. A name that is not modelled throws, so that no listener ever waits in vain. */
export class Events {
  readonly #name: string
  readonly #known: ReadonlySet<string>
  readonly #listeners = new Map<string, Listener[]>()

  constructor(name: string, known: readonly string[]) {
    this.#name = name
    this.#known = new Set(known)
  }

  readonly on = (event: string, listener: Listener): void => {
    this.#listeners.set(event, [...this.#of(event), listener])
  }

  readonly once = (event: string, listener: Listener): void => {
    const only = (...args: never[]) => {
      this.off(event, only)
      listener(...args)
    }
    this.on(event, only)
  }

  readonly off = (event: string, listener: Listener): void => {
    this.#listeners.set(
      event,
      this.#of(event).filter(other => other !== listener),
    )
  }

  readonly count = (event: string): number => this.#of(event).length

  readonly emit = (event: string, ...args: unknown[]): void => {
    for (const listener of this.#of(event)) (listener as (...args: unknown[]) => unknown)(...args)
  }

  #of(event: string): Listener[] {
    if (!this.#known.has(event)) throw new Error(`the stand-in's ${this.#name} has no event “${event}”`)
    return this.#listeners.get(event) ?? []
  }
}
