import type { Code } from '../../../../src/shared/contract/codes.ts'
import { joinPath } from '../../../../src/shared/model/code-path.ts'
import type { CodeId } from '../../../../src/shared/model/ids.ts'

export const id = (name: string) => name as CodeId

/** Codes from an indented drawing, two spaces a level; "#12" is the number of segments, "/" makes a heading. Ids are the names. */
export function codesOf(drawing: string): Code[] {
  const lines = drawing.split('\n').filter(line => line.trim() !== '')
  const margin = Math.min(...lines.map(line => line.search(/\S/)))
  const above: string[] = []
  const codes = lines.map((line): Code => {
    const depth = (line.search(/\S/) - margin) / 2
    const [, name = '', count = '0', rest = ''] =
      /^\s*([^#:]+?)\s*(?:#(\d+))?\s*(?::\s*(.*))?$/.exec(line) ?? []
    const isHeading = name.endsWith('/')
    const plain = name.replace(/\/$/, '')
    above.length = depth
    const parent = above.at(-1)
    above.push(plain)
    return {
      id: id(plain),
      parentId: parent === undefined ? null : id(parent),
      name: plain,
      path: joinPath(above),
      depth,
      color: '#413E96',
      glyph: 'square',
      definition: rest,
      codable: !isHeading,
      segments: Number(count),
      documents: 1,
      segmentsBelow: Number(count),
    }
  })
  for (const code of codes.toReversed()) {
    const parent = codes.find(one => one.id === code.parentId)
    if (parent) parent.segmentsBelow += code.segmentsBelow
  }
  return codes
}
