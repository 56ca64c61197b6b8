/**
 * Where the next piece of a chunk goes: straight into the chunk, or into the list or
 * table that the pieces before it have opened.
 */
export class Shelf {
  /** what the next piece, and the white space before it, is put into */
  holder: HTMLElement
  private readonly chunk: HTMLElement
  private key = ''
  private row: { readonly key: string; readonly element: HTMLElement } | null = null

  constructor(chunk: HTMLElement) {
    this.chunk = chunk
    this.holder = chunk
  }

  /** Plain flow: closes whatever is open. */
  flow(): HTMLElement {
    this.key = ''
    this.row = null
    this.holder = this.chunk
    return this.chunk
  }

  /** The list that is open, or a new one. */
  list(): HTMLElement {
    return this.open('list', () => {
      const list = document.createElement('ul')
      list.className = 'text-list'
      return list
    })
  }

  /** The row of a table that is open, or a new row, or a new table. */
  tableRow(table: number, row: number): HTMLElement {
    const body = this.open(`table ${table}`, () => {
      const element = document.createElement('table')
      element.className = 'text-table'
      return element
    })
    const key = `${table} ${row}`
    if (this.row?.key !== key) {
      const element = document.createElement('tr')
      body.append(element)
      this.row = { key, element }
    }
    this.holder = this.row.element
    return this.row.element
  }

  private container: HTMLElement | null = null

  private open(key: string, make: () => HTMLElement): HTMLElement {
    if (this.key !== key || !this.container) {
      this.container = make()
      this.chunk.append(this.container)
      this.key = key
      this.row = null
    }
    this.holder = this.container
    return this.container
  }
}
