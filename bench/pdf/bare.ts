import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BenchWindow } from '../reader/window.ts'

export interface BareTimes {
  readonly first: number
  readonly jump: number
}

/** px that the page of the program has at this size of window */
const WIDTH = 520

/** The same pages drawn by pdf.js alone, with its two threads, on a page with nothing else. */
export async function measureBare({ bare }: BenchWindow, path: string): Promise<BareTimes> {
  const page = await bare()
  const library = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build')
  const bytes = readFileSync(path)
  await page.route('**/bare-pdf/*', route => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!
    return name === 'file.pdf'
      ? route.fulfill({ body: bytes, contentType: 'application/pdf' })
      : route.fulfill({ path: join(library, name), contentType: 'text/javascript' })
  })
  const times = await page.evaluate(async width => {
    const address = new URL('/bare-pdf/', location.href).href
    const pdfjs = (await import(`${address}pdf.min.mjs`)) as typeof import('pdfjs-dist')
    pdfjs.GlobalWorkerOptions.workerSrc = `${address}pdf.worker.min.mjs`
    pdfjs.GlobalWorkerOptions.rendererSrc = `${address}pdf.renderer.min.mjs`
    const data = await (await fetch(`${address}file.pdf`)).arrayBuffer()
    const canvas = document.createElement('canvas')
    document.body.append(canvas)
    const timed = async (work: () => Promise<void>) => {
      const began = performance.now()
      await work()
      return (await window.probe.painted()) - began
    }
    const firsts: number[] = []
    const jumps: number[] = []
    for (let i = 0; i < 3; i++) {
      const task = pdfjs.getDocument({ data: new Uint8Array(data.slice(0)), verbosity: 0 })
      const draw = async (number: number) => {
        const one = await (await task.promise).getPage(number)
        const scale = width / one.getViewport({ scale: 1 }).width
        const viewport = one.getViewport({ scale })
        canvas.width = viewport.width
        canvas.height = viewport.height
        await one.render({ canvas, viewport }).promise
      }
      firsts.push(await timed(() => draw(1)))
      jumps.push(await timed(() => draw(500)))
      await task.destroy()
    }
    const middle = (values: number[]) => values.sort((a, b) => a - b)[1]!
    return { first: middle(firsts), jump: middle(jumps) }
  }, WIDTH)
  await page.unrouteAll()
  await page.close()
  return times
}
