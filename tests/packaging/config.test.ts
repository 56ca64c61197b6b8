import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Arch, Configuration, TargetConfiguration } from 'electron-builder'
import { describe, expect, it } from 'vitest'
import config from '../../electron-builder.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path))

type Platform = 'win' | 'mac' | 'linux'
const PLATFORMS: readonly (readonly [Platform, string])[] = [
  ['win', 'win32'],
  ['mac', 'darwin'],
  ['linux', 'linux'],
]
const targetsOf = (platform: Platform) =>
  ((config[platform]?.target ?? []) as TargetConfiguration[]).map(({ target, arch }) => [target, arch])
const filesOf = (platform: Platform) => config[platform]?.files as string[]

describe('the package', () => {
  it('is described in the one file that electron-builder finds first', () => {
    // the names it tries, in its order
    const found = ['yml', 'yaml', 'json', 'json5', 'toml', 'js'].filter(ending =>
      existsSync(join(root, `electron-builder.${ending}`)),
    )
    expect(found).toEqual(['js'])
    expect(JSON.parse(read('package.json').toString())).not.toHaveProperty('build')
  })

  it('has every switch of the binary set to safe', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: false,
    } satisfies Configuration['electronFuses'])
    expect(config.disableAsarIntegrity ?? false).toBe(false)
  })

  it('is one archive, with the machine code and the sample beside it', () => {
    expect(config.asar).toBe(true)
    expect(config.asarUnpack).toEqual(['node_modules/better-sqlite3/prebuilds/**'])
    expect(config.npmRebuild).toBe(false)
    expect(config.extraResources).toEqual([{ from: 'resources/sample.postil', to: 'sample.postil' }])
  })

  it('looks for no updates and is published by nobody', () => {
    expect(config.publish).toBeNull()
  })

  it('is made for three systems', () => {
    const both = ['x64', 'arm64'] satisfies (keyof typeof Arch)[]
    expect(targetsOf('win')).toEqual([['nsis', both]])
    expect(targetsOf('mac')).toEqual([
      ['dmg', both],
      ['zip', both],
    ])
    expect(targetsOf('linux')).toEqual([
      ['AppImage', both],
      ['deb', both],
    ])
  })

  it.each(PLATFORMS)(
    'has a whole list of files for %s, with that system’s database only',
    (platform, name) => {
      const files = filesOf(platform)
      const prebuild = `!node_modules/better-sqlite3/prebuilds/!(${name}-$\{arch}.node)`
      expect(files).toContain(prebuild)
      for (const file of [
        'package.json',
        'out/main/**',
        'out/preload/**',
        'out/renderer/**',
        '!out/main/{web,cli}.js',
      ])
        expect(files).toContain(file)
      // packages are all in but for what is taken away
      expect(files.filter(file => file.startsWith('node_modules'))).toEqual([])
      expect(config.files).toBeUndefined()
      for (const arch of ['x64', 'arm64'])
        expect(existsSync(join(root, 'node_modules/better-sqlite3/prebuilds', `${name}-${arch}.node`))).toBe(
          true,
        )
    },
  )

  it('opens project files', () => {
    expect(config.fileAssociations).toEqual([
      expect.objectContaining({
        ext: 'postil',
        mimeType: 'application/x-postil',
        role: 'Editor',
        icon: 'icons/document',
      }),
    ])
  })

  it('has its pictures where it says', () => {
    const pictures = [
      config.win?.icon,
      config.mac?.icon,
      'resources/icons/document.ico',
      'resources/icons/document.icns',
    ]
    for (const picture of pictures)
      expect(existsSync(join(root, String(picture))), String(picture)).toBe(true)
    expect(read('resources/icons/icon.ico').subarray(0, 4)).toEqual(Buffer.from([0, 0, 1, 0]))
    expect(read('resources/icons/icon.icns').toString('latin1', 0, 4)).toBe('icns')
    for (const name of readdirSync(join(root, String(config.linux?.icon)))) {
      // a PNG says its size at a fixed place
      const size = read(`resources/icons/linux/${name}`).readUInt32BE(16)
      expect(name).toBe(`${size}x${size}.png`)
    }
  })

  it('asks a Mac for the one thing V8 needs, under the hardened runtime', () => {
    expect(config.mac).toMatchObject({ hardenedRuntime: true, entitlements: 'resources/entitlements.plist' })
    const keys = [
      ...read('resources/entitlements.plist')
        .toString()
        .matchAll(/<key>([^<]+)<\/key>/g),
    ]
    expect(keys.map(match => match[1])).toEqual(['com.apple.security.cs.allow-jit'])
  })

  it('starts Chromium’s sandbox on Linux, and names no person', () => {
    expect(config.toolsets?.appimage).toBe('1.0.3')
    expect(config.linux?.executableArgs).toBeUndefined()
    expect(config.appImage?.executableArgs).toBeUndefined()
    expect(config.linux).toMatchObject({
      category: 'Education;Science',
      maintainer: expect.stringMatching(/^The Postil authors </),
    })
    expect(config.deb?.packageCategory).toBe('science')
  })

  it('is the program that Windows knows by the name it gives itself', async () => {
    expect(read('src/main/start.ts').toString()).toContain(`const APP_ID = '${config.appId}'`)
  })
})
