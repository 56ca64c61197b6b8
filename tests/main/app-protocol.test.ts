import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAppHandler, PRIVILEGED, resolveAddress } from '../../src/main/app-protocol.ts'
import { CSP } from '../../src/shared/csp.ts'
import { running } from '../support/electron/running.ts'
import { traversals } from '../support/electron/traversals.ts'
import { temporaryFolder } from '../support/temporary.ts'

const SECRET = 'the answers of participant seven'

/** A built window, and beside and below it what must never be served. */
function site(): string {
  const home = temporaryFolder()
  const folder = join(home, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(home, 'renderer-secret'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'assets', 'index-AbC_9.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'inter.woff2'), 'font')
  writeFileSync(join(folder, '.env.json'), SECRET)
  writeFileSync(join(folder, 'assets', 'notes.txt'), SECRET)
  for (const name of ['secret.html', 'secret.json', 'study.postil']) writeFileSync(join(home, name), SECRET)
  writeFileSync(join(home, 'renderer-secret', 'secret.html'), SECRET)
  symlinkSync(join(home, 'secret.html'), join(folder, 'linked.html'))
  symlinkSync(home, join(folder, 'linked'))
  return folder
}

describe('app://postil', () => {
  it('serves the files of the window', async () => {
    const handle = createAppHandler(site())
    const page = await handle(new Request('app://postil/index.html'))
    expect([page.status, page.headers.get('Content-Type'), await page.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html>',
    ])
    expect((await handle(new Request('app://postil/'))).status).toBe(200)
    const script = await handle(new Request('app://postil/assets/index-AbC_9.js'))
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    const font = await handle(new Request('app://postil/assets/inter.woff2?v=1#a'))
    expect([font.status, font.headers.get('Content-Type')]).toEqual([200, 'font/woff2'])
  })

  it('says the policy and the rest of the headers on every answer', async () => {
    const handle = createAppHandler(site())
    for (const address of ['app://postil/', 'app://postil/missing.html', 'app://other/']) {
      const { headers } = await handle(new Request(address))
      expect(headers.get('Content-Security-Policy'), address).toBe(CSP)
      expect(headers.get('X-Content-Type-Options'), address).toBe('nosniff')
      expect(headers.get('Cache-Control'), address).toBe('no-store')
      expect(headers.get('Referrer-Policy'), address).toBe('no-referrer')
      expect(headers.get('Cross-Origin-Opener-Policy'), address).toBe('same-origin')
      expect(headers.get('Cross-Origin-Resource-Policy'), address).toBe('same-origin')
    }
  })

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('does not do %s', async method => {
    expect((await createAppHandler(site())(new Request('app://postil/index.html', { method }))).status).toBe(
      405,
    )
  })

  it('answers HEAD without the file', async () => {
    const answer = await createAppHandler(site())(new Request('app://postil/index.html', { method: 'HEAD' }))
    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  it('knows 200 ways out of the folder, and none leads out', async () => {
    expect(new Set(traversals).size).toBeGreaterThanOrEqual(200)
    const folder = site()
    const handle = createAppHandler(folder)
    for (const address of traversals) {
      expect(resolveAddress(address, folder), address).toBeNull()
      if (!URL.canParse(address)) continue
      // as a browser would tidy it up on the way
      const answer = await handle({ method: 'GET', url: new URL(address).href })
      expect(await answer.text(), address).not.toContain(SECRET)
    }
  })

  it.each(['linked.html', 'linked/secret.html', 'linked/renderer-secret/secret.html', 'linked/secret.json'])(
    'does not follow the link %s out of the folder',
    async name => {
      expect(resolveAddress(`app://postil/${name}`, site())).toBeNull()
    },
  )

  it.each(['.env.json', 'assets/notes.txt', 'assets', 'assets/', 'index.html/', 'missing.js', 'index'])(
    'does not serve %s',
    async name => {
      expect((await createAppHandler(site())(new Request(`app://postil/${name}`))).status).toBe(404)
    },
  )

  it.skipIf(process.platform === 'win32')('knows the names that are devices on Windows', () => {
    const folder = site()
    for (const name of ['con.html', 'NUL.json', 'aux.js', 'com1.css', 'lpt9.html']) {
      writeFileSync(join(folder, name), 'there')
      expect(resolveAddress(`app://postil/${name}`, folder), name).toBeNull()
    }
    writeFileSync(join(folder, 'console.html'), 'there')
    expect(resolveAddress('app://postil/console.html', folder)).toBe(join(folder, 'console.html'))
  })

  it('is a scheme like https, without its doors', async () => {
    const { schemes } = await running()
    expect(schemes).toEqual([PRIVILEGED])
    expect(PRIVILEGED).toEqual({
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        bypassCSP: false,
        allowServiceWorkers: false,
        corsEnabled: false,
        stream: false,
      },
    })
  })

  it('is answered in the session of the window only', async () => {
    const { windows, sessions } = await running()
    const answer = await windows[0]!.contents.session.fetch('app://postil/../../package.json')
    expect(answer?.status).toBe(404)
    await expect(sessions.get('')!.fetch('app://postil/index.html')).rejects.toThrow('ERR_UNKNOWN_URL_SCHEME')
  })
})
