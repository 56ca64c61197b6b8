import type { Code } from '../../../src/shared/contract/codes.ts'
import { joinPath } from '../../../src/shared/model/code-path.ts'
import { codeId } from '../reader/segments.ts'

/** Codes from paths ("Return", "Return/Forced"), each with what is special about it. */
export function codesOf(...specs: readonly (string | [path: string, special: Partial<Code>])[]): Code[] {
  return specs.map((spec, n) => {
    const [path, special] = typeof spec === 'string' ? [spec, {}] : spec
    const names = path.split('/')
    return {
      id: codeId(n),
      parentId: null,
      name: names.at(-1)!,
      path: joinPath(names),
      depth: names.length - 1,
      color: '#413E96',
      glyph: 'square',
      definition: '',
      codable: true,
      segments: 0,
      documents: 0,
      segmentsBelow: 0,
      ...special,
    }
  })
}
