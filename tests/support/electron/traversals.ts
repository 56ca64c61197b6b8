const UP = [
  '..',
  '%2e%2e',
  '%2E%2E',
  '.%2e',
  '%2e.',
  '%252e%252e',
  '..%00',
  '..%c0%af',
  '%c0%ae%c0%ae',
  '..;',
  '...',
  '....',
  '. .',
  '..%20',
  '%u002e%u002e',
  '．．',
]
const SEPARATORS = ['/', '\\', '%2f', '%2F', '%5c', '%255c', '//', '/./', '\\\\']
const TARGETS = ['secret.html', 'secret.json', 'renderer-secret/secret.html']

const climbing = UP.flatMap(up => SEPARATORS.map(separator => up + separator)).flatMap(step =>
  TARGETS.map(target => `app://postil/${step}${target}`),
)

const fromInside = UP.map(up => `app://postil/assets/${up}/${up}/secret.html`)

const ABSOLUTE = [
  '/etc/passwd',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  'C:/Windows/win.ini',
  'C:%5CWindows%5Cwin.ini',
  'c|/Windows/win.ini',
  '\\\\server\\share\\secret.html',
  '%5c%5cserver%5cshare%5csecret.html',
  '//server/share/secret.html',
  '//?/C:/secret.html',
  'file:///etc/passwd',
]
const DEVICES = [
  'con',
  'CON.html',
  'nul.json',
  'aux.js',
  'prn.html',
  'com1.html',
  'lpt9.css',
  'COM0.js',
  'nul',
]
const STREAMS = [
  'index.html::$DATA',
  'index.html:secret.html',
  'index.html%3a%3a$DATA',
  'index.html.',
  'index.html%20',
  'index.html%00.js',
]
const OTHERS = [
  'app://other/index.html',
  // as long as ours
  'app://postel/index.html',
  // a browser would tidy it up to a file that is there
  'app://postil/assets/../index.html',
  'app://postil/./index.html',
  'app://postil.evil.example/index.html',
  'app://user@postil/index.html',
  'app://postil:80/index.html',
  'file:///etc/passwd',
  'app:/index.html',
  'app:index.html',
  'https://postil/index.html',
  'app://postil/~/secret.html',
  'app://postil/$HOME/secret.html',
  'app://postil/%/secret.html',
  'app://postil/-secret.html',
  'app://postil/.git/secret.html',
  'app://postil/assets/.hidden.js',
]

/** Ways that have led out of some program's folder at some time. */
export const traversals: readonly string[] = [
  ...climbing,
  ...fromInside,
  ...[...ABSOLUTE, ...DEVICES, ...STREAMS].map(path => `app://postil/${path}`),
  ...OTHERS,
]
