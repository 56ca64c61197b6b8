// One round of npm run dev: build what has changed, then be the web host.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildApp } from './build.mjs'
import { root } from './install.mjs'
import { ensureSample, samplePath } from './sample-file.mjs'

buildApp()
ensureSample()
if (process.argv.length === 2) process.argv.push(samplePath)
await import(pathToFileURL(join(root, 'out', 'main', 'web.js')).href)
