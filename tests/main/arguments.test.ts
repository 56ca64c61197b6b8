import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { readArguments, receivedProject } from '../../src/main/arguments.ts'

const cwd = resolve('/studies')
const project = (argv: string[], isPackaged = true) => readArguments(argv, cwd, isPackaged).project

describe('the arguments of a start', () => {
  it('hold the file to open', () => {
    expect(project(['/opt/Postil/postil', 'a.postil'])).toBe(resolve(cwd, 'a.postil'))
    expect(project(['/opt/Postil/postil', resolve('/b/a.postil')])).toBe(resolve('/b/a.postil'))
    expect(project(['electron', '/checkout', 'a.postil'], false)).toBe(resolve(cwd, 'a.postil'))
  })

  it('may hold none', () => {
    expect(project(['/opt/Postil/postil'])).toBeNull()
    expect(project(['electron', '.'], false)).toBeNull()
    expect(project(['/opt/Postil/postil', '', '--no-sandbox', '-psn_0_12345'])).toBeNull()
  })

  it('hold options that are no files', () => {
    expect(project(['postil', '--original-process-start-time=1', 'a.postil', '--x'])).toBe(
      resolve(cwd, 'a.postil'),
    )
  })

  it('may hold an address, as file managers of Linux give it', () => {
    const path = resolve('/my studies/é.postil')
    expect(project(['postil', pathToFileURL(path).href])).toBe(path)
  })

  it('hold nothing where the address is no file of this machine', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(project(['postil', 'file://%%%'])).toBeNull()
    expect(quiet).toHaveBeenCalledOnce()
    quiet.mockRestore()
  })
})

describe('what a second start sends', () => {
  it('is a file or nothing', () => {
    expect(receivedProject({ project: '/a.postil' })).toBe('/a.postil')
    for (const data of [null, undefined, 'text', 7, {}, { project: null }, { project: '' }, { project: 7 }])
      expect(receivedProject(data)).toBeNull()
  })
})
