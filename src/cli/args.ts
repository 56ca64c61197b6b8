/** The call's words are off: said on stderr, exit 2. */
export class Usage extends Error {}

export interface Parsed {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
}

/** Every command says who is coding, if asked. */
const EVERYWHERE = ['coder']

/**
 * Words, `--option value` (or `--option=value`) and `--flag`, in any order. A lone "-" is
 * a word (standard input); after "--" everything is a word.
 */
export function parseWords(
  argv: readonly string[],
  known: { readonly options?: readonly string[]; readonly flags?: readonly string[] } = {},
): Parsed {
  const withValue = new Set([...EVERYWHERE, ...(known.options ?? [])])
  const words: string[] = []
  const options: Record<string, string> = {}
  const flags = new Set<string>()
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!
    if (word === '--') {
      words.push(...argv.slice(i + 1))
      break
    }
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [name = '', ...rest] = word.slice(2).split('=')
    if (known.flags?.includes(name) && rest.length === 0) flags.add(name)
    else if (withValue.has(name)) {
      const value = rest.length > 0 ? rest.join('=') : argv[++i]
      if (value === undefined) throw new Usage(`--${name} needs a value.`)
      options[name] = value
    } else throw new Usage(`There is no option --${name} here.`)
  }
  return { words, options, flags }
}

/** The words of a command by name (those with "?" may be missing); one missing or too many is a usage error. */
export function takeWords(words: readonly string[], names: readonly string[], usage: string): string[] {
  const needed = names.filter(name => !name.endsWith('?')).length
  if (words.length < needed) throw new Usage(`${names[words.length]} is missing.\n${usage}`)
  if (words.length > names.length) throw new Usage(`“${words[names.length]}” is one word too many.\n${usage}`)
  return [...words]
}

/** One of a few words that an option may have. */
export function oneOf<T extends string>(value: string | undefined, choices: readonly T[], option: string): T {
  const choice = choices.find(known => known === value)
  if (choice !== undefined) return choice
  const given = value === undefined ? 'is missing' : `is not “${value}”`
  throw new Usage(`--${option} ${given}: it is ${choices.join(', ')}.`)
}

export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Usage(`${what} is not JSON: ${error.message}`)
    throw error
  }
}

export function parseJsonObject(text: string, what: string): object {
  const value = parseJson(text, what)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Usage(`${what} is not a JSON object, such as {"name": "value"}.`)
}
