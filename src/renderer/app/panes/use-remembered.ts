import { useEffect, useState } from 'react'
import { useDocumentNames } from '../../data/document-names.ts'
import { type Session, sessionStore } from '../../data/session.ts'
import { useSession } from '../../data/use-query.ts'
import { drawerState } from '../../panels/segments/drawer-state.ts'
import { USUAL_CHOICES } from '../../panels/segments/list-choices.ts'
import { sayFailure } from '../../state/messages.ts'
import { forgetDocuments } from '../../state/panes.ts'
import { keepPlaces, onPlace, resetPlaces } from '../../state/places.ts'
import { readRemembered, rememberedKey, writeRemembered } from '../../state/remembered.ts'
import { emptyWorkspace, type Workspace, workspace } from '../../state/workspace.ts'

/** projects whose window is as it was; each session is brought back once */
const broughtBack = new WeakSet<Session>()

/** Opens what was open when this project was left, and remembers what is open now. False until that is done. */
export function useRemembered(): boolean {
  const session = useSession()
  const [ready, setReady] = useState<Session | null>(() => (broughtBack.has(session) ? session : null))
  useForgotten()
  useEffect(() => {
    if (broughtBack.has(session)) return
    void bringBack(session)
      .catch(sayFailure)
      .finally(() => {
        broughtBack.add(session)
        setReady(session)
      })
  }, [session])
  return ready === session
}

async function bringBack(session: Session): Promise<void> {
  resetPlaces()
  const { client } = session
  const [info, documents, codes] = await Promise.all([
    client.project.info(),
    client.documents.list(),
    client.codes.list(),
  ])
  if (sessionStore.getState().session !== session) return
  const key = rememberedKey(info.id)
  const known = {
    documents: new Set(documents.map(({ id }) => id)),
    codes: new Set(codes.map(({ id }) => id)),
  }
  const remembered = readRemembered(localStorage.getItem(key), known)
  drawerState.setState(remembered?.list ?? USUAL_CHOICES)
  // whoever has opened something meanwhile wants that
  if (remembered && workspace.getState().documentId === null) {
    const { places, list: _list, ...open } = remembered
    resetPlaces(places)
    workspace.setState(open)
  }
  follow(session, key)
}

const PAUSE_MS = 400

/** Writes down what is open and where, a moment after it has changed, as long as this project is open. */
function follow(session: Session, key: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (state: Workspace = workspace.getState()) => {
    clearTimeout(timer)
    timer = undefined
    if (state !== emptyWorkspace) localStorage.setItem(key, writeRemembered(state, drawerState.getState()))
  }
  const soon = () => {
    timer ??= setTimeout(write, PAUSE_MS)
  }
  const now = () => {
    keepPlaces()
    write()
  }
  const stops = [
    onPlace(soon),
    drawerState.subscribe(soon),
    workspace.subscribe((state, before) => {
      // another project comes: this one is remembered as it was left
      if (state === emptyWorkspace) write(before)
      else soon()
    }),
    sessionStore.subscribe(state => {
      if (state.session === session) return
      clearTimeout(timer)
      for (const stop of stops) stop()
    }),
    listen('pagehide', now),
    listen('beforeunload', now),
    listen('blur', now),
  ]
}

function listen(event: string, listener: () => void): () => void {
  window.addEventListener(event, listener)
  return () => window.removeEventListener(event, listener)
}

/** A document that is deleted, here or by an undo, is in no tab any more. */
function useForgotten(): void {
  const documents = useDocumentNames()
  const [seen, setSeen] = useState(documents)
  useEffect(() => {
    if (!documents || documents === seen) return
    const there = new Set(documents.map(({ id }) => id))
    const gone = (seen ?? []).map(({ id }) => id).filter(id => !there.has(id))
    if (gone.length > 0) forgetDocuments(new Set(gone))
    setSeen(documents)
  }, [documents, seen])
}
