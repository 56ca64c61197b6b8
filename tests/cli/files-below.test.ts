import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/cli/files-below.ts'
import { temporaryFolder } from '../support/temporary.ts'

function folderWith(...files: string[]): string {
  const folder = temporaryFolder()
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  return folder
}

const shown = (folder: string) => filesBelow([folder]).map(({ shown }) => shown.replaceAll('\\', '/'))

describe('the files below a folder', () => {
  it('come in the order of their names, numbers as numbers', () => {
    expect(shown(folderWith('b10.txt', 'b9.txt', 'a/z.txt', 'Über.txt', 'c/1.txt'))).toEqual([
      'a/z.txt',
      'b9.txt',
      'b10.txt',
      'c/1.txt',
      'Über.txt',
    ])
  })

  it('are without hidden files, and without what is in hidden folders', () => {
    expect(
      shown(folderWith('a.txt', '.DS_Store', '.git/config', 'b/.hidden/c.txt', 'b/d.txt', 'b/._d.txt')),
    ).toEqual(['a.txt', 'b/d.txt'])
  })

  it('are all there is where the folder itself is hidden', () => {
    const folder = folderWith('.study/a.txt')
    expect(shown(join(folder, '.study'))).toEqual(['a.txt'])
  })

  it.skipIf(process.platform === 'win32')('include links to files, but no circle of folders', () => {
    const folder = folderWith('a.txt', 'in/b.txt')
    symlinkSync(join(folder, 'a.txt'), join(folder, 'in', 'link.txt'))
    symlinkSync(folder, join(folder, 'in', 'round'))
    symlinkSync(join(folder, 'gone.txt'), join(folder, 'in', 'broken.txt'))
    expect(shown(folder)).toEqual(['a.txt', 'in/b.txt', 'in/link.txt'])
  })

  it('may be none', () => {
    expect(shown(folderWith())).toEqual([])
  })
})

describe('files that are named themselves', () => {
  it('are taken as they are: hidden, twice, or not there', () => {
    const folder = folderWith('.a.txt')
    const paths = [join(folder, '.a.txt'), join(folder, '.a.txt'), join(folder, 'none.txt')]
    expect(filesBelow(paths)).toEqual(paths.map(path => ({ path, shown: path })))
  })
})
