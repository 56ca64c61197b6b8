import { bulletOf } from './dingbats.ts'
import { CHARACTERS, type Font, SIGNS } from './rtf-charsets.ts'
import { DESTINATIONS, hyperlinkOf, isFormula, isFormulaSetting, KEPT } from './rtf-destinations.ts'
import { type RtfDocument, RtfHeader } from './rtf-header.ts'
import { RtfNotes, RtfRemarks } from './rtf-notes.ts'
import { BEGINNING, CHANGES, type Destination, marksOf, PLAIN_PARAGRAPH, type State } from './rtf-state.ts'
import { Story } from './rtf-story.ts'
import { RtfText } from './rtf-text.ts'
import { type Token, tokens } from './rtf-tokens.ts'

interface Level {
  readonly state: State
  /** what is to be done when its brace closes */
  close: (() => void) | null
}

/** What matters even inside a group that holds no text of its own. */
const ANYWHERE = new Set(['shptxt', 'dptxbxtext', 'pict', 'upr'])

/** Reads tokens one by one: braces keep and put back the state, words change it, text goes where it says. */
export class RtfMachine {
  private state: State = BEGINNING
  private readonly levels: Level[] = []
  private readonly header = new RtfHeader()
  private readonly stories: Story[] = []
  private readonly boxes: { text: string }[] = []
  private readonly fields: { instruction: string }[] = []
  private readonly text = new RtfText(() => ({ font: this.font, codePage: this.header.codePage }))
  private tables = 0
  private beforeUpr: Destination = 'story'
  private tracked: 'insertion' | 'deletion' | null = null
  private readonly document: RtfDocument
  private readonly notes: RtfNotes
  private readonly remarks: RtfRemarks
  private readonly keepBoth: boolean
  private readonly source: Uint8Array
  constructor(source: Uint8Array, keepBoth: boolean) {
    this.source = source
    this.keepBoth = keepBoth
    this.document = this.header.document
    this.notes = new RtfNotes(this.document)
    this.remarks = new RtfRemarks(this.document)
    this.stories.push(this.newStory())
  }

  read(alive: (at: number) => void): RtfDocument {
    let count = 0
    for (const token of tokens(this.source)) {
      this.take(token)
      if (++count % 65_536 === 0 && token.kind === 'text') alive(token.start)
    }
    this.flush()
    // a file that was cut off has braces left to close
    while (this.levels.length > 0) this.close()
    const body = this.story
    body.finish(this.state.paragraph)
    return { ...this.document, paragraphs: body.paragraphs }
  }

  private newStory(): Story {
    return new Story(() => this.tables++)
  }

  private get story(): Story {
    const top = this.stories.at(-1)
    if (!top) throw new Error('a story closed that was not opened')
    return top
  }

  private take(token: Token): void {
    switch (token.kind) {
      case 'open':
        this.flush()
        this.levels.push({ state: this.state, close: null })
        this.state = { ...this.state, optional: false }
        break
      case 'close':
        this.flush()
        this.close()
        break
      case 'hex':
        if (this.isRead) this.text.byte(token.byte)
        break
      case 'text':
        for (let at = token.start; this.isRead && at < token.end; at++) this.text.byte(this.source[at] ?? 0)
        break
      case 'symbol':
        this.symbol(token.sign)
        break
      default:
        this.word(token.name, token.value)
    }
  }

  private close(): void {
    const level = this.levels.pop()
    if (!level) return
    level.close?.()
    this.state = level.state
  }

  private whenClosed(act: () => void): void {
    const level = this.levels.at(-1)
    if (!level) return
    const before = level.close
    level.close = () => {
      act()
      before?.()
    }
  }

  private symbol(sign: string): void {
    if (sign === '*') this.state = { ...this.state, optional: true }
    else if (sign === '\n') this.word('par', null)
    else if (this.isRead) this.text.character(SIGNS[sign] ?? '')
  }

  private word(name: string, value: number | null): void {
    const character = CHARACTERS[name]
    if (this.state.destination === 'skip') {
      // of what is skipped, only a better version of it is worth a look
      if (name === 'ud') this.set({ destination: this.beforeUpr })
    } else if (name === 'u') this.text.unicode(value ?? 0, this.state.fallback)
    else if (character !== undefined) this.text.character(character)
    else {
      this.flush()
      this.change(name, value)
    }
  }

  private change(name: string, value: number | null): void {
    if (this.state.optional && !this.isWanted(name)) this.set({ destination: 'skip' })
    else if (!this.header.word(this.state.destination, name, value)) {
      const change = CHANGES[name]
      if (change) this.set(change(this.state, value))
      else if (!this.structure(name, value)) this.destination(name)
    }
  }

  private get isRead(): boolean {
    return this.state.destination !== 'skip'
  }

  private get font(): Font | undefined {
    return this.state.font === null ? this.header.defaultFont : this.header.fonts.get(this.state.font)
  }

  private isWanted(name: string): boolean {
    this.set({ optional: false })
    return KEPT.has(name) || Object.hasOwn(DESTINATIONS, name) || isFormula(name)
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
  }

  /** Paragraphs, cells, notes: what happens at once. True if the word was one of these. */
  private structure(name: string, value: number | null): boolean {
    const act = this.state.destination === 'story' || ANYWHERE.has(name) ? this.acts[name] : undefined
    act?.(value)
    return act !== undefined
  }

  private readonly acts: Readonly<Record<string, (value: number | null) => void>> = {
    par: () => this.story.end(this.state.paragraph),
    sect: () => this.story.end(this.state.paragraph),
    page: () => this.story.hasText && this.story.end(this.state.paragraph),
    nestcell: () => this.story.end({ ...this.state.paragraph, inTable: true }),
    cell: () => this.story.endCell({ ...this.state.paragraph, inTable: true }),
    row: () => this.story.endRow(),
    trhdr: () => this.story.headRow(true),
    chftn: () => this.noteSign(),
    footnote: () => this.note(),
    annotation: () => this.annotation(),
    field: () => this.field(),
    fldrslt: () => this.set({ link: hyperlinkOf(this.fields.at(-1)?.instruction ?? '') ?? this.state.link }),
    pict: () => this.picture(),
    upr: () => {
      this.beforeUpr = this.state.destination
      this.set({ destination: 'skip' })
    },
    shptxt: () => this.box(),
    dptxbxtext: () => this.box(),
    rtldoc: () => {
      this.document.direction = 'rtl'
    },
  }

  private destination(name: string): void {
    const destination = isFormulaSetting(name) ? 'skip' : DESTINATIONS[name]
    if (destination === undefined) return
    if (name === 'object') this.document.tally.embedded++
    // a table of fonts is no place for a story, whatever the words in it
    if (destination === 'story' && this.state.destination !== 'transparent') return
    this.set({ destination })
    const use = this.collected[destination]
    if (!use) return
    const box = { text: '' }
    this.boxes.push(box)
    this.whenClosed(() => {
      this.boxes.pop()
      use(box.text)
    })
  }

  private readonly collected: Partial<Record<Destination, (text: string) => void>> = {
    title: text => {
      this.document.title = text.replace(/\s+/g, ' ').trim()
    },
    marker: text => this.story.setMarker(bulletOf(text, '')),
    instruction: text => {
      const field = this.fields.at(-1)
      if (field) field.instruction += text
    },
    'note-author': text => {
      this.remarks.author = text.trim()
    },
    'note-range': text => {
      this.remarks.id = text.trim()
    },
    'range-start': text => this.story.mark(text.trim(), true),
    'range-end': text => this.story.mark(text.trim(), false),
  }

  private field(): void {
    this.fields.push({ instruction: '' })
    this.whenClosed(() => this.fields.pop())
  }

  private picture(): void {
    this.document.tally.pictures++
    this.set({ destination: 'skip' })
  }

  /** In the text the number of a note is written, in the note it is shown beside. */
  private noteSign(): void {
    if (this.stories.length === 1) this.notes.sign(this.story, this.state)
  }

  private note(): void {
    const note = this.notes.begin(this.story, this.state)
    this.inner(story => {
      note.paragraphs = story.paragraphs
    })
  }

  private annotation(): void {
    const outer = this.story
    this.inner(story => this.remarks.take(story, outer))
  }

  private box(): void {
    const outer = this.story
    this.set({ destination: 'story' })
    this.inner(story => outer.appendLater(story.paragraphs))
  }

  /** A story within the story, until the brace closes. */
  private inner(done: (story: Story) => void): void {
    const story = this.newStory()
    this.stories.push(story)
    this.set({ paragraph: PLAIN_PARAGRAPH, hidden: false, link: null, position: null })
    const level = this.levels.at(-1)
    if (!level) return
    level.close = () => {
      story.finish(this.state.paragraph)
      this.stories.pop()
      done(story)
    }
  }

  /** Hands the text so far to where the state says. */
  private flush(): void {
    const text = this.text.take()
    if (text === '') return
    const { destination } = this.state
    if (destination === 'story') this.say(text)
    else if (destination === 'heads') this.document.tally.heads ||= text.trim() !== ''
    else if (this.collected[destination]) {
      const box = this.boxes.at(-1)
      if (box) box.text += text
    } else this.header.text(destination, text)
  }

  private say(text: string): void {
    const { state } = this
    if (state.hidden) {
      this.document.tally.hidden += text.length
      return
    }
    const tracked = state.deleted ? 'deletion' : state.inserted ? 'insertion' : null
    if (tracked !== this.tracked && tracked)
      this.document.tally[tracked === 'deletion' ? 'deletions' : 'insertions']++
    this.tracked = tracked
    if (tracked === 'deletion' && !this.keepBoth) return
    const marks = marksOf(state, this.header.authors)
    if (!this.keepBoth) marks.delete('insertion')
    this.story.write(text, marks)
  }
}
