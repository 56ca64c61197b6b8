// How many stories there are for the real desktop program; with --say, also that they were not run and why.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const stories = readdirSync(here)
  .filter(name => name.endsWith('.spec.ts'))
  .flatMap(name => readFileSync(join(here, name), 'utf8').match(/^test\(/gm) ?? []).length

const isThere = existsSync(join(here, '..', '..', 'node_modules', 'electron', 'dist'))
if (process.argv.includes('--say') && !isThere)
  console.log(`not run: ${stories} Electron stories, because the binary is not here`)
else console.log(stories)
