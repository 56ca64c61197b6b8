import { type Core, openCore } from '../../src/core/core.ts'
import { createClient, type PostilClient } from '../../src/shared/client.ts'

/** Makes an empty project there, and leaves nothing else behind. */
export const makeProject = (path: string, coder?: string): Promise<void> =>
  closing(openCore({ path, create: true, ...(coder === undefined ? {} : { coder }) }), async () => undefined)

/** Looks into a project that no one else has open. */
export const withProject = <T>(path: string, look: (client: PostilClient) => Promise<T>): Promise<T> =>
  closing(openCore({ path }), core => look(createClient(core)))

async function closing<T>(core: Core, work: (core: Core) => Promise<T>): Promise<T> {
  try {
    return await work(core)
  } finally {
    await core.close()
    core.freight.clear()
  }
}
