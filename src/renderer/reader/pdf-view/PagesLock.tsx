import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useStore } from '../../ui/use-store.ts'
import type { ReaderModel } from '../model.ts'
import { showAs } from './pages-deeds.ts'
import './pages-lock.css'
import type { PdfView } from './pdf-view.ts'

/** Over the pages: what they wait for (a password), or why there are no pictures of them. */
export function PagesLock({ model }: { model: ReaderModel }) {
  return model.printed ? <Lock model={model} pages={model.printed} /> : null
}

function Lock({ model, pages }: { model: ReaderModel; pages: PdfView }) {
  const lock = useStore(pages.state, state => state.lock)
  const trouble = useStore(pages.state, state => state.trouble)
  const [password, setPassword] = useState('')
  if (!lock) {
    return trouble === null ? null : (
      <p className="pages-trouble" role="status">
        {trouble}
      </p>
    )
  }
  const give = (event: FormEvent) => {
    event.preventDefault()
    setPassword('')
    lock.answer(password)
  }
  const asText = () => {
    lock.answer(null)
    if (model.shownAs !== null) showAs(model, 'text')
  }
  return (
    <form className="pages-lock" onSubmit={give} aria-label="Password of the file">
      <p className="pages-lock-words" role="status">
        {lock.wasWrong
          ? 'This password does not open the file. Check it and try again.'
          : 'The pages of this file are protected by a password. Its text can be read and coded without it.'}
      </p>
      <Field
        label="Password"
        type="password"
        value={password}
        onChange={setPassword}
        // it has appeared because it is needed to go on
        autoFocus
      />
      <div className="pages-lock-deeds">
        <Button onPress={asText}>Show as text</Button>
        <Button look="primary" type="submit" isDisabled={password === ''}>
          Show the pages
        </Button>
      </div>
    </form>
  )
}
