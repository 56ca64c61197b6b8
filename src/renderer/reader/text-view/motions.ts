/** One movement of the caret, in the words of `Selection.modify`, and movements that it has no words for. */
export interface Motion {
  readonly extend: boolean
  readonly direction: 'left' | 'right' | 'forward' | 'backward'
  readonly by: 'character' | 'word' | 'line' | 'lineboundary' | 'paragraph' | 'documentboundary' | 'page'
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a key means for the caret, as on this kind of machine; null if it means nothing. */
export function motionOf(event: Key, isMac: boolean): Motion | null {
  const found = isMac ? macMotion(event) : otherMotion(event)
  return found && { ...found, extend: event.shiftKey }
}

type Bare = Omit<Motion, 'extend'>

function otherMotion({ key, ctrlKey, metaKey, altKey }: Key): Bare | null {
  if (altKey || metaKey) return null
  switch (key) {
    case 'ArrowLeft':
      return { direction: 'left', by: ctrlKey ? 'word' : 'character' }
    case 'ArrowRight':
      return { direction: 'right', by: ctrlKey ? 'word' : 'character' }
    case 'ArrowUp':
      return { direction: 'backward', by: ctrlKey ? 'paragraph' : 'line' }
    case 'ArrowDown':
      return { direction: 'forward', by: ctrlKey ? 'paragraph' : 'line' }
    case 'Home':
      return { direction: 'backward', by: ctrlKey ? 'documentboundary' : 'lineboundary' }
    case 'End':
      return { direction: 'forward', by: ctrlKey ? 'documentboundary' : 'lineboundary' }
    default:
      return ctrlKey ? null : pageMotion(key)
  }
}

function macMotion({ key, ctrlKey, metaKey, altKey }: Key): Bare | null {
  if (ctrlKey || (altKey && metaKey)) return null
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = metaKey ? 'lineboundary' : altKey ? 'word' : 'character'
      return { direction: key === 'ArrowLeft' ? 'left' : 'right', by }
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      const by = metaKey ? 'documentboundary' : altKey ? 'paragraph' : 'line'
      return { direction: key === 'ArrowUp' ? 'backward' : 'forward', by }
    }
    case 'Home':
    case 'End':
      return { direction: key === 'Home' ? 'backward' : 'forward', by: 'documentboundary' }
    default:
      return metaKey || altKey ? null : pageMotion(key)
  }
}

function pageMotion(key: string): Bare | null {
  if (key === 'PageUp') return { direction: 'backward', by: 'page' }
  if (key === 'PageDown') return { direction: 'forward', by: 'page' }
  return null
}
