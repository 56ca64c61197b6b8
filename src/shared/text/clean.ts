/**
 * Makes text canonical: LF line ends, no BOM, U+FFFD for NUL and for lone surrogates
 * (SQLite cannot hold either). Nothing else is touched; there is no normalisation.
 * `replaced` counts the characters that were lost that way.
 */
export function clean(raw: string): { text: string; replaced: number } {
  let replaced = 0
  const withoutBom = raw.startsWith('\uFEFF') ? raw.slice(1) : raw
  const lines = withoutBom.includes('\r') ? withoutBom.replace(/\r\n?/g, '\n') : withoutBom
  const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|\0/g
  if (!lines.includes('\0') && lines.isWellFormed()) return { text: lines, replaced }
  const text = lines.replace(lone, () => {
    replaced++
    return '\uFFFD'
  })
  return { text, replaced }
}
