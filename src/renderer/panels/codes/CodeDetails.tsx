import type { Code } from '../../../shared/contract/codes.ts'
import { splitPath } from '../../../shared/model/code-path.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { EditableText } from '../../ui/editable-text.tsx'
import { Icon } from '../../ui/icons.tsx'
import { spotOf } from '../../ui/popover-at.tsx'
import { Tick } from '../../ui/tick.tsx'
import { Sign } from './CodeRowContent.tsx'
import './code-details.css'
import { listOf, updateCode } from './code-deeds.ts'
import { openMemo, writeMemo } from './code-memos.ts'
import { ask } from './codes-state.ts'

/** What the chosen code is: its place, its definition, its numbers, its memos. */
export function CodeDetails({ code }: { code: Code }) {
  return (
    <section className="code-details" aria-label={`Details of ${code.name}`}>
      <Head code={code} />
      <Counts code={code} />
      <EditableText
        key={code.id}
        label={`Definition of ${code.name}`}
        value={code.definition}
        placeholder="Add a definition: what it means, when to use it, an example."
        onSave={definition => void updateCode({ codeId: code.id, definition })}
      />
      <Tick checked={code.codable} onChange={codable => void updateCode({ codeId: code.id, codable })}>
        Can be applied to passages
      </Tick>
      <Memos code={code} />
    </section>
  )
}

function Head({ code }: { code: Code }) {
  const above = splitPath(code.path).slice(0, -1)
  return (
    <header className="code-details-head">
      <button
        type="button"
        className="code-details-look"
        aria-label="Colour and sign"
        aria-haspopup="dialog"
        onClick={event => ask('look', [code.id], spotOf(event.currentTarget))}
      >
        <Sign code={code} size={15} />
      </button>
      <div className="code-details-names">
        {above.length > 0 ? (
          <p className="code-details-path" dir="auto">
            {above.join(' › ')}
          </p>
        ) : null}
        <h3 dir="auto">{code.name}</h3>
      </div>
    </header>
  )
}

const counted = (count: number, one: string) => `${count} ${count === 1 ? one : `${one}s`}`

function Counts({ code }: { code: Code }) {
  const hasMore = code.segmentsBelow > code.segments
  if (code.segmentsBelow === 0)
    return (
      <p className="code-details-none">
        {code.codable
          ? 'No segments yet. Drag this code onto a passage, or press C in the text.'
          : 'A heading of the tree: it holds other codes and is not applied itself.'}
      </p>
    )
  return (
    <p className="code-details-counts">
      {code.segments > 0 ? (
        <Button look="plain" onPress={() => listOf(code, false)}>
          {counted(code.segments, 'segment')} in {counted(code.documents, 'document')}
        </Button>
      ) : null}
      {hasMore ? (
        <Button look="plain" onPress={() => listOf(code, true)}>
          {counted(code.segmentsBelow, 'segment')} with sub-codes
        </Button>
      ) : null}
    </p>
  )
}

function Memos({ code }: { code: Code }) {
  const memos = useQuery('memos.list', {})
  const mine = (memos ?? []).filter(memo => memo.about.codeId === code.id)
  return (
    <div className="code-details-memos">
      <div className="code-details-line">
        <h4>{mine.length === 0 ? 'No memos' : counted(mine.length, 'memo')}</h4>
        <IconButton label={`Write a memo on ${code.name}`} onPress={() => void writeMemo(code)}>
          <Icon name="plus" size={14} />
        </IconButton>
      </div>
      {mine.length === 0 ? null : (
        <ul>
          {mine.map(memo => (
            <li key={memo.id}>
              <Button look="plain" onPress={() => openMemo(memo.id)}>
                <Icon name="memo" size={13} />
                <span className="code-details-memo" dir="auto">
                  {memo.title}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
