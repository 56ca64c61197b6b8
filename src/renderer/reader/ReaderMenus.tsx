import { commands } from '../../shared/commands.ts'
import type { Segment } from '../../shared/contract/segments.ts'
import type { CodingId } from '../../shared/model/ids.ts'
import { keyLabel } from '../commands/bindings.ts'
import { entryOf } from '../commands/entries.ts'
import { coding } from '../state/coding.ts'
import { attempt } from '../state/messages.ts'
import { chooseCode, listSegments } from '../state/workspace.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import { ContextMenu } from '../ui/popover-at.tsx'
import { useStore } from '../ui/use-store.ts'
import { removeCodings } from './deeds.ts'
import { showOnlyCode } from './filtering.ts'
import { armMarker } from './marking.ts'
import { codeNames, type ReaderData, type ReaderModel } from './model.ts'
import { wordsOf } from './say.ts'
import { revealSegment, selectSegment } from './selecting.ts'

/** Menus over the text: what can be done here, what is here. */
export function ReaderMenus({ model, data }: { model: ReaderModel; data: ReaderData }) {
  const menu = useStore(model.store, state => state.menu)
  if (!menu) return null
  const close = () => {
    model.store.setState({ menu: null })
    // the commands of a menu act on the text; what they open takes the focus by itself
    if (!coding.getState().picking) model.view.focus()
  }
  const { about, spot } = menu
  if (about.kind === 'text')
    return <ContextMenu spot={spot} onClose={close} label="Passage" groups={TEXT_GROUPS.map(entriesOf)} />
  if (about.kind === 'segments') {
    const here = about.ids.flatMap(id => data.every.byId(id) ?? [])
    const groups = [here.map(segment => segmentEntry(model, data, segment))]
    return <ContextMenu spot={spot} onClose={close} label="Segments here" groups={groups} />
  }
  const segment = data.every.byId(about.segmentId)
  if (!segment) return null
  const groups = codingGroups(model, data, segment, about.codingId)
  return <ContextMenu spot={spot} onClose={close} label={`Segment ${segment.reference}`} groups={groups} />
}

const TEXT_GROUPS = [
  ['code.pick', 'code.inVivo', 'code.again', 'segment.free'],
  ['code.comment', 'edit.copyQuote', 'segment.here'],
  ['selection.widen', 'selection.narrow', 'selection.mark', 'marker.toggle', 'area.draw'],
  ['code.remove', 'segment.delete'],
] as const

function entriesOf(ids: readonly string[]): MenuEntry[] {
  return ids.flatMap(id => commands.find(one => one.id === id) ?? []).map(entryOf)
}

function segmentEntry(model: ReaderModel, data: ReaderData, segment: Segment): MenuEntry {
  const names = codeNames(segment, data).join(', ') || 'no code'
  return {
    id: segment.id,
    label: `${segment.reference} · ${names} · ${wordsOf(model, segment, 44)}`,
    checked: coding.getState().segmentId === segment.id,
    run: () => {
      selectSegment(model, segment)
      revealSegment(model, segment, 'unless-seen')
    },
  }
}

/** What can be done with one coding, each of it by mouse or by the menu key. */
function codingGroups(
  model: ReaderModel,
  data: ReaderData,
  segment: Segment,
  codingId: CodingId | null,
): MenuEntry[][] {
  const one = segment.codings.find(({ id }) => id === codingId)
  const code = one && data.code.get(one.codeId)
  const forSegment = entriesOf(['code.pick', 'code.comment', 'edit.copyQuote', 'segment.delete'])
  if (!one || !code) return [forSegment]
  const remove = () =>
    void attempt(() => removeCodings([one.id], `${code.name} taken off ${segment.reference}`))
  return [
    [
      { id: 'remove', label: `Take “${code.name}” off`, shortcut: keyLabel('margin.remove'), run: remove },
      ...forSegment,
    ],
    [
      {
        id: 'list',
        label: `Segments of “${code.name}”`,
        run: () => listSegments({ codeIds: [code.id], withSubcodes: true }, code.name),
      },
      { id: 'choose', label: 'Show the code in the list', run: () => chooseCode(code.id) },
      { id: 'only', label: 'Show only this code beside the text', run: () => showOnlyCode(model, code.id) },
      { id: 'arm', label: 'Text marker with this code', run: () => armMarker(model, code.id) },
    ],
  ]
}
