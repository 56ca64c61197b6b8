import { describe, expect, it } from 'vitest'
import { isLocal } from '../../src/main/permissions.ts'
import { running } from '../support/electron/running.ts'
import type { SessionModel } from '../support/electron/session.ts'

// docs/api/session.md, all names of setPermissionRequestHandler and setPermissionCheckHandler
const REQUESTED = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'window-management',
]
const CHECKED = [...REQUESTED, 'hid', 'serial', 'usb', 'deprecated-sync-clipboard-read']

const ours = async (): Promise<SessionModel> => (await running()).windows[0]!.contents.session
const both = async (): Promise<SessionModel[]> => [...(await running()).sessions.values()]

describe('permissions', () => {
  it.each(REQUESTED)('%s is refused when asked for', async permission => {
    expect((await ours()).request(permission)).toBe(false)
  })

  it.each(CHECKED)('%s is refused when checked', async permission => {
    expect((await ours()).check(permission)).toBe(false)
  })

  it.each(['hid', 'serial', 'usb'])('no device of kind %s is permitted', async kind => {
    expect((await ours()).device(kind)).toBe(false)
  })

  it('are refused in the default session too', async () => {
    const sessions = await both()
    expect(sessions.map(({ partition }) => partition).sort()).toEqual(['', 'postil'])
    for (const session of sessions) {
      expect(session.request('media')).toBe(false)
      expect(session.check('media')).toBe(false)
      expect(session.device('hid')).toBe(false)
    }
  })
})

describe('the network', () => {
  const REMOTE = [
    'https://postil.example/',
    'http://127.0.0.1/',
    'ws://127.0.0.1/',
    'wss://postil.example/',
    'ftp://postil.example/',
    'file:///etc/passwd',
    'app://other/index.html',
    'blob:https://postil.example/1',
    'filesystem:app://postil/x',
    'chrome://gpu/',
    'no address',
  ]

  it.each(REMOTE)('%s is not reached', async address => {
    for (const session of await both()) expect(session.isCancelled(address)).toBe(true)
  })

  it.each(['app://postil/index.html', 'blob:app://postil/1', 'data:image/png;base64,AA=='])(
    '%s is',
    async address => {
      expect((await ours()).isCancelled(address)).toBe(false)
    },
  )

  it('lets the developer tools load, but not in a release', () => {
    expect(isLocal('devtools://devtools/bundled/inspector.html', true)).toBe(true)
    expect(isLocal('devtools://devtools/bundled/inspector.html', false)).toBe(false)
  })

  it('downloads nothing', async () => {
    for (const session of await both()) expect(session.download()).toBe(false)
  })

  it('fetches no dictionaries', async () => {
    for (const session of await both()) expect(session.spellChecker).toBe(false)
  })
})
