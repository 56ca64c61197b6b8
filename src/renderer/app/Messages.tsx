import { type RefObject, useLayoutEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'
import { dismiss, messages, type Toast } from '../state/messages.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './messages.css'

/** how high the messages are that are shown now */
const room = createStore<{ height: number }>(() => ({ height: 0 }))

/** Where this stands, messages are shown, and as much room as they need is left for them: nothing lies under them. */
export function MessageRoom() {
  const height = useStore(room, state => state.height)
  return <div className="messages-room" style={{ height }} />
}

/** Results and failures: shown in their room, over any dialog; spoken by the two live regions. */
export function Messages() {
  const box = useRef<HTMLElement>(null)
  useRoom(box)
  const toasts = useStore(messages, state => state.toasts)
  const polite = useStore(messages, state => state.polite)
  const assertive = useStore(messages, state => state.assertive)
  return (
    <>
      <div className="spoken-only" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="spoken-only" role="alert" aria-live="assertive">
        {assertive}
      </div>
      <section ref={box} className="messages" aria-label="Messages">
        {toasts.map(toast => (
          <Message key={toast.id} toast={toast} />
        ))}
      </section>
    </>
  )
}

function useRoom(box: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => room.setState({ height: element.offsetHeight })
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [box])
}

function Message({ toast: { id, text, tone, action } }: { toast: Toast }) {
  function act(): void {
    dismiss(id)
    action?.run()
  }
  return (
    <div className={`message message-${tone}`}>
      <span className="message-text">{text}</span>
      {action ? (
        <Button look="plain" onPress={act}>
          {action.label}
        </Button>
      ) : null}
      <IconButton label="Close this message" onPress={() => dismiss(id)}>
        <Icon name="close" size={14} />
      </IconButton>
    </div>
  )
}
