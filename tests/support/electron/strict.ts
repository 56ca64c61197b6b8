// What is not modelled must never look as if it worked: any other name throws.

/** Names that test runners and the language itself look up on any object. */
const LOOKED_UP = new Set([
  'then',
  'toJSON',
  'asymmetricMatch',
  'nodeType',
  'constructor',
  'prototype',
  '$$typeof',
])
const isLookedUp = (key: string | symbol) =>
  typeof key === 'symbol' || LOOKED_UP.has(key) || key.startsWith('@@') || key.startsWith('_')

export class NotModelled extends Error {
  constructor(name: string) {
    super(
      `${name} is not in the stand-in for Electron: model it (docs/electron-stand-in.md) or do not use it`,
    )
  }
}

/** The same object, but every name it does not have throws when read or written. */
export function strict<T extends object>(name: string, model: T): T {
  return new Proxy(model, {
    get(target, key, receiver) {
      if (key in target || isLookedUp(key)) return Reflect.get(target, key, receiver)
      throw new NotModelled(`${name}.${String(key)}`)
    },
    set(target, key, value, receiver) {
      if (key in target || isLookedUp(key)) return Reflect.set(target, key, value, receiver)
      throw new NotModelled(`${name}.${String(key)}`)
    },
  })
}
