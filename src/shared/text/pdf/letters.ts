/**
 * Letters as they are meant. Presentation forms (ligatures, the four shapes of an Arabic
 * letter) and the radicals that some programs write for whole Chinese characters belong to
 * the print; searched for, they would never be found.
 */
export function readable(text: string): string {
  return RULES.reduce((read, [pattern, becomes]) => read.replace(pattern, becomes), text)
}

/** The same with what each UTF-16 unit takes of the line: their sum stays. */
export function readableWithAdvances(
  text: string,
  advances: readonly number[],
): { text: string; advances: readonly number[] } {
  let read = { text, advances }
  for (const rule of RULES) read = applyRule(rule, read)
  return read
}

function applyRule(
  [pattern, becomes]: Rule,
  { text, advances }: { text: string; advances: readonly number[] },
): { text: string; advances: readonly number[] } {
  const parts: string[] = []
  const widths: number[] = []
  let done = 0
  // what a sign took that is dropped goes to the next one, or the last
  let dropped = 0
  const add = (more: readonly number[]) => {
    const [first, ...rest] = more
    if (first === undefined) return
    widths.push(first + dropped, ...rest)
    dropped = 0
  }
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length
    add(advances.slice(done, match.index))
    const { put, taken } = replaced(match[0], becomes, advances.slice(match.index, end))
    parts.push(text.slice(done, match.index), put)
    if (put === '') dropped += sum(taken)
    else add(taken)
    done = end
  }
  if (done === 0) return { text, advances }
  parts.push(text.slice(done))
  add(advances.slice(done))
  if (widths.length > 0) widths[widths.length - 1]! += dropped
  return { text: parts.join(''), advances: widths }
}

/** Sign by sign where that comes to the same, so that each keeps its own width. */
function replaced(
  old: string,
  becomes: (old: string) => string,
  advances: readonly number[],
): { put: string; taken: number[] } {
  const put = becomes(old)
  if (put === old) return { put, taken: [...advances] }
  const signs = [...old].map(becomes)
  if (signs.length < 2 || signs.join('') !== put) return { put, taken: evenly(sum(advances), put.length) }
  let at = 0
  const taken = [...old].flatMap((sign, index) => {
    const width = sum(advances.slice(at, at + sign.length))
    at += sign.length
    return evenly(width, signs[index]?.length ?? 0)
  })
  return { put, taken }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const evenly = (width: number, count: number): number[] =>
  count === 0 ? [width] : new Array<number>(count).fill(width / count)

/** Bullets of the fonts Symbol and Wingdings, which have no letters of their own. */
const BULLETS = new Map([
  ['\uF0B7', '•'],
  ['\uF0A7', '▪'],
  ['\uF0D8', '➢'],
  ['\uF0FC', '✓'],
])

/** Radicals of the supplement that are whole characters too; NFKC leaves them alone. */
const RADICALS = new Map(
  [
    '⺁厂 ⺄乙 ⺒巳 ⺓幺 ⺛旡 ⺜日 ⺝月 ⺟母 ⺠民 ⺩王 ⺫罒 ⺬示 ⺮竹 ⺯糹 ⺰纟 ⺶羊 ⺹耂',
    '⺽臼 ⻁虎 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食',
    '⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟',
  ]
    .join(' ')
    .split(' ')
    .map(pair => [pair.slice(0, 1), pair.slice(1)] as const),
)

type Rule = readonly [RegExp, (old: string) => string]

const RULES: readonly Rule[] = [
  [/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC\u2F00-\u2FD5]+/g, forms => forms.normalize('NFKC')],
  [/[\u2E80-\u2EF3]/g, radical => RADICALS.get(radical) ?? radical],
  [/[\uF0B7\uF0A7\uF0D8\uF0FC]/g, bullet => BULLETS.get(bullet) ?? bullet],
  [/\p{Cc}/gu, sign => (/\s/.test(sign) ? ' ' : '')],
  [/\s+/g, () => ' '],
]
