import { codesInWords, type Quotation, type Report } from './report.ts'

const STYLE = `:root{color-scheme:light dark}
body{max-width:42em;margin:3em auto;padding:0 1.5em;font:17px/1.55 Georgia,"Noto Serif",serif}
h1{font-size:1.5em;line-height:1.25}h2{margin:2.2em 0 .8em;font-size:1.15em}
figure{margin:0 0 1.8em;break-inside:avoid}blockquote{margin:0;white-space:pre-line;overflow-wrap:anywhere}
mark{background:color-mix(in srgb,#c8800d 22%,transparent);color:inherit}
figcaption,.comment,dl{font:14px/1.5 system-ui,sans-serif}figcaption{margin-top:.3em;opacity:.75}
.comment{margin:.4em 0 0;padding-inline-start:.8em;border-inline-start:2px solid;white-space:pre-line}
dl{display:grid;grid-template-columns:auto 1fr;gap:.1em 1.2em;margin-top:3em;border-top:1px solid;padding-top:1em}
dd{margin:0}`

/** One page without scripts or anything from elsewhere: to read, to print, to paste from. */
export function* htmlReport({ project, title, sections, notes }: Report): Iterable<string> {
  const head = `${escaped(project)}: ${escaped(title)}`
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${head}</title>
<style>${STYLE}</style>
</head>
<body>
<h1 dir="auto">${head}</h1>
`
  for (const { title, quotations } of sections) {
    yield title === '' ? '<section>\n' : `<section>\n<h2 dir="auto">${escaped(title)}</h2>\n`
    for (const quotation of quotations) yield figure(quotation)
    yield '</section>\n'
  }
  const made = notes.map(
    ({ name, value }) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`,
  )
  yield `<dl>\n${made.join('\n')}\n</dl>\n</body>\n</html>\n`
}

function figure(quotation: Quotation): string {
  const { before, quote, after, place, coders, comment } = quotation
  const hasContext = before !== '' || after !== ''
  const passage = hasContext
    ? `${escaped(before)}<mark>${escaped(quote)}</mark>${escaped(after)}`
    : escaped(quote)
  const caption = escaped(`${place} · ${codesInWords(quotation)} · ${coders.join(', ')}`)
  const note = comment === '' ? '' : `\n<p class="comment" dir="auto">${escaped(comment)}</p>`
  return `<figure>
<blockquote dir="auto">${passage}</blockquote>
<figcaption dir="auto">${caption}</figcaption>${note}
</figure>
`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) =>
  MARKUP.test(text) ? text.replace(/[&<>"]/g, sign => ENTITIES[sign]!) : text
const MARKUP = /[&<>"]/
