/** A growing Int32 column. */
export class IntColumn {
  values: Int32Array
  length = 0
  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity)
  }
  set(index: number, value: number): void {
    if (index >= this.values.length) {
      const larger = new Int32Array(Math.max(index + 1, this.values.length * 2))
      larger.set(this.values)
      this.values = larger
    }
    this.values[index] = value
    if (index >= this.length) this.length = index + 1
  }
}

/** Gives each id a small number, the same as long as the project is open. */
export class Slots {
  readonly ids: string[] = []
  private readonly byId = new Map<string, number>()
  of(id: string): number {
    const known = this.byId.get(id)
    if (known !== undefined) return known
    const slot = this.ids.length
    this.ids.push(id)
    this.byId.set(id, slot)
    return slot
  }
}
