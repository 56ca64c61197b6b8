import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

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
    plugins: [react()],
    build: {
      outDir: here('out/renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: here('src/renderer/index.html') },
    },
  },
})
