import { dismiss, messages, type Toast } from '../state/messages.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import './messages.css'

/** Results and failures: shown at the foot of the window, spoken by the two live regions. */
export function Messages() {
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
      <section className="messages" aria-label="Messages">
        {toasts.map(toast => (
          <Message key={toast.id} toast={toast} />
        ))}
      </section>
    </>
  )
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
