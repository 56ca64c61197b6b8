/** A code's path: names from the root, divided by "/"; a "/" or "\" inside a name is written "\/" or "\\". */
export const joinPath = (names: readonly string[]): string =>
  names.map(name => name.replace(/[\\/]/g, '\\$&')).join('/')

export function splitPath(path: string): string[] {
  const names: string[] = []
  let name = ''
  for (let i = 0; i < path.length; i++) {
    const character = path[i]!
    if (character === '\\' && i + 1 < path.length) name += path[++i]
    else if (character === '/') {
      names.push(name.trim())
      name = ''
    } else name += character
  }
  names.push(name.trim())
  return names.filter(part => part !== '')
}
