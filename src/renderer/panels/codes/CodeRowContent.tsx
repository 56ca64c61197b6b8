import type { Code } from '../../../shared/contract/codes.ts'
import { themeStore } from '../../app/theme.ts'
import { coding } from '../../state/coding.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icons.tsx'
import { InlineName } from '../../ui/inline-name.tsx'
import { spotOf } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { applyToSelection, finishNew, finishRename, listOf } from './code-deeds.ts'
import { type CodeRow, shownCount } from './code-rows.ts'
import { ask, codesState } from './codes-state.ts'

/** What a row of the code tree shows: digit, sign, name, and the number that opens its segments. */
export function CodeRowContent({ row, hasMemo }: { row: CodeRow; hasMemo: boolean }) {
  const editing = useStore(codesState, state => state.editing)
  if (row.code === null) {
    const parentId = editing?.what === 'new' ? editing.parentId : null
    return (
      <InlineName
        label="Name of the new code"
        initial=""
        placeholder="New code"
        onDone={name => void finishNew(parentId, name)}
      />
    )
  }
  const { code } = row
  const renames = editing?.what === 'name' && editing.codeId === code.id
  return (
    <>
      <Digit code={code} />
      <Sign code={code} />
      {renames ? (
        <InlineName
          label={`Name of ${code.name}`}
          initial={code.name}
          onDone={name => void finishRename(code.id, name)}
        />
      ) : (
        <>
          <Name row={row} code={code} />
          {hasMemo ? (
            <span className="codes-memo">
              <Icon name="memo" size={12} />
            </span>
          ) : null}
          <RowButtons row={row} code={code} />
        </>
      )}
    </>
  )
}

function Digit({ code }: { code: Code }) {
  const digit = useStore(coding, state => state.pinned.indexOf(code.id)) + 1
  return digit === 0 ? null : (
    <span className="codes-digit" aria-hidden="true">
      {digit}
    </span>
  )
}

export function Sign({ code, size = 11 }: { code: Code; size?: number }) {
  const theme = useStore(themeStore, state => state.theme)
  return <Glyph name={code.glyph} color={codeColor(code.color, theme)} size={size} />
}

function Name({ row, code }: { row: CodeRow; code: Code }) {
  const look = code.codable ? 'codes-name' : 'codes-name codes-heading'
  return (
    <span className={row.found ? look : `${look} codes-above`} dir="auto" title={code.path}>
      {code.name}
    </span>
  )
}

function RowButtons({ row, code }: { row: CodeRow; code: Code }) {
  const { count, below } = shownCount(row, code)
  return (
    <>
      {code.codable ? (
        <button
          type="button"
          className="codes-apply"
          tabIndex={-1}
          aria-label={`Apply ${code.name} to the selection`}
          onClick={() => void applyToSelection(code)}
          onDoubleClick={event => event.stopPropagation()}
        >
          apply
        </button>
      ) : null}
      <button
        type="button"
        className="codes-more"
        tabIndex={-1}
        aria-label={`More for ${code.name}`}
        aria-haspopup="menu"
        onClick={event => ask('menu', [code.id], spotOf(event.currentTarget))}
        onDoubleClick={event => event.stopPropagation()}
      >
        <Icon name="more" size={14} />
      </button>
      <button
        type="button"
        className="codes-count"
        tabIndex={-1}
        aria-label={`${count} segments of ${code.name}${below ? ' and its sub-codes' : ''}`}
        data-below={below && row.expanded === false ? '' : undefined}
        onClick={() => listOf(code, below)}
        onDoubleClick={event => event.stopPropagation()}
      >
        {count === 0 ? '·' : count}
      </button>
    </>
  )
}
