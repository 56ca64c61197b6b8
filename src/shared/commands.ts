export const MENUS = ['file', 'edit', 'view', 'code', 'document', 'analysis', 'help'] as const
export type MenuName = (typeof MENUS)[number]

/** Where a command's keys act: everywhere, or only while that part of the window has focus. */
export type Place = 'window' | 'text' | 'margin' | 'codes' | 'documents' | 'segments' | 'review'

/** What lies in what: the margin is a part of the text, and its keys go before those of the text. */
export const AROUND: Readonly<Record<Place, Place | null>> = {
  window: null,
  text: 'window',
  margin: 'text',
  codes: 'window',
  documents: 'window',
  segments: 'window',
  review: 'window',
}

/** Whether the keys of `inner` go before those of `outer` because it lies within it. */
export function isWithin(inner: Place, outer: Place): boolean {
  for (let place = AROUND[inner]; place !== null; place = AROUND[place]) if (place === outer) return true
  return false
}

export interface Command {
  readonly id: string
  readonly label: string
  /** "Mod" is Ctrl, or ⌘ on a Mac. Letters by the character typed, digits by the key's place (AZERTY) */
  readonly keys: readonly string[]
  readonly menu: MenuName | null
  /** commands of one group stand together in a menu, divided from the next group by a line */
  readonly group: number
  readonly place: Place
}

type Spec = readonly [id: string, label: string, keys: readonly string[], group?: number, place?: Place]

const inMenu = (menu: MenuName | null, specs: readonly Spec[]): Command[] =>
  specs.map(([id, label, keys, group = 0, place = 'window']) => ({ id, label, keys, menu, group, place }))

/**
 * Everything a user can do, once: native menu, menu bar of the web window, palette,
 * shortcuts, the page of keys and the tests read this list. What a command does is in
 * src/renderer/commands; a command without an entry there does not compile.
 */
const list = [
  ...inMenu('file', [
    ['project.new', 'New project…', ['Mod+Alt+N'], 0],
    ['project.open', 'Open project…', ['Mod+O'], 0],
    ['project.sample', 'Open the sample project', [], 0],
    ['documents.import', 'Import documents…', ['Mod+Shift+I'], 1],
    ['documents.importFolder', 'Import a folder…', [], 1],
    ['segments.importTable', 'Import segments from CSV…', [], 1],
    ['export.shown', 'Export what is shown…', ['Mod+E'], 2],
    ['export.segments', 'Export all coded segments…', [], 2],
    ['project.rename', 'Rename project…', [], 3],
    ['project.check', 'Check the project file', [], 3],
    ['settings.open', 'Settings…', ['Mod+,'], 4],
    ['project.close', 'Close project', [], 5],
  ]),
  ...inMenu('edit', [
    ['history.undo', 'Undo', ['Mod+Z'], 0],
    ['history.redo', 'Redo', ['Mod+Shift+Z', 'Mod+Y'], 0],
    ['history.show', 'History', ['Mod+Shift+H'], 0],
    ['edit.copyQuote', 'Copy with reference', ['Mod+Shift+C'], 1, 'text'],
    ['find.here', 'Find in document', ['Mod+F'], 2],
    ['find.next', 'Next hit', ['F3'], 2],
    ['find.previous', 'Previous hit', ['Shift+F3'], 2],
    ['find.matchCase', 'Find: match capitals', [], 2],
    ['find.wholeWords', 'Find: whole words only', [], 2],
    ['go.to', 'Go to page, paragraph or segment…', ['Mod+G'], 2],
    ['palette.open', 'Find or do…', ['Mod+K', 'Mod+Shift+P'], 3],
    ['coder.change', 'Change coder…', [], 4],
  ]),
  ...inMenu('view', [
    ['focus.documents', 'Go to documents', ['Mod+1'], 0],
    ['focus.text', 'Go to text', ['Mod+2'], 0],
    ['focus.codes', 'Go to codes', ['Mod+3'], 0],
    ['focus.segments', 'Go to segments', ['Mod+4'], 0],
    ['focus.next', 'Next region', ['F6'], 0],
    ['focus.previous', 'Previous region', ['Shift+F6'], 0],
    ['panel.documents', 'Documents panel', ['Mod+Shift+1'], 1],
    ['panel.codes', 'Codes panel', ['Mod+Shift+3'], 1],
    ['panel.segments', 'Segments drawer', ['Mod+Shift+4'], 1],
    ['view.larger', 'Larger text', ['Mod+=', 'Mod++'], 2],
    ['view.smaller', 'Smaller text', ['Mod+-'], 2],
    ['view.normal', 'Normal text size', ['Mod+0'], 2],
    ['theme.light', 'Light', [], 3],
    ['theme.dark', 'Dark', [], 3],
    ['theme.system', 'As the system', [], 3],
    ['view.split', 'Split: two texts side by side', ['Mod+\\', 'Mod+Shift+2'], 4],
    ['focus.otherPane', 'Other pane', ['Mod+F6'], 4],
    ['view.scrollTogether', 'Scroll both texts together', [], 4],
    ['go.back', 'Back', ['Alt+ArrowLeft'], 4],
    ['go.forward', 'Forward', ['Alt+ArrowRight'], 4],
    ['margin.onlyCode', 'Beside the text only the chosen code', [], 5],
    ['margin.onlyMine', 'Beside the text only my codings', [], 5],
    ['margin.all', 'Beside the text all codings', [], 5],
    ['pages.switch', 'Printed pages instead of text', ['V'], 6, 'text'],
    ['pages.larger', 'Larger pages', ['Mod+=', 'Mod++'], 6, 'text'],
    ['pages.smaller', 'Smaller pages', ['Mod+-'], 6, 'text'],
    ['pages.fullSize', 'Pages in full size', ['Mod+0'], 6, 'text'],
    ['pages.fitWidth', 'Pages as wide as the window', ['W'], 6, 'text'],
    ['pages.fitPage', 'Whole pages', ['Shift+W'], 6, 'text'],
    ['pages.next', 'Next page', ['Alt+PageDown'], 7, 'text'],
    ['pages.previous', 'Previous page', ['Alt+PageUp'], 7, 'text'],
    ['pages.continuous', 'Pages below each other', [], 7, 'text'],
    ['pages.single', 'One page at a time', [], 7, 'text'],
    ['pages.twoUp', 'Two pages side by side', [], 7, 'text'],
    ['pages.turnRight', 'Turn the pages right', ['T'], 7, 'text'],
    ['pages.turnLeft', 'Turn the pages left', ['Shift+T'], 7, 'text'],
    ['pages.dark', 'Dark pages', [], 7, 'text'],
    ['pages.outline', 'Outline of the file', ['Shift+O'], 7, 'text'],
    ['pages.thumbnails', 'Small pages', [], 7, 'text'],
  ]),
  ...inMenu('code', [
    ['code.pick', 'Code the selection…', ['C', 'Enter'], 0, 'text'],
    ['code.inVivo', 'In vivo: the words become the code', ['I'], 0, 'text'],
    ['code.renameNew', 'Correct the name made in vivo', ['F2'], 0, 'text'],
    ['code.again', 'Again: the last code', ['R'], 0, 'text'],
    ['code.pinned', 'Pinned code 1–9', ['Digit'], 0, 'text'],
    ['segment.free', 'Free segment: no code yet', ['Q'], 0, 'text'],
    ['area.draw', 'Area: code a part of the page', ['Shift+A'], 0, 'text'],
    ['marker.toggle', 'Text marker: code all that is selected', ['P'], 0, 'text'],
    ['code.comment', 'Comment on the segment…', ['N'], 1, 'text'],
    ['code.remove', 'Remove coding', ['X', 'Delete'], 1, 'text'],
    ['segment.delete', 'Delete segment', ['Shift+Delete'], 1, 'text'],
    ['segment.next', 'Next segment', ['J'], 2, 'text'],
    ['segment.previous', 'Previous segment', ['K'], 2, 'text'],
    ['paragraph.nextUncoded', 'Next uncoded paragraph', ['Shift+J'], 2, 'text'],
    ['paragraph.previousUncoded', 'Previous uncoded paragraph', ['Shift+K'], 2, 'text'],
    ['segment.here', 'Segments here', ['S'], 2, 'text'],
    ['segment.overlap', 'Next overlapping segment', ['O'], 2, 'text'],
    ['segment.endRight', 'Move the end right', ['Shift+ArrowRight'], 3, 'text'],
    ['segment.endLeft', 'Move the end left', ['Shift+ArrowLeft'], 3, 'text'],
    ['segment.endDown', 'Move the end on by a sentence', ['Shift+ArrowDown'], 3, 'text'],
    ['segment.endUp', 'Move the end back by a sentence', ['Shift+ArrowUp'], 3, 'text'],
    ['segment.startRight', 'Move the start right', ['Alt+Shift+ArrowRight'], 3, 'text'],
    ['segment.startLeft', 'Move the start left', ['Alt+Shift+ArrowLeft'], 3, 'text'],
    ['segment.startDown', 'Move the start on by a sentence', ['Alt+Shift+ArrowDown'], 3, 'text'],
    ['segment.startUp', 'Move the start back by a sentence', ['Alt+Shift+ArrowUp'], 3, 'text'],
    ['selection.widen', 'Widen the selection', ['E'], 4, 'text'],
    ['selection.mark', 'Mark the start, then the end', ['M'], 4, 'text'],
    ['selection.narrow', 'Narrow the selection', ['Shift+E'], 4, 'text'],
    ['codes.new', 'New code', ['Insert'], 5, 'codes'],
    ['codes.newChild', 'New sub-code', ['Shift+Insert'], 5, 'codes'],
    ['codes.rename', 'Rename code', ['F2'], 5, 'codes'],
    ['codes.moveTo', 'Move code to…', [], 5, 'codes'],
    ['codes.merge', 'Merge code into…', [], 5, 'codes'],
    ['codes.delete', 'Delete code', ['Delete'], 5, 'codes'],
    ['codes.segments', 'Segments of the code', ['Enter', 'Space'], 5, 'codes'],
    ['codes.apply', 'Apply the code to the selection', ['Mod+Enter'], 5, 'codes'],
    ['codes.pin', 'Pin the code to a digit', ['Alt+Digit'], 5, 'codes'],
    ['codes.up', 'Move code up', ['Alt+ArrowUp'], 6, 'codes'],
    ['codes.down', 'Move code down', ['Alt+ArrowDown'], 6, 'codes'],
    ['codes.in', 'Move code below the one above', ['Alt+ArrowRight'], 6, 'codes'],
    ['codes.out', 'Move code out, one level up', ['Alt+ArrowLeft'], 6, 'codes'],
  ]),
  ...inMenu(null, [
    ['codes.look', 'Colour and sign of the code…', [], 0, 'codes'],
    ['codes.memo', 'Write a memo on the code', [], 0, 'codes'],
    ['codes.expandAll', 'Open all codes', [], 0, 'codes'],
    ['codes.collapseAll', 'Close all codes', [], 0, 'codes'],
    ['margin.select', 'Select the segment of the bar', ['Enter', 'Space'], 1, 'margin'],
    ['margin.remove', 'Take the code of the bar off', ['X', 'Delete'], 1, 'margin'],
    ['row.open', 'Open its place in the text', ['Enter'], 2, 'segments'],
    ['row.preview', 'Read it whole', ['Space'], 2, 'segments'],
    ['row.copy', 'Copy with reference', ['Mod+Shift+C', 'Mod+C'], 2, 'segments'],
    ['row.pick', 'Pick the row, or give it up', ['Mod+Space'], 2, 'segments'],
    ['row.pickAll', 'Pick all rows', ['Mod+A'], 2, 'segments'],
    ['row.comment', 'Comment on it', ['N'], 2, 'segments'],
    ['row.add', 'Add a code…', ['C'], 2, 'segments'],
    ['row.recode', 'Recode…', ['R'], 2, 'segments'],
    ['row.remove', 'Remove coding', ['X', 'Delete'], 2, 'segments'],
    ['row.delete', 'Delete segment', ['Shift+Delete'], 2, 'segments'],
    ['review.accept', 'Confirm the proposed place', ['Enter'], 3, 'review'],
    ['review.open', 'Go to its place in the text', ['Space'], 3, 'review'],
    ['review.place', 'Put it on the selected words', ['P'], 3, 'review'],
    ['review.drop', 'Drop it with its codings', ['Delete'], 3, 'review'],
  ]),
  ...inMenu('document', [
    ['document.open', 'Go to document…', ['Mod+Shift+O'], 0],
    ['document.next', 'Next document', ['Mod+PageDown'], 0],
    ['document.previous', 'Previous document', ['Mod+PageUp'], 0],
    ['document.openBeside', 'Open document beside', ['Mod+Enter'], 1, 'documents'],
    ['document.rename', 'Rename document', ['F2'], 1, 'documents'],
    ['document.groups', 'Groups of the document…', [], 1, 'documents'],
    ['document.variables', 'Variables of the document…', [], 1, 'documents'],
    ['document.original', 'Save the original file…', [], 1, 'documents'],
    ['document.replace', 'Replace by a better version…', [], 1, 'documents'],
    ['document.recognise', 'Recognise text…', [], 1, 'documents'],
    ['document.review', 'Segments of the replaced document', [], 1, 'documents'],
    ['document.up', 'Move document up', ['Alt+ArrowUp'], 1, 'documents'],
    ['document.down', 'Move document down', ['Alt+ArrowDown'], 1, 'documents'],
    ['document.delete', 'Delete document', ['Delete'], 1, 'documents'],
    ['document.closeTab', 'Close tab', ['Mod+W'], 2],
  ]),
  ...inMenu('analysis', [
    ['analysis.frequency', 'Code × document table', ['Mod+Shift+T'], 0],
    ['analysis.groups', 'Code × document-group table', [], 0],
    ['memos.show', 'Memos', ['Mod+Shift+M'], 1],
    ['memo.new', 'New memo', [], 1],
  ]),
  ...inMenu('help', [
    ['help.keys', 'Keys', ['F1', '?'], 0],
    ['help.about', 'About Postil', [], 1],
  ]),
] as const satisfies readonly Command[]

export const commands: readonly Command[] = list
