export interface Command {
  readonly name: string
  readonly usage: string
  readonly about: string
  readonly help: string
  /** loads what the command needs, and nothing for the others */
  load(): Promise<{ run(argv: readonly string[]): Promise<number> }>
}

const EVERYWHERE = '--coder NAME says who is coding; without it, whoever coded last in this project.'

type Spec = readonly [name: string, usage: string, about: string, more: string, load: Command['load']]

const specs: readonly Spec[] = [
  ['new', 'postil new STUDY.postil [--coder NAME]', 'makes a project', '', () => import('./commands/new.ts')],
  [
    'import',
    'postil import STUDY.postil FILE|FOLDER... [--group NAME] [--json]',
    'imports documents, as one step',
    `A folder means all files below it, in the order of their names. One row a file says what came in.
  --group NAME        put them into this document group (made if it is not there)
  --encoding NAME     read plain text in this encoding
  --password WORD     for protected files
  --changes keep-both keep tracked deletions too, marked
  --duplicates keep   import files that are there already once more
  --json              the report as JSON, one object a file`,
    () => import('./commands/import.ts'),
  ],
  [
    'call',
    'postil call STUDY.postil noun.verb [JSON|-] [--out FILE] | postil call STUDY.postil - --lines',
    'calls any procedure of the contract',
    `JSON is the input, "-" reads it from standard input; the answer is JSON on standard output.
Where an input wants a file, give its path.
  --lines      read one {"call": "noun.verb", "input": ...} a line, answer one JSON a line
  --out FILE   write the file that the procedure made`,
    () => import('./commands/call.ts'),
  ],
  [
    'verbs',
    'postil verbs [noun.verb]',
    'lists every procedure, or tells one with its input schema',
    '',
    () => import('./commands/verbs.ts'),
  ],
  [
    'table',
    'postil table STUDY.postil code-document|code-group [OPTIONS-JSON] --format csv|xlsx|json [--out FILE]',
    'writes the code-frequency table',
    `OPTIONS-JSON is the input of analysis.frequency, such as {"measure": "words", "aggregate": true}.
  --bom     csv: begin with a byte order mark
  --exact   csv: leave cells that look like formulas as they are`,
    () => import('./commands/table.ts'),
  ],
  [
    'segments',
    'postil segments STUDY.postil [OPTIONS-JSON] --format csv|xlsx|json|html|md|docx [--out FILE]',
    'writes the segments as a tidy table, or as a text to read',
    `OPTIONS-JSON says which and how, such as {"codeIds": ["..."], "withSubcodes": true, "order": "length"}:
  a scope ("free": "with" or "only" for segments without a code), order, descending, grouping, context.
  --bom, --exact as for table`,
    () => import('./commands/segments.ts'),
  ],
  [
    'import-segments',
    'postil import-segments STUDY.postil FILE.csv',
    'imports codings from a table, all rows or none',
    'Columns: document, start, end, code; coder, comment and quote may follow. Offsets are UTF-16 units.',
    () => import('./commands/import-segments.ts'),
  ],
  [
    'serve',
    'postil serve STUDY.postil [--port N]',
    'opens the project in a browser on this machine',
    '',
    () => import('./commands/serve.ts'),
  ],
]

const commands: readonly Command[] = specs.map(([name, usage, about, more, load]) => ({
  name,
  usage,
  about,
  load,
  help: [usage, about, more, EVERYWHERE].filter(part => part !== '').join('\n\n'),
}))

export const findCommand = (name: string): Command | undefined =>
  commands.find(command => command.name === name)

export const helpText = (): string =>
  [
    'Postil, qualitative coding. Every command works on one project file.',
    '',
    ...commands.map(({ usage, about }) => `  ${usage}\n      ${about}`),
    '',
    '  postil COMMAND --help tells more; postil --version tells the version.',
    '  Every command takes --coder NAME: who is coding.',
    '  Exit status: 0 done, 1 failed (one sentence on standard error), 2 wrong usage.',
  ].join('\n')
