// How Postil is packaged by `npm run dist`. electron-builder finds this file by its name.
// Checked by tests/packaging: which fuses, which files, which associations.

/**
 * What goes into the archive, whole for each platform: a list of a platform's own does not
 * take over the common one. Of better-sqlite3's binaries only the one that can run there.
 */
const filesFor = platform => [
  'package.json',
  'LICENSE',
  'out/main/**',
  'out/preload/**',
  'out/renderer/**',
  'resources/icon.png',
  // the other doors: they are started with Node, and the released program is no Node
  '!out/main/{web,cli}.js',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/better-sqlite3/binding.gyp',
  // of packages only what is taken away counts: everything but the one; the builder's own
  // macro for the platform is that of the machine it runs on
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
  // of pdf.js: reading text, with the character maps; not its viewer, nor what draws pages
  '!node_modules/@napi-rs/**',
  '!node_modules/pdfjs-dist/{build,web,types,image_decoders,wasm,iccs,standard_fonts}/**',
  '!node_modules/pdfjs-dist/legacy/{web,image_decoders}/**',
  '!node_modules/pdfjs-dist/legacy/build/pdf.{sandbox,renderer}*',
  '!node_modules/pdfjs-dist/legacy/build/*.min.mjs',
  '!node_modules/pdfjs-dist/**/webpack.mjs',
  '!node_modules/**/*.{map,ts,mts,cts,md,markdown,flow}',
  '!node_modules/**/{test,tests,__tests__,example,examples,.github}/**',
]

/** Debian's packages must name one: where this was built, else a name that is reserved for leading nowhere. */
const { GITHUB_SERVER_URL, GITHUB_REPOSITORY } = process.env
const homepage = GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : 'https://postil.invalid'

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'org.postil.desktop',
  productName: 'Postil',
  copyright: 'Copyright © The Postil authors',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: macros of the builder
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources' },
  extraMetadata: { desktopName: 'postil.desktop', homepage },

  asar: true,
  // a library of machine code cannot be loaded from inside the archive
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  // the binaries come in the package and serve Node and Electron alike: nothing is compiled
  npmRebuild: false,
  // beside the archive: inside it no database can be opened
  extraResources: [{ from: 'resources/sample.postil', to: 'sample.postil' }],
  publish: null,
  // the newer launcher starts Chromium's sandbox; the older one always switches it off
  toolsets: { appimage: '1.0.3' },

  // one-way switches in the binary itself, set when it is packaged
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: false,
  },

  fileAssociations: [
    {
      ext: 'postil',
      name: 'Postil project',
      description: 'Postil project',
      mimeType: 'application/x-postil',
      role: 'Editor',
      rank: 'Owner',
      icon: 'icons/document',
    },
  ],

  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icons/icon.ico',
    files: filesFor('win32'),
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    // projects are the researcher's; settings go only when asked for
    deleteAppDataOnUninstall: false,
  },

  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: 'resources/icons/icon.icns',
    category: 'public.app-category.education',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'resources/entitlements.plist',
    entitlementsInherit: 'resources/entitlements.plist',
    darkModeSupport: true,
    files: filesFor('darwin'),
  },

  linux: {
    target: [
      { target: 'AppImage', arch: ['x64', 'arm64'] },
      { target: 'deb', arch: ['x64', 'arm64'] },
    ],
    icon: 'resources/icons/linux',
    executableName: 'postil',
    syncDesktopName: true,
    category: 'Education;Science',
    synopsis: 'Qualitative coding of documents and interviews',
    maintainer: 'The Postil authors <postil@localhost>',
    vendor: 'The Postil authors',
    files: filesFor('linux'),
  },
  deb: { packageCategory: 'science', priority: 'optional' },
}

export default config
