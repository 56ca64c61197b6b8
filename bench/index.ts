// npm run -s bench -- [NAME] [--json]: measures, beside a plain implementation of the same work
// in the same run, so that the ratio means something on any machine.
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'

const BENCHES: Record<string, () => Promise<{ run(): Promise<Figure[]> }>> = {
  project: () => import('./project.ts'),
  reader: () => import('./reader.ts'),
  pdf: () => import('./pdf.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = names.find(name => !Object.hasOwn(BENCHES, name))
if (unknown !== undefined) {
  console.error(`There is no bench “${unknown}”. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exit(2)
}

const round = (value: number) => Number(value.toPrecision(4))

for (const name of names) {
  const { run } = await BENCHES[name]!()
  const figures = await run()
  if (values.json) {
    for (const { figure, value, unit, goal, baseline, spread } of figures) {
      console.log(
        JSON.stringify({
          bench: name,
          figure,
          value: round(value),
          unit,
          goal,
          baseline: baseline === null ? null : round(baseline),
          ...spread,
        }),
      )
    }
  } else printTable(name, figures)
}

function printTable(name: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ figure, value, unit, goal, baseline, plain, spread }) => [
    figure,
    `${round(value)} ${unit}`,
    goal === null ? '' : `${value <= goal ? 'reached' : 'NOT REACHED'}: ${goal}`,
    baseline === null ? '' : `${round(baseline)} ${unit}`,
    baseline === null ? '' : `${round(value / baseline)}`,
    spread ? `${round(spread.p50)} / ${round(spread.p95)} / ${round(spread.max)}, n ${spread.samples}` : '',
    plain,
  ])
  const table = [
    ['figure', 'value', 'goal', 'baseline', 'ratio', 'p50 / p95 / max', 'the baseline is'],
    ...rows,
  ]
  const widths = table[0]!.map((_, column) => Math.max(...table.map(row => row[column]!.length)))
  console.log(`\n${name}`)
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
