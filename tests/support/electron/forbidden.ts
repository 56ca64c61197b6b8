import { argumentsOf, literal, type Node, nameOf, nodesOf, objectOf } from './syntax.ts'

interface Rule {
  readonly name: string
  /** files in which this is allowed */
  readonly except?: readonly string[]
  isBroken(node: Node): boolean
}

/** An option that may be written with one value only. */
const only = (option: string, value: unknown): Rule => ({
  name: `${option} other than ${JSON.stringify(value)}`,
  isBroken: node =>
    node.type === 'Property' && nameOf(node['key']) === option && literal(node['value']) !== value,
})

const isCallOf = (node: Node, name: string) =>
  node.type === 'CallExpression' && nameOf(node['callee']) === name
const importOf = (node: Node): string =>
  node.type === 'ImportDeclaration' ||
  node.type === 'ExportNamedDeclaration' ||
  node.type === 'ImportExpression'
    ? String(literal(node['source']) ?? '')
    : isCallOf(node, 'require')
      ? String(literal(argumentsOf(node)[0]) ?? '')
      : ''

const members = (name: string, object: string, except: readonly string[] = []): Rule => ({
  name,
  except,
  isBroken: node => node.type === 'MemberExpression' && objectOf(node) === object,
})

const names = (name: string, forbidden: readonly string[], except: readonly string[] = []): Rule => ({
  name,
  except,
  isBroken: node => node.type === 'MemberExpression' && forbidden.includes(nameOf(node['property'])),
})

/** What must not be written in the shell: reliability of a window is mostly what is left out. */
export const rules: readonly Rule[] = [
  only('sandbox', true),
  only('contextIsolation', true),
  only('nodeIntegration', false),
  only('nodeIntegrationInWorker', false),
  only('nodeIntegrationInSubFrames', false),
  only('webSecurity', true),
  only('allowRunningInsecureContent', false),
  only('experimentalFeatures', false),
  only('enableBlinkFeatures', ''),
  only('webviewTag', false),
  only('bypassCSP', false),
  members('a channel opened outside ipc.ts', 'ipcMain', ['src/main/ipc.ts']),
  names('openExternal outside navigation.ts', ['openExternal'], ['src/main/navigation.ts']),
  names('opening files or folders by the system', ['openPath', 'showItemInFolder', 'trashItem']),
  names('script put into a page', [
    'executeJavaScript',
    'executeJavaScriptInIsolatedWorld',
    'executeInMainWorld',
    'insertCSS',
  ]),
  names('old ways to answer a scheme', [
    'registerFileProtocol',
    'interceptFileProtocol',
    'registerBufferProtocol',
  ]),
  {
    name: 'eval or new Function',
    isBroken: node =>
      isCallOf(node, 'eval') ||
      ((node.type === 'NewExpression' || node.type === 'CallExpression') &&
        nameOf(node['callee']) === 'Function'),
  },
  {
    name: 'another page than our own',
    isBroken: node =>
      isCallOf(node, 'loadFile') || (isCallOf(node, 'loadURL') && nameOf(argumentsOf(node)[0]) !== 'PAGE'),
  },
  {
    name: 'the remote module',
    isBroken: node =>
      /(?:^|\/)remote(?:\/|$)/.test(importOf(node)) ||
      (node.type === 'ImportSpecifier' && nameOf(node['imported']) === 'remote'),
  },
  {
    name: 'crash reports, updates, or Electron’s own network',
    isBroken: node =>
      node.type === 'Identifier' &&
      ['crashReporter', 'autoUpdater', 'contentTracing', 'netLog'].includes(nameOf(node)),
  },
  {
    name: 'a module that reaches the network or starts programs',
    isBroken: node =>
      /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process|cluster|inspector|vm)(?:\/|$)/.test(
        importOf(node),
      ) || isCallOf(node, 'fetch'),
  },
  {
    name: 'an address of the network',
    isBroken: node => {
      const text =
        node.type === 'TemplateElement' ? (node['value'] as { cooked: string }).cooked : literal(node)
      return typeof text === 'string' && /\b(?:https?|wss?|ftp):\/\//i.test(text)
    },
  },
  {
    name: 'a second thing in the page’s world',
    isBroken: node => isCallOf(node, 'exposeInMainWorld') && literal(argumentsOf(node)[0]) !== 'host',
  },
  {
    name: 'Electron imported elsewhere than in index.ts and the preload',
    except: [
      'src/main/index.ts',
      'src/preload/index.ts',
      'src/preload/desktop-host.ts',
      'out/main/main.js',
      'out/preload/preload.cjs',
    ],
    isBroken: node => /^electron(?:\/|$)/.test(importOf(node)) && node['importKind'] !== 'type',
  },
]

/** Which rules a file breaks, by their names. */
export function brokenRules(file: string, code: string): string[] {
  const nodes = nodesOf(code, file.endsWith('.ts'))
  return rules
    .filter(({ except = [], isBroken }) => !except.includes(file) && nodes.some(isBroken))
    .map(({ name }) => name)
}
