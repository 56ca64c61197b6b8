import { Button } from '../../ui/button.tsx'
import { spotOf } from '../../ui/popover-at.tsx'
import { type Asking, ask } from './drawer-state.ts'
import { pickNone } from './picking.ts'
import { copyQuotations, removeCodings } from './segment-deeds.ts'

/** What can be done with all picked rows at once, each as one step. */
export function PickedBar({ count }: { count: number }) {
  return (
    <span className="segments-picked">
      <span className="segments-count">
        {count.toLocaleString('en')} {count === 1 ? 'row' : 'rows'} picked
      </span>
      <AskButton what="add">Add code…</AskButton>
      <AskButton what="recode">Recode…</AskButton>
      <Button look="plain" onPress={() => void removeCodings(null)}>
        Remove
      </Button>
      <Button look="plain" onPress={() => void copyQuotations(null)}>
        Copy
      </Button>
      <Button look="plain" onPress={pickNone}>
        Clear
      </Button>
    </span>
  )
}

function AskButton({ what, children }: { what: Asking['what']; children: string }) {
  return (
    <Button look="plain" aria-haspopup="dialog" onPress={({ target }) => ask(what, null, spotOf(target))}>
      {children}
    </Button>
  )
}
