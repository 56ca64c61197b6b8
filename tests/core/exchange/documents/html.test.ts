import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import {
  brokenLaw,
  marked,
  readAs,
  refusalOf,
  shown,
  spoken,
  warned,
} from '../../../support/read-documents.ts'

const read = (body: string, head = '') =>
  readAs('a.html', `<!doctype html><html><head>${head}</head><body>${body}</body></html>`)

describe('html: text', () => {
  it('sets white space as a browser does, and keeps no-break spaces', async () => {
    const document = await read('<p>  a\n  b <b> c </b>\td&nbsp;&nbsp;: e</p>\n\n<p> </p><div>f<p>g</div>h')
    expect(document.text).toBe('a b c d\u00A0\u00A0: e\nf\ng\nh')
    expect(marked(document)).toEqual(['bold: c'])
    expect(brokenLaw(document)).toBeNull()
  })

  it('makes no block of spacers', async () => {
    expect(shown(await read('<p>&nbsp;</p><p>&nbsp; a</p><div>&nbsp;<p>b'))).toEqual([
      'paragraph \u00A0 a',
      'paragraph b',
    ])
  })

  it('decodes entities', async () => {
    expect((await read('<p>&lt;b&gt; &amp;amp; &eacute; &#8217; &#x1F600; &copy 2')).text).toBe(
      '<b> &amp; é ’ 😀 © 2',
    )
  })

  it('leaves scripts, styles, comments and imports out', async () => {
    const head = '<style>@import url(x.css); p { color: red }</style><script>let a = "<p>no</p>"</script>'
    const body =
      '<!-- no --><p>yes<script>no()</script><noscript>no</noscript><template>no</template></p><svg><text>no</text></svg><![if x]>'
    expect((await read(body, head)).text).toBe('yes')
  })

  it('reads breaks: one is a line, two are a paragraph', async () => {
    expect(shown(await read('a<br>b<br><br>c<br>'))).toEqual(['paragraph a\nb', 'paragraph c'])
  })

  it('takes the title and the language', async () => {
    const document = await readAs('a.htm', '<html lang="de"><title> A\n title</title><p>x')
    expect([document.title, document.language]).toEqual(['A title', 'de'])
    const meta = await readAs('a.htm', '<html><meta name="DC.language" content="FR"><p>x')
    expect(meta.language).toBe('FR')
  })

  it('leaves out what is hidden, and says so', async () => {
    const head = '<style>.gone { display: none } @media print { p { display: none } }</style>'
    const document = await read(
      '<p>a<span hidden>xx</span><b style="display:none">yy</b></p><div class="gone">zz</div><img src="http://x/y.png">',
      head,
    )
    expect(document.text).toBe('a')
    expect(warned(document)).toEqual(['pictures-left-out', 'hidden-text-left-out'])
  })

  it('shows quotations and readings as they are shown', async () => {
    expect(
      (await read('<p><q>so</q> <ruby>漢<rt>kan</rt></ruby> <ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>'))
        .text,
    ).toBe('“so” 漢(kan) 字(ji)')
  })
})

describe('html: encodings', () => {
  const page = (meta: string, text: string, encoding: string) =>
    iconv.encode(`<html><head>${meta}</head><body><p>${text}</p></body></html>`, encoding)
  const arabic = 'في قرية من القرى كان هناك رجل حكيم يعرف كل شيء عن الحياة وكان يعلم الناس كيف يعيشون بسلام.'

  it('follows a byte order mark, then the page, then its bytes', async () => {
    const czech = 'Příliš žluťoučký kůň úpěl'
    expect((await readAs('a.html', page('<meta charset=iso-8859-2>', czech, 'iso-8859-2'))).text).toBe(czech)
    expect((await readAs('a.html', page('<meta charset=koi8-r>', czech, 'utf-8'))).text).toBe(czech)
    const marked16 = iconv.encode(`<html><p>${czech}`, 'utf-16le', { addBOM: true })
    expect((await readAs('a.html', marked16)).text).toBe(czech)
    expect((await readAs('a.html', page('', arabic, 'windows-1256'))).text).toBe(arabic)
  })

  it('does not believe a page that lies', async () => {
    const meta = '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
    const document = await readAs('a.html', page(meta, arabic, 'windows-1256'))
    expect(document.text).toBe(arabic)
    expect(warned(document)).toEqual(['encoding-misdeclared'])
    expect(document.structure.direction).toBe('rtl')
  })

  it('reads XHTML, where an empty element is complete', async () => {
    const xhtml =
      '<?xml version="1.0" encoding="windows-1252"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="x"/></head><body><p><a id="x"/>caf\xe9<br/><![CDATA[a<b]]></p></body></html>'
    expect((await readAs('a.xhtml', iconv.encode(xhtml, 'windows-1252'))).text).toBe('café\na<b')
  })
})

describe('html: blocks', () => {
  it('knows headings, quotations, captions and fixed-width text', async () => {
    const body =
      '<h1>One</h1><h3>Three</h3><blockquote><p>q</p><blockquote>qq</blockquote></blockquote><figure><img><figcaption>cap</figcaption></figure><div role="heading" aria-level="4">four</div><pre>\n  a\n    b\n\n  c\n</pre>'
    expect(shown(await read(body))).toEqual([
      'heading 1 One',
      'heading 3 Three',
      'quote 1 q',
      'quote 2 qq',
      'caption cap',
      'heading 4 four',
      'pre   a\n    b',
      'pre   c',
    ])
  })

  it('numbers lists as a browser does', async () => {
    const body =
      '<ol start=3><li>a<li value=7>b<p>more</p><ul><li>c</ul></ol><ol type=i reversed><li>d<li>e</ol><ol style="list-style-type: upper-alpha"><li>f</ol><ul style="list-style: none"><li>g</ul><ol><li data-title="(bb)">h</ol>'
    expect(shown(await read(body))).toEqual([
      'item 1 «3.» a',
      'item 1 «7.» b',
      'item 1 more',
      'item 2 «◦» c',
      'item 1 «ii.» d',
      'item 1 «i.» e',
      'item 1 «A.» f',
      'item 1 g',
      'item 1 «(bb)» h',
    ])
  })

  it('reads the marks that office programs and official journals write', async () => {
    const body =
      '<p class="li Point0"><span class="num"><span>a)</span></span><span>text</span></p><p class="li Point1"><span class="num">i)</span>deeper</p><p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;</span></span>word</p><p class="li ManualHeading2"><span class="num"><span>1.1.</span></span><span>Title</span></p><p class="oj-ti-art">Article 1</p>'
    expect(shown(await read(body))).toEqual([
      'item 1 «a)» text',
      'item 2 «i)» deeper',
      'item 2 «•» word',
      'heading 2 1.1. Title',
      'heading 3 Article 1',
    ])
  })

  it('takes looks from tags, styles and simple sheets', async () => {
    const head =
      '<style>.c1 { font-weight: 700 } span.c2 { font-style: italic; vertical-align: super }</style>'
    const body =
      '<p><span class="c1">a</span><span class="c2">b</span><b>c<span style="font-weight:normal">d</span></b><del>e</del><ins>f</ins><s>g</s><a href="https://x.org">h</a><a href="javascript:x()">i</a></p>'
    expect(marked(await read(body, head))).toEqual([
      'bold: a',
      'italic: b',
      'sup: b',
      'bold: c',
      'deletion: e',
      'insertion: f',
      'strike: g',
      'link https://x.org: h',
    ])
  })

  it('sets directions', async () => {
    const document = await readAs('a.html', '<html lang="ar"><p>نص</p><p>English</p><p dir="ltr">123</p>')
    expect(document.structure.direction).toBe('rtl')
    expect(document.structure.blocks.map(block => block.direction)).toEqual([undefined, 'ltr', 'ltr'])
    expect((await read('<div dir=rtl><p>123</p></div><p>abc</p>')).structure.blocks[0]?.direction).toBe('rtl')
  })

  it('flattens what lies deeper than any page', async () => {
    const document = await read(`${'<div>'.repeat(3000)}deep<p>er`)
    expect(document.text).toBe('deep\ner')
  })

  it('refuses a page that would become millions of elements, and one without text', async () => {
    const opened = Array.from({ length: 3000 }, (_, at) => `<p><b id=${at}>x`).join('')
    expect(await refusalOf('a.html', `<html>${opened}`)).toBe('file-damaged')
    expect(await refusalOf('a.html', '<html><script>x</script>')).toBe('file-empty')
  })
})

describe('html: tables', () => {
  it('lays data out in cells, spans reckoned with', async () => {
    const body =
      '<table><caption>Cap</caption><thead><tr><th>h<th>i<th>j<tbody><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td><p>d</p><p>e</p></table>after'
    const document = await read(body)
    expect(document.text).toBe('Cap\nh\ti\tj\na\tb\nc\td\ne\nafter')
    expect(shown(document)).toEqual([
      'caption Cap',
      'cell header 0:0:0 h',
      'cell header 0:0:1 i',
      'cell header 0:0:2 j',
      'cell 0:1:0 a',
      'cell 0:1:1 b',
      'cell 0:2:1 c',
      'cell 0:2:2 d\ne',
      'paragraph after',
    ])
  })

  it('flattens tables that only frame the page', async () => {
    const page =
      '<table width="100%"><tr><td>menu<td><h1>Title</h1><p>text</p><table><tr><td>x<td>1<tr><td>y<td>2</table></table>'
    expect(shown(await read(page))).toEqual([
      'paragraph menu',
      'heading 1 Title',
      'paragraph text',
      'cell 0:0:0 x',
      'cell 0:0:1 1',
      'cell 0:1:0 y',
      'cell 0:1:1 2',
    ])
  })

  it('takes tables of marks for lists', async () => {
    const body = '<table><tr><td>(a)<td>one</table><table><tr><td>—<td><p>two</p><p>more</p></table>'
    expect(shown(await read(body))).toEqual(['item 1 «(a)» one', 'item 1 «—» two', 'item 1 more'])
  })

  it('keeps tables within cells as lines', async () => {
    const body = '<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e<tr><td>f</table></table>'
    expect((await read(body)).text).toBe('a\tb\nc\td e\nf')
  })
})

describe('html: notes and speakers', () => {
  it('ties notes to their signs by links to and fro', async () => {
    const body =
      '<p>Text<sup><a href="#fn1" id="r1">1</a></sup>, more <a class="footnoteRef" href="#n2" id="r2">[2]</a>.</p><p id="fn1"><a href="#r1">(1)</a> Note <i>one</i>.</p><dl><dd id="n2"><span class="num"><sup>[2]</sup></span>&nbsp; Two. <a href="#r2">↩</a></dd></dl>'
    const document = await read(body)
    expect(shown(document)).toEqual(['paragraph Text1, more [2].', 'note «1» Note one.', 'note «2» Two.'])
    expect(document.structure.marks.filter(mark => mark.kind === 'note').map(mark => mark.to)).toEqual([
      'fn1',
      'n2',
    ])
    expect(document.structure.blocks.map(block => block.note)).toEqual([undefined, 'fn1', 'n2'])
  })

  it('does not take links to articles for notes', async () => {
    const document = await read(
      '<p>Article <a href="#ART_17">17</a></p><h2 id="ART_17">17</h2><p id="x">1 y</p><p><a href="#x">see</a></p>',
    )
    expect(document.structure.blocks.map(block => block.kind)).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ])
  })

  it('reads the record of a debate: paragraphs, speakers, pages', async () => {
    const record = `[Pages H1-H2]

            A TITLE

  The SPEAKER pro tempore (Mr. Mica). Pursuant to House Resolution three

[[Page H2]]

hundred, the Chair declares the House in the Committee of the Whole for
the further consideration of the bill before it today.
  Mr. SMITH of New Jersey. Mr. Chairman, I rise in support of it and will
say so at some length, as is the custom of this place and of its members.
  I thank the gentleman, and reserve the balance of my time until later in
the day.`
    const document = await read(`<pre>\n${record}\n</pre>`)
    expect(spoken(document).map(turn => turn.split(':')[0])).toEqual([
      'The SPEAKER pro tempore',
      'Mr. SMITH of New Jersey',
    ])
    expect(document.structure.pages.map(page => page.label)).toEqual(['H1', 'H2'])
    expect(document.structure.blocks.map(block => block.kind)).toEqual(Array(5).fill('pre'))
    expect(document.text).toBe(record.trimEnd())
  })
})
