import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A web host of its own, as a process of its own, with a folder of its own. */
export class Postil {
  readonly folder = mkdtempSync(join(tmpdir(), 'postil-story-'))
  private child: ChildProcess | undefined

  /** A copy of the sample project in this story's folder. */
  sample(): string {
    const path = join(this.folder, 'sample.postil')
    cpSync(join(root, 'resources', 'sample.postil'), path)
    return path
  }

  /** Starts the host; resolves to the address with its one-time token. */
  async start(...args: string[]): Promise<string> {
    const child = spawn(process.execPath, [join(root, 'out', 'main', 'web.js'), ...args, '--port', '0'], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, XDG_CONFIG_HOME: this.folder, XDG_STATE_HOME: this.folder, HOME: this.folder },
    })
    this.child = child
    return new Promise((resolve, reject) => {
      let printed = ''
      child.stdout!.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const address = /http:\/\/\S+/.exec(printed)?.[0]
        if (address) resolve(address)
      })
      child.on('exit', code => reject(new Error(`the host ended with ${code}: ${printed}`)))
    })
  }

  /** The power cut. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM')
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child
    this.child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
}

/** Stories get a host, and fail if the page said anything on its console that is an error. */
export const test = base.extend<{ postil: Postil; errors: string[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  postil: async ({}, use) => {
    const postil = new Postil()
    await use(postil)
    await postil.stop()
  },
  errors: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('console', message => message.type() === 'error' && errors.push(message.text()))
      page.on('pageerror', error => errors.push(String(error)))
      await use(errors)
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Asks the core directly, through the page's own session: to compare what is shown with what is kept. */
export async function ask<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  return page.evaluate(
    async ([name, input]) => {
      const response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      })
      const reply = await response.json()
      if (!reply.ok) throw new Error(reply.error.message)
      return reply.value
    },
    [name, input] as const,
  )
}

/** Selects the first place where these words stand in the open document, by real mouse movement. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate(wanted => {
    const home = document.querySelector('[data-place="text"]')!
    const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted)
      if (at < 0) continue
      node.parentElement!.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0]!, rects.at(-1)!]
      return {
        x1: first.left + 1,
        y1: first.top + first.height / 2,
        x2: last.right - 1,
        y2: last.top + last.height / 2,
      }
    }
    return null
  }, words)
  if (!box) throw new Error(`“${words}” is not on the page`)
  await page.mouse.move(box.x1, box.y1)
  await page.mouse.down()
  await page.mouse.move((box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2, { steps: 3 })
  await page.mouse.move(box.x2, box.y2, { steps: 3 })
  await page.mouse.up()
}
