import { useEffect, useMemo, useRef } from 'react'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { focusPlace } from '../../app/regions.ts'
import { keyLabel } from '../../commands/bindings.ts'
import { commandAt } from '../../commands/keys.ts'
import { useDocumentNames } from '../../data/document-names.ts'
import { useAsk } from '../../data/use-query.ts'
import { coding } from '../../state/coding.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { ReviewLine } from './ReviewLine.tsx'
import { countsInWords, type Reviews, type Row, rowsOf, type Section, sectionsOf } from './review-rows.ts'
import { closeReview, reviewState } from './review-state.ts'
import { acceptRow, dropRow, goToRow, placeRow } from './settle-deeds.ts'
import './review.css'

/** What the replacement of a document did to its segments: three groups, each row leads to its place. */
export function ReviewPanel() {
  const documentId = useStore(reviewState, state => state.documentId)
  return documentId === null ? null : <Report key={documentId} documentId={documentId} />
}

function Report({ documentId }: { documentId: DocumentId }) {
  const { value: reviews, error } = useAsk('documents.reviews', { documentId })
  const isGone = error?.code === 'not-found' || reviews?.replaced === null
  useEffect(() => {
    // the document was deleted, or its replacement undone: there is nothing to report
    if (isGone) closeReview()
  }, [isGone])
  if (!reviews || isGone) return null
  return <Open documentId={documentId} reviews={reviews} />
}

function Open({ documentId, reviews }: { documentId: DocumentId; reviews: Reviews }) {
  const sections = useMemo(() => sectionsOf(reviews), [reviews])
  const rows = useMemo(() => rowsOf(sections), [sections])
  const wanted = useStore(reviewState, state => state.at)
  const current = rows.find(({ key }) => key === wanted) ?? rows[0]
  return (
    <section className="review" data-place="review" aria-label="Segments of the replaced document">
      <Head documentId={documentId} reviews={reviews} rows={rows} row={current} />
      {current ? (
        <List documentId={documentId} sections={sections} rows={rows} row={current} />
      ) : (
        <p className="review-none">This document had no segments when it was replaced.</p>
      )}
    </section>
  )
}

interface Shown {
  readonly documentId: DocumentId
  readonly rows: readonly Row[]
}

function Head({
  documentId,
  reviews,
  rows,
  row,
}: Shown & { readonly reviews: Reviews; readonly row: Row | undefined }) {
  const name = useDocumentNames()?.find(({ id }) => id === documentId)?.name ?? ''
  const { review, lost, moved, replaced } = reviews
  return (
    <header className="review-head">
      <div className="review-told">
        <h2 className="review-title">
          Replaced: <span dir="auto">{name}</span>
        </h2>
        <span className="review-count">
          {countsInWords({ moved, review: review.length, lost: lost.length })}
        </span>
        <span className="review-files">{replaced ? `${replaced.from} → ${replaced.to}` : ''}</span>
        {row ? <Verbs documentId={documentId} rows={rows} row={row} /> : null}
      </div>
      <IconButton label="Close the report" onPress={closeReview}>
        <Icon name="close" />
      </IconButton>
    </header>
  )
}

function Verbs({ documentId, rows, row }: Shown & { readonly row: Row }) {
  const hasWords = useStore(coding, state => state.selection?.documentId === documentId)
  const isOpen = row.kind !== 'moved'
  return (
    <span className="review-verbs">
      <Button isDisabled={row.kind !== 'review'} onPress={() => void acceptRow(rows, row)}>
        Confirm <Key id="review.accept" />
      </Button>
      <Button isDisabled={!isOpen || !hasWords} onPress={() => void placeRow(documentId, rows, row)}>
        Put on selection <Key id="review.place" />
      </Button>
      <Button isDisabled={!isOpen} onPress={() => void dropRow(rows, row)}>
        Drop <Key id="review.drop" />
      </Button>
    </span>
  )
}

function Key({ id }: { id: string }) {
  const label = keyLabel(id)
  return label === undefined ? null : <kbd>{label}</kbd>
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

function List({
  documentId,
  sections,
  rows,
  row,
}: Shown & { readonly sections: readonly Section[]; readonly row: Row }) {
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another row is gone to
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [row.key])

  function press(event: React.KeyboardEvent): void {
    const at = rows.indexOf(row)
    const step = event.key === 'Home' ? -rows.length : event.key === 'End' ? rows.length : STEPS[event.key]
    const verb = commandAt(event.nativeEvent, 'review')
    if (verb !== null) act(verb)
    else if (step !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey)
      goToRow(documentId, rows[Math.max(0, Math.min(rows.length - 1, at + step))]!)
    else return
    event.preventDefault()
  }
  function act(verb: string): void {
    if (verb === 'review.accept') void acceptRow(rows, row)
    else if (verb === 'review.place') void placeRow(documentId, rows, row)
    else if (verb === 'review.drop') void dropRow(rows, row)
    else {
      goToRow(documentId, row)
      focusPlace('text')
    }
  }
  return (
    <div
      ref={box}
      className="review-list"
      role="listbox"
      aria-label="Segments"
      aria-activedescendant={`review-${row.key}`}
      tabIndex={0}
      data-home=""
      onKeyDown={press}
      onFocus={() => reviewState.getState().at === null && goToRow(documentId, row)}
    >
      {sections.map(section => (
        <div key={section.kind} role="group" aria-label={`${section.title}, ${section.count}`}>
          <p className="review-heading" aria-hidden="true">
            {section.title} <span>{section.count.toLocaleString('en')}</span>
          </p>
          {section.rows.map(one => (
            <ReviewLine
              key={one.key}
              line={one}
              isAt={one.key === row.key}
              onPick={() => goToRow(documentId, one)}
            />
          ))}
          {section.rows.length < section.count ? (
            <p className="review-more">
              and {(section.count - section.rows.length).toLocaleString('en')} more; all are in the list of
              segments
            </p>
          ) : null}
        </div>
      ))}
    </div>
  )
}
