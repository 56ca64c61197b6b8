import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCore } from '../../src/core/core.ts'
import { type Reply, toFailureData } from '../../src/shared/errors.ts'
import { type Said, scenario } from '../hosts/scenario.ts'
import { fileOnDisk } from '../support/electron/preload.ts'
import { isBuilt, running } from '../support/electron/running.ts'
import { temporaryFolder } from '../support/temporary.ts'

/** What the scenario comes to without any door. */
async function inProcess(): Promise<readonly Said[]> {
  const core = openCore({ path: join(temporaryFolder(), 'study.postil'), create: true, coder: 'Ada' })
  const said = await scenario({
    call: async (name, input) => {
      try {
        return { ok: true, value: (await core.call(name, input)) ?? null }
      } catch (error) {
        return { ok: false, error: toFailureData(error) }
      }
    },
    put: async (name, text) => {
      const { handle, path } = core.freight.fresh(name)
      writeFileSync(path, text)
      return handle
    },
  })
  await core.close()
  core.freight.clear()
  return said
}

/** Over the wire between the processes, with every value really cloned. */
async function overTheWire(): Promise<readonly Said[]> {
  const shell = await running()
  const { contents } = shell.windows[0]!
  const own = { contents: contents.api, frame: contents.mainFrame }
  const ask = (channel: string, ...args: unknown[]) => shell.ipc.invoke(own, channel, args) as Promise<Reply>
  await ask('projects.create', join(shell.home, 'study.postil'), 'Ada')
  return scenario({
    call: (name, input) => ask('call', name, input),
    put: async (name, text) => {
      const reply = await ask('files.putBytes', name, new TextEncoder().encode(text).buffer)
      return reply.ok ? String(reply.value) : ''
    },
  })
}

/** As the page does: over the bridge, the built preload, and the wire. */
async function asThePage(): Promise<readonly Said[]> {
  const shell = await running({ runsPreload: true })
  const host = shell.host()
  await host.projects.create(join(shell.home, 'study.postil'), 'Ada')
  return scenario({
    call: (name, input) => host.call(name, input),
    put: (name, text) => {
      const path = join(shell.home, name)
      writeFileSync(path, text)
      return host.put(fileOnDisk(path))
    },
  })
}

describe('the desktop leads to the same core', () => {
  it('over the wire between the processes', async () => {
    const said = await inProcess()
    expect(said.length).toBeGreaterThan(20)
    expect(await overTheWire()).toEqual(said)
  })

  it.runIf(isBuilt)('over the bridge and the built preload', async () => {
    expect(await asThePage()).toEqual(await inProcess())
  })
})
