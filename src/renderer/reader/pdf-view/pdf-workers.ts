import rendererUrl from 'pdfjs-dist/build/pdf.renderer.min.mjs?url'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

/** One thread that reads the file, one that draws its pages; both are files of this program. */
export interface PdfWorkers {
  readonly reading: Worker
  readonly drawing: Worker
  stop(): void
}

interface Policy {
  createScriptURL(address: string): string
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
}

const OWN: ReadonlySet<string> = new Set([rendererUrl, workerUrl])
let policy: Policy | undefined

/** The page's policy lets threads be started from addresses that have been looked at only: these two. */
function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  if (!OWN.has(address)) throw new Error(`not a thread of this program: ${address}`)
  policy ??= trustedTypes?.createPolicy('postil-pdf', { createScriptURL: own => own })
  return policy ? policy.createScriptURL(address) : address
}

/** those of a file that was closed: starting them takes longer than opening most files */
const resting: PdfWorkers[] = []
const MOST_RESTING = 1
/** a file that cannot be closed in this time has hung them up */
const PATIENCE = 2000

/** A pair that rests, or a new one. */
export function takePdfWorkers(): PdfWorkers {
  return resting.pop() ?? start()
}

/** After the file is closed they may rest, if that came to an end. */
export async function restPdfWorkers(workers: PdfWorkers, closing: Promise<unknown>): Promise<void> {
  const isClosed = await Promise.race([
    closing.then(
      () => true,
      () => false,
    ),
    new Promise<false>(resolve => setTimeout(() => resolve(false), PATIENCE)),
  ])
  if (isClosed && resting.length < MOST_RESTING) resting.push(workers)
  else workers.stop()
}

/** Has a pair ready before the first file is opened. */
export function warmPdfWorkers(): void {
  if (resting.length === 0) resting.push(start())
}

function start(): PdfWorkers {
  const reading = new Worker(trusted(workerUrl), { type: 'module' })
  const drawing = new Worker(trusted(rendererUrl), { type: 'module' })
  return {
    reading,
    drawing,
    stop: () => {
      reading.terminate()
      drawing.terminate()
    },
  }
}
