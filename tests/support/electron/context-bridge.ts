import { types } from 'node:util'
import type { ContextBridge } from 'electron'
import { strict } from './strict.ts'

const DEEPEST = 1000

/**
 * The bridge between a preload and its page: everything is copied, functions are proxied,
 * of errors only the message comes over, and what is exposed is frozen
 * (docs/api/context-bridge.md, shell/renderer/api/electron_api_context_bridge.cc).
 */
export function createContextBridge(world: Record<string, unknown>, ipcRenderer: object) {
  function cross(value: unknown, depth = 0): unknown {
    if (depth >= DEEPEST) throw new TypeError('Electron contextBridge recursion depth exceeded.')
    if (typeof value === 'symbol') throw new TypeError('symbols cannot cross the context bridge')
    if (typeof value === 'function') return crossFunction(value as (...args: unknown[]) => unknown)
    if (typeof value !== 'object' || value === null) return value
    // the real bridge hands over an empty object; here the mistake is loud
    if (value === ipcRenderer) throw new Error('ipcRenderer must not cross the context bridge')
    if (types.isPromise(value)) {
      return value.then(
        result => cross(result),
        (error: unknown) => Promise.reject(cross(error)),
      )
    }
    if (types.isNativeError(value)) return new Error(value.message)
    if (Array.isArray(value)) return value.map(entry => cross(entry, depth + 1))
    if (value instanceof Blob) return value
    if (isPlain(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner, depth + 1)]))
    return structuredClone(value)
  }

  function crossFunction(original: (...args: unknown[]) => unknown) {
    return (...args: unknown[]): unknown => {
      const received = args.map(argument => cross(argument))
      let result: unknown
      try {
        result = original(...received)
      } catch (error) {
        throw cross(error)
      }
      return cross(result)
    }
  }

  return strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in world)
        throw new Error('Cannot bind an API on top of an existing property on the window object')
      world[key] = deepFreeze(cross(api))
    },
  } satisfies Pick<ContextBridge, 'exposeInMainWorld'>)
}

// by shape, not by class: the preload has an Object of its own
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function deepFreeze(value: unknown): unknown {
  if ((typeof value === 'object' || typeof value === 'function') && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner)
    Object.freeze(value)
  }
  return value
}
