import { setImmediate } from 'node:timers/promises'

/** How long others are kept waiting at a stretch, in ms. */
const AT_A_STRETCH = 12

/** Long work in the core's thread lets others have their turn: `if (pace.isDue()) await pace.rest()`. */
export function createPace() {
  let began = performance.now()
  return {
    isDue: (): boolean => performance.now() - began > AT_A_STRETCH,
    rest: async (): Promise<void> => {
      await setImmediate()
      began = performance.now()
    },
  }
}
