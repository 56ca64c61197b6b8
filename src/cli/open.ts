import { type Core, openCore } from '../core/core.ts'
import { workerModule } from '../core/thread/modules.ts'

/** Opens the project in this process, does the work, and leaves nothing behind. */
export async function withCore<T>(
  path: string,
  { coder }: { readonly coder?: string },
  work: (core: Core) => Promise<T>,
): Promise<T> {
  const core = openCore({
    path,
    readingWorker: workerModule('reading-worker'),
    ...(coder === undefined ? {} : { coder }),
  })
  try {
    return await work(core)
  } finally {
    await core.close()
    core.freight.clear()
  }
}
