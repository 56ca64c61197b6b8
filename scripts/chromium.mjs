import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const INSTALLED = {
  linux: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Without a network Chromium must not look for one; as root it cannot have its own sandbox. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Finds a Chromium, Chrome or Edge, else installs one; null (and why) where none can be had. */
export function findChromium() {
  const given = process.env.POSTIL_CHROMIUM
  if (given && existsSync(given)) return { path: given, how: 'named by POSTIL_CHROMIUM' }
  const found = installed()
  if (found) return { path: found, how: 'found on this machine' }
  const downloaded = byPlaywright()
  if (downloaded) return { path: downloaded, how: 'downloaded by Playwright' }
  const packaged = byDebian()
  if (packaged) return { path: packaged, how: 'installed from the system’s packages' }
  return {
    path: null,
    how: 'no Chromium, Chrome or Edge is installed, and none could be downloaded or installed',
  }
}

function installed() {
  for (const name of INSTALLED[process.platform] ?? []) {
    if (name.includes('/') || name.includes('\\')) {
      if (existsSync(name)) return name
      continue
    }
    const which = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
    if (which.status === 0) return which.stdout.trim()
  }
  return null
}

function byPlaywright() {
  console.log('No Chromium found; trying Playwright’s own download…')
  const tool = join(root, 'node_modules', 'playwright', 'cli.js')
  const result = spawnSync(process.execPath, [tool, 'install', 'chromium-headless-shell'], {
    stdio: 'ignore',
    timeout: 180_000,
  })
  if (result.status !== 0) return null
  const ask = "import('playwright').then(({ chromium }) => console.log(chromium.executablePath()))"
  const where = spawnSync(process.execPath, ['--input-type=module', '-e', ask], {
    cwd: root,
    encoding: 'utf8',
  })
  const path = where.stdout.trim()
  return existsSync(path) ? path : null
}

/** Only where we may: as root on a system with apt. */
function byDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.log('Installing Chromium from the system’s packages…')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => spawnSync('apt-get', args, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
  const install = () => apt('install', '-y', '--no-install-recommends', 'chromium')
  return install() || (apt('update') && install()) ? installed() : null
}
