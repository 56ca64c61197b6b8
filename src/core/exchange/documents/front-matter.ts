import type { Warning } from '../../../shared/model/warning.ts'

/** What stands between the --- lines above a text: about it, not of it. */
export interface FrontMatter {
  readonly title: string | null
  readonly language: string | null
  readonly warning: Warning
}

/** Reads the simple "key: value" lines of YAML and TOML; nested ones are only counted by their key. */
export function readFrontMatter(source: string): FrontMatter {
  const values = new Map<string, string>()
  for (const line of source.split('\n')) {
    const [, key, value = ''] = /^([\p{L}_][\p{L}\p{N}_. -]*?)\s*[:=]\s*(.*)$/u.exec(line) ?? []
    if (key && !values.has(key.toLowerCase())) values.set(key.toLowerCase(), unquoted(value.trim()))
  }
  const names = [...values.keys()]
  const listed = names.length > 8 ? `${names.slice(0, 8).join(', ')} …` : names.join(', ')
  const message = `The file begins with a head of ${names.length === 0 ? 'its own' : `its own (${listed})`}, which is not part of the text.`
  return {
    title: values.get('title') || null,
    language: values.get('lang') || values.get('language') || null,
    warning: { code: 'front-matter', severity: 'notice', message },
  }
}

const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
