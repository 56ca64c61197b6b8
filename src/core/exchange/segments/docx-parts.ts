import { xmlText } from './docx-xml.ts'

/** The parts of a DOCX beside its text (ECMA-376): what it is made of, its styles, its title. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const WORD_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`

interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph: string
  readonly run: string
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const space = (before: number, after: number) => `<w:spacing w:before="${before}" w:after="${after}"/>`

const STYLES: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: space(0, 240), run: `<w:b/><w:bCs/>${size(36)}` },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${space(360, 120)}<w:outlineLvl w:val="0"/>`,
    run: `<w:b/><w:bCs/>${size(28)}`,
  },
  { id: 'Quote', name: 'Quote', paragraph: `<w:keepNext/>${space(200, 40)}`, run: '' },
  {
    id: 'Reference',
    name: 'Reference',
    paragraph: space(0, 60),
    run: `<w:color w:val="595959"/>${size(19)}`,
  },
  { id: 'Comment', name: 'Comment', paragraph: `${space(0, 60)}<w:ind w:start="340"/>`, run: size(20) },
]

const styleOf = ({ id, name, paragraph, run }: Style) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Reference' || id === 'Comment' ? ' w:customStyle="1"' : ''}><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

/** The passage within its context is bold on a tint: told apart on paper without colours too. */
const PASSAGE =
  '<w:style w:type="character" w:customStyle="1" w:styleId="Passage"><w:name w:val="Passage"/><w:rPr><w:b/><w:bCs/><w:shd w:val="clear" w:color="auto" w:fill="F6E7CB"/></w:rPr></w:style>'

const STYLE_SHEET = `${XML}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman"/>${size(22)}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${STYLES.map(styleOf).join('')}${PASSAGE}</w:styles>`

const properties = (title: string) =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Postil</dc:creator></cp:coreProperties>`

/** What every reader looks for first comes first. */
export const docxParts = (title: string): readonly { readonly name: string; readonly content: string }[] => [
  { name: '[Content_Types].xml', content: CONTENT_TYPES },
  { name: '_rels/.rels', content: RELATIONS },
  { name: 'docProps/core.xml', content: properties(title) },
  { name: 'word/_rels/document.xml.rels', content: WORD_RELATIONS },
  { name: 'word/styles.xml', content: STYLE_SHEET },
]
