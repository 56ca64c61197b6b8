// docs/tutorial/keyboard-shortcuts.md: which accelerators there are. Electron ignores others in silence.
const MODIFIERS = new Set(
  'command cmd control ctrl commandorcontrol cmdorctrl alt option altgr shift super meta'.split(' '),
)
const NAMED = new Set(
  'plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end pageup pagedown escape esc'.split(
    ' ',
  ),
)
const PUNCTUATION = new Set([...')!@#$%^&*(:;+=<,_->.?/~`{][|\\}"'])

export function isAccelerator(text: string): boolean {
  const parts = text.split('+').map(part => part.toLowerCase())
  const key = parts.pop() ?? ''
  const isKey =
    /^[0-9a-z]$/.test(key) || /^f(?:[1-9]|1\d|2[0-4])$/.test(key) || NAMED.has(key) || PUNCTUATION.has(key)
  return isKey && parts.every(part => MODIFIERS.has(part)) && new Set(parts).size === parts.length
}
