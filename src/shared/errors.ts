/**
 * Expected failures are values: a code, and a sentence that tells the researcher what
 * happened, what it means for the data and what to do. They cross every wire as
 * `{ ok: false, error: { code, message, details } }`, since Electron's and JSON's
 * wires both lose the class of an error.
 */
type Details = Readonly<Record<string, string | number | boolean | undefined>>

const sentences = {
  // calls
  'no-such-procedure': d =>
    `There is no procedure called “${d['name']}”. Nothing was done. \`postil verbs\` lists them all.`,
  'bad-input': d => `The input of ${d['name']} is not usable: ${d['reason']}. Nothing was changed.`,
  'not-found': d =>
    `This ${d['what']} is not in the project any more (it may have been deleted in another window). Nothing was changed. Look at the current list and try again.`,
  internal: d =>
    `Something went wrong inside Postil (${d['reason']}). The change was not made and the project is as it was before. Please try again.`,

  // the project file
  'project-missing': d =>
    `There is no file at ${d['path']}. Check the name, or choose New to begin a project there.`,
  'project-exists': d =>
    `There is already a file at ${d['path']}. It was not touched. Choose another name, or open it.`,
  'project-not-postil': d =>
    `${d['path']} is not a Postil project${d['found'] ? ` (it looks like ${d['found']})` : ''}. It was not changed. Choose a file that ends in .postil, or import it as a document.`,
  'project-newer': d =>
    `${d['path']} was written by a newer Postil (file version ${d['version']}, this program knows ${d['known']}). It was not changed. Update Postil to open it.`,
  'project-damaged': d =>
    `${d['path']} is damaged (${d['reason']}). It was not changed. Keep the file, copy it somewhere safe, and open a backup copy instead.`,
  'project-locked': d =>
    `${d['path']} is in use by another window or program. It was not changed. Close it there, or bring that window to the front, then try again.`,
  'project-read-only': d =>
    `${d['path']} can only be read here (the file or its folder is write-protected). Nothing was changed. Save a copy in a folder of your own to work on it.`,
  'project-folder-read-only': d =>
    `No project can be made at ${d['path']}: the folder is missing or write-protected. Nothing was written. Choose another folder.`,
  'project-moved': d =>
    `${d['path']} was moved, renamed or replaced while it was open. The last change was not saved. Open it from its new place and make the change again.`,
  'disk-full': d =>
    `The disk with ${d['path']} is full. The last change was not saved; everything before it is safe. Free some space and try again.`,
  'project-settings': d =>
    `This machine's SQLite did not take the safety setting ${d['pragma']} (wanted ${d['wanted']}, got ${d['got']}). The project was not opened, so nothing can be lost.`,

  // documents
  'file-unknown': d =>
    `${d['name']} is not a kind of document Postil reads. Nothing was imported. Save it as PDF, DOCX, ODT, RTF, HTML, Markdown or plain text and import that.`,
  'file-legacy-doc': d =>
    `${d['name']} is an old Word file (.doc). Nothing was imported. Open it in a word processor, save it as .docx and import that.`,
  'file-damaged': d =>
    `${d['name']} is damaged and could not be read (${d['reason']}). Nothing was imported from it. Try to open and re-save it in the program it came from.`,
  'file-empty': d => `${d['name']} holds no text. Nothing was imported.`,
  'file-too-large': d =>
    `${d['name']} is larger than Postil takes (${d['size']}; the limit is ${d['limit']}). Nothing was imported. Split it and import the parts.`,
  'file-slow': d =>
    `${d['name']} could not be read in ${d['seconds']} seconds and was given up. Nothing was imported from it. Try to re-save it in the program it came from.`,
  'file-password': d =>
    `${d['name']} is protected by a password. Nothing was imported yet. Give the password to import it.`,
  'file-wrong-password': d =>
    `The password does not open ${d['name']}. Nothing was imported yet. Check it and try again.`,
  'file-encoding': d =>
    `The encoding of ${d['name']} was not recognised${d['tried'] ? ` (tried ${d['tried']})` : ''}. Nothing was imported. Choose its encoding and import it again.`,
  'file-unsafe': d =>
    `${d['name']} was refused because it could harm this computer (${d['reason']}). Nothing was imported from it.`,
  'picture-unsupported': d =>
    `${d['name']} is a picture of a kind that Postil does not show (${d['kind']}). Nothing was imported. Save it as PNG or JPEG and import that.`,
  'picture-too-large': d =>
    `${d['name']} is larger than Postil can show (${d['size']}; fewer than ${d['megapixels']} megapixels, and ${d['side']} on a side, are the most). Nothing was imported. Save it smaller, or cut it into parts.`,
  'file-gone': d => `The file “${d['name']}” is no longer at hand. Nothing was changed. Choose it again.`,
  'file-missing': d => `There is no file at ${d['path']}. Nothing was changed. Check its name.`,
  'import-cancelled': d => `The import of ${d['name']} was cancelled. Nothing was imported from it.`,
  'document-duplicate': d =>
    `${d['name']} is already in this project as “${d['existing']}”. It was not imported again. Choose “keep” to have it twice.`,
  'recognition-no-engine': d =>
    `No program that could recognise the text of “${d['name']}” was found on this machine. Nothing was changed. Install Tesseract (for PDFs with Poppler’s pdftoppm) or OCRmyPDF and try again, or replace the document by a version with text.`,
  'recognition-of-text': d => `“${d['name']}” is a text already. Nothing was changed.`,
  'recognition-running': d => `The text of “${d['name']}” is being recognised already.`,
  'recognition-stopped': d => `The recognition of “${d['name']}” was stopped. Nothing was changed.`,
  'recognition-failed': d =>
    `${d['engine']} could not read “${d['name']}” (${d['reason']}). Nothing was changed. Try another language or engine, or replace the document by a version with text.`,
  'recognition-empty': d =>
    `No text was recognised in “${d['name']}”. Nothing was changed. You can code areas of its pages.`,
  'document-same': d =>
    `${d['name']} is the version of “${d['document']}” that is there already. Nothing was changed.`,
  'span-outside': d =>
    `The passage ${d['start']}–${d['end']} is not inside the document “${d['document']}”, which has ${d['length']} characters. Nothing was coded.`,
  'span-splits-character': d =>
    `The passage ${d['start']}–${d['end']} would cut a character of “${d['document']}” in two. Nothing was coded. Move its edge by one.`,
  'area-without-pages': d =>
    `“${d['document']}” has no pages of a fixed size, so no area of it can be coded. Nothing was coded. Code a passage of its text.`,
  'area-pages-unknown': d =>
    `Where the pages of “${d['document']}” are is not known yet. Nothing was coded. Ask for its pages (documents.pages), then code the area again.`,
  'area-outside': d =>
    `The area is not on page ${d['page']} of “${d['document']}”, which has ${d['pages']} ${d['pages'] === 1 ? 'page' : 'pages'}. Nothing was coded. Draw it on the page.`,
  'area-too-small': d =>
    `The area is smaller than ${d['least']} units on a side, too small to be seen again. Nothing was coded. Draw it larger.`,
  'area-or-passage': d =>
    `Segment ${d['segment']} is ${d['is']} and cannot become ${d['wanted']}. Nothing was changed. Code the new place, and take the codes off the old one.`,

  // codes
  'code-name-taken': d =>
    `There is already a code “${d['name']}” at this place in the tree. Nothing was changed. Use another name, or merge the two codes.`,
  'code-into-itself': d => `The code “${d['name']}” cannot be moved below itself. Nothing was changed.`,
  'code-not-codable': d =>
    `“${d['name']}” is a heading of the code tree and cannot be applied. Nothing was coded. Choose one of its sub-codes, or make it a code in its details.`,
  'merge-into-self': d =>
    `A code cannot be merged into itself or into one of its own sub-codes (“${d['name']}”). Nothing was changed.`,
  'name-taken': d =>
    `There is already a ${d['what']} called “${d['name']}”. Nothing was changed. Use another name.`,
  'value-type': d =>
    `“${d['value']}” is not a ${d['type']}, which the variable “${d['variable']}” asks for. Nothing was changed.`,

  // hosts
  'window-missing': () =>
    'The window of Postil is not built yet. Nothing was opened. Run `npm run build` once, then try again.',
  'port-taken': d =>
    `Port ${d['port']} of this machine is in use by another program, or not to be had. Nothing was opened. Choose another port, or leave it out.`,
  'file-not-saved': d =>
    `The file could not be saved at ${d['path']} (${d['reason']}). The project is not affected. Choose another place.`,
  'no-project': () => 'No project is open. Nothing was done. Open a project, or make a new one.',
  'host-gone': () =>
    'Postil’s own program does not answer: it may have been closed. What was saved is safe. Start Postil again and reload this page.',
  'host-refused': d =>
    `Postil’s own program refused this (status ${d['status']}). Nothing was changed. Reload this page, or start Postil again.`,

  // history
  'nothing-to-undo': () => 'There is nothing to undo.',
  'nothing-to-redo': () => 'There is nothing to redo.',
  'undo-stale': d =>
    `“${d['label']}” cannot be undone: what it changed (${d['table']}) has been changed again since. Nothing was changed. Undo the later steps first.`,

  // tables in and out
  'table-unreadable': d =>
    `${d['name']} could not be read as a table (${d['reason']}). Nothing was imported.`,
  'table-columns': d =>
    `${d['name']} lacks the column ${d['missing']}. Its first line must name the columns document, start, end and code (coder, comment and quote may follow). Nothing was imported.`,
  'table-rows': d =>
    `${d['bad']} of the ${d['total']} rows of ${d['name']} cannot be imported, so none was. The first: ${d['first']}. Correct the file and import it again.`,
  'table-too-large': d =>
    `The table has ${d['rows']} rows and ${d['columns']} columns, more than a file of the kind ${d['format']} can hold. Nothing was written. Choose csv, or a narrower scope.`,
  'format-unknown': d =>
    `There is no export format “${d['format']}”. Nothing was written. Choose csv, xlsx or json.`,
} satisfies Record<string, (details: Details) => string>

export type FailureCode = keyof typeof sentences

export interface FailureData {
  readonly code: FailureCode
  readonly message: string
  readonly details: Details
}

export class Failure extends Error {
  readonly code: FailureCode
  readonly details: Details
  constructor(code: FailureCode, details: Details) {
    super((sentences[code] as (details: Details) => string)(details))
    this.name = 'Failure'
    this.code = code
    this.details = details
  }
}

export const fail = (code: FailureCode, details: Details = {}): Failure => new Failure(code, details)

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(sentences, code)

/** Any thrown thing, as it crosses a wire. What was not expected becomes "internal". */
export function toFailureData(thrown: unknown): FailureData {
  const failure =
    thrown instanceof Failure
      ? thrown
      : fail('internal', { reason: thrown instanceof Error ? thrown.message : String(thrown) })
  return { code: failure.code, message: failure.message, details: failure.details }
}

/** The other end of the wire. */
export function fromFailureData(data: FailureData): Failure {
  return new Failure(isFailureCode(data.code) ? data.code : 'internal', data.details)
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: FailureData }
