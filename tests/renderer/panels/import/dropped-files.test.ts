import { describe, expect, it } from 'vitest'
import { filesOf, filesOfFolder, isClutter } from '../../../../src/renderer/panels/import/dropped-files.ts'

/** A folder as the browser gives it: its entries come in portions. */
function folder(name: string, entries: readonly object[], portion = 2) {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      const left = [...entries]
      return { readEntries: (take: (some: object[]) => void) => take(left.splice(0, portion)) }
    },
  }
}
const entry = (name: string) => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (take: (file: File) => void) => take(new File(['x'], name)),
})
const item = (one: ReturnType<typeof entry> | ReturnType<typeof folder>) => ({
  kind: 'file',
  webkitGetAsEntry: () => one,
  getAsFile: () => (one.isFile ? new File(['x'], one.name) : null),
})
const drop = (...items: object[]) => items as unknown as DataTransferItemList
const namesOf = async (...items: object[]) => (await filesOf(drop(...items))).map(({ name }) => name)

describe('filesOf', () => {
  it('takes files as they were dropped', async () => {
    expect(await namesOf(item(entry('b.txt')), item(entry('a.txt')))).toEqual(['b.txt', 'a.txt'])
  })

  it('takes what is in folders, all portions of it, by name, with numbers as numbers', async () => {
    const study = folder('study', [
      entry('interview 10.txt'),
      entry('interview 9.txt'),
      folder('more', [entry('c.txt')]),
      entry('a.txt'),
      entry('z.txt'),
    ])
    expect(await namesOf(item(study))).toEqual([
      'a.txt',
      'interview 9.txt',
      'interview 10.txt',
      'c.txt',
      'z.txt',
    ])
  })

  it('leaves the clutter of systems and programs, but not a file dropped by itself', async () => {
    const study = folder('study', [
      entry('.DS_Store'),
      entry('~$draft.docx'),
      entry('Thumbs.db'),
      entry('a.txt'),
    ])
    expect(await namesOf(item(study))).toEqual(['a.txt'])
    expect(await namesOf(item(entry('.notes.txt')))).toEqual(['.notes.txt'])
  })

  it('passes over dragged text', async () => {
    expect(await namesOf({ kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null })).toEqual([])
  })
})

describe('filesOfFolder', () => {
  it('orders by path and leaves hidden folders out', () => {
    const at = (path: string) => {
      const file = new File(['x'], path.split('/').at(-1)!)
      Object.defineProperty(file, 'webkitRelativePath', { value: path })
      return file
    }
    const chosen = [at('s/b/2.txt'), at('s/.git/config'), at('s/b/10.txt'), at('s/a.txt')]
    expect(filesOfFolder(chosen).map(({ name }) => name)).toEqual(['a.txt', '2.txt', '10.txt'])
  })
})

describe('isClutter', () => {
  it('knows what is nobody’s document', () => {
    expect(['.hidden', '~$a.docx', 'Thumbs.db', 'desktop.ini', '__MACOSX'].every(isClutter)).toBe(true)
    expect(['a.txt', 'thumbs.database.txt', '$a.docx'].some(isClutter)).toBe(false)
  })
})
