import { existsSync, linkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FreightRoom } from '../../src/core/freight.ts'
import { createDialogs } from '../../src/main/dialogs.ts'
import { createFiles } from '../../src/main/files.ts'
import { createDialog } from '../support/electron/small.ts'
import { temporaryFolder } from '../support/temporary.ts'

function setUp() {
  const folder = temporaryFolder()
  const freight = new FreightRoom()
  onTestFinished(() => freight.clear())
  const dialog = createDialog()
  const dialogs = createDialogs({ dialog: dialog.dialog, window: () => null, documents: folder })
  const { file } = freight.keep('table.csv', 'text/csv', new TextEncoder().encode('a,b'))
  return { folder, freight, dialog, file, files: createFiles(freight, dialogs) }
}

describe('files in', () => {
  it('of the disk are registered, not copied', async () => {
    const { folder, freight, files } = setUp()
    const path = join(folder, 'interview.txt')
    writeFileSync(path, 'words')
    const handle = await files.putPath(path, 'interview.txt')
    expect(freight.resolve(handle)).toEqual({ name: 'interview.txt', path, own: false })
  })

  it('of the page are put into the freight room', async () => {
    const { freight, files } = setUp()
    const handle = await files.putBytes('../pasted.txt', new TextEncoder().encode('words').buffer)
    const { name, path, own } = freight.resolve(handle)
    expect([name, own, readFileSync(path, 'utf8')]).toEqual(['pasted.txt', true, 'words'])
  })
})

describe('files out', () => {
  it('are saved where the user says', async () => {
    const { folder, dialog, file, files } = setUp()
    const target = join(folder, 'mine.csv')
    dialog.willChoose(target)
    expect(await files.take(file, 'table.csv')).toBe('saved')
    expect(readFileSync(target, 'utf8')).toBe('a,b')
    expect(dialog.asked[0]!.options).toMatchObject({ defaultPath: join(folder, 'table.csv') })
    expect(existsSync(`${target}.part`)).toBe(false)
  })

  it('replace what was there as a whole', async () => {
    const { folder, dialog, file, files } = setUp()
    const target = join(folder, 'table.csv')
    writeFileSync(target, 'an older and longer table')
    // another name for the old file itself: it is replaced, never written over
    linkSync(target, join(folder, 'old.csv'))
    dialog.willChoose(target)
    await files.take(file, 'table.csv')
    expect(readFileSync(target, 'utf8')).toBe('a,b')
    expect(readFileSync(join(folder, 'old.csv'), 'utf8')).toBe('an older and longer table')
  })

  it('are read by the page as plain bytes, and stay', async () => {
    const { files, file } = setUp()
    const bytes = await files.read(file)
    expect([bytes.constructor, bytes.buffer.byteLength]).toEqual([Uint8Array, 3])
    expect(new TextDecoder().decode(await files.read(file))).toBe('a,b')
    await expect(files.read('../../etc/passwd')).rejects.toMatchObject({ code: 'file-gone' })
  })

  it('stay here when the user thinks better of it', async () => {
    const { dialog, file, files } = setUp()
    dialog.willChoose(null)
    expect(await files.take(file, 'table.csv')).toBe('cancelled')
  })

  it('that cannot be saved there can be saved elsewhere, and nothing half-done is left', async () => {
    const { folder, dialog, file, files } = setUp()
    mkdirSync(join(folder, 'occupied.csv'))
    dialog.willChoose(join(folder, 'occupied.csv'))
    dialog.willPress(0)
    dialog.willChoose(join(folder, 'free.csv'))
    expect(await files.take(file, 'table.csv')).toBe('saved')
    expect(dialog.asked.map(({ kind }) => kind)).toEqual(['save', 'message', 'save'])
    expect(dialog.asked[1]!.options['message']).toContain('could not be saved at')
    expect(dialog.asked[2]!.options['defaultPath']).toBe(join(folder, 'occupied.csv'))
    expect(existsSync(join(folder, 'occupied.csv.part'))).toBe(false)
  })

  it('must be at hand', async () => {
    const { files } = setUp()
    await expect(files.take('0'.repeat(32), 'a.csv')).rejects.toMatchObject({ code: 'file-gone' })
    await expect(files.take('../../etc/passwd', 'a.csv')).rejects.toMatchObject({ code: 'file-gone' })
  })
})

describe('dialogs', () => {
  it('make a project file of whatever name', async () => {
    const { folder, dialog } = setUp()
    const { askCreate, askOpen } = createDialogs({
      dialog: dialog.dialog,
      window: () => null,
      documents: folder,
    })
    for (const [chosen, path] of [
      ['/a/study', '/a/study.postil'],
      ['/a/study.POSTIL', '/a/study.POSTIL'],
      [null, null],
    ] as const) {
      dialog.willChoose(chosen)
      expect(await askCreate()).toBe(path)
    }
    dialog.willChoose('/a/study.postil')
    expect(await askOpen()).toBe('/a/study.postil')
    dialog.willChoose(null)
    expect(await askOpen()).toBeNull()
    expect(dialog.asked[0]!.options['filters']).toEqual([{ name: 'Postil projects', extensions: ['postil'] }])
  })
})
