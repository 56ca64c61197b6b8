import { decodeBytes, type Font } from './rtf-charsets.ts'

/** Text between two changes of state: bytes whose meaning depends on the font, and characters told outright. */
export class RtfText {
  private bytes: number[] = []
  private text = ''
  private skip = 0
  /** the font and the document's code page at this moment */
  private readonly reading: () => { font: Font | undefined; codePage: string }
  constructor(reading: () => { font: Font | undefined; codePage: string }) {
    this.reading = reading
  }

  byte(byte: number): void {
    if (this.skip > 0) this.skip--
    else this.bytes.push(byte)
  }

  character(text: string): void {
    if (this.skip > 0) {
      this.skip--
      return
    }
    this.decode()
    this.text += text
  }

  /** \u8217, and the `fallback` characters after it that stand in for it */
  unicode(value: number, fallback: number): void {
    this.decode()
    this.skip = fallback
    this.text += String.fromCharCode(value & 0xffff)
  }

  /** All of it, which is then gone. */
  take(): string {
    this.skip = 0
    this.decode()
    const { text } = this
    this.text = ''
    return text
  }

  private decode(): void {
    if (this.bytes.length === 0) return
    const { font, codePage } = this.reading()
    this.text += decodeBytes(Uint8Array.from(this.bytes), font, codePage)
    this.bytes = []
  }
}
