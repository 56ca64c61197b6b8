import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What pdf.js reads of its own while it draws a page: character maps, the fonts every reader has, decoders in plain script. */
const PDF_FILES = [
  { from: 'cmaps', to: 'cmaps', which: /\.bcmap$/ },
  { from: 'standard_fonts', to: 'fonts', which: /\.(?:pfb|ttf)$/ },
  { from: 'wasm', to: 'decoders', which: /_nowasm_fallback\.js$/ },
]

/** Puts them beside the window as they are: they are asked for by name. */
const pdfFiles = {
  name: 'postil-pdf-files',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
    const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    for (const { from, to, which } of PDF_FILES) {
      for (const name of readdirSync(join(library, from)).filter(one => which.test(one)))
        this.emitFile({
          type: 'asset',
          fileName: `pdf/${to}/${name}`,
          source: readFileSync(join(library, from, name)),
        })
    }
  },
}

/**
 * Three bundles. One entry a door and one a worker, flat in one folder: the core finds its
 * workers beside the file that runs (src/core/thread/modules.ts).
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      sourcemap: false,
      rolldownOptions: {
        input: {
          main: here('src/main/index.ts'),
          web: here('src/web/index.ts'),
          cli: here('src/cli/index.ts'),
          'core-worker': here('src/core/thread/core-worker.ts'),
          'reading-worker': here('src/core/reading/reading-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  // everything but electron goes into the one file: a sandboxed preload can require nothing else
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // no inline script, no inline data in scripts and styles: the page's policy allows neither
  renderer: {
    root: 'src/renderer',
    plugins: [react(), pdfFiles],
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: here('src/renderer/index.html') },
    },
  },
})
