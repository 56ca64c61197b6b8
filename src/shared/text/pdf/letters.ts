/**
 * Letters as they are meant. Presentation forms (ligatures, the four shapes of an Arabic
 * letter) and the radicals that some programs write for whole Chinese characters belong to
 * the print; searched for, they would never be found.
 */
export function readable(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06\uFB1D-\uFDFF\uFE70-\uFEFC\u2F00-\u2FD5]+/g, forms => forms.normalize('NFKC'))
    .replace(/[\u2E80-\u2EF3]/g, radical => RADICALS.get(radical) ?? radical)
    .replace(/[\uF0B7\uF0A7\uF0D8\uF0FC]/g, bullet => BULLETS.get(bullet) ?? bullet)
    .replace(/\p{Cc}/gu, sign => (/\s/.test(sign) ? ' ' : ''))
    .replace(/\s+/g, ' ')
}

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
