import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useStore } from '../ui/use-store.ts'
import { newProject, openProject, pathQuestion } from './projects.ts'

/** Asks for the path of a project where the system offers no dialog of its own (the web window). */
export function ProjectPathDialog() {
  const asking = useStore(pathQuestion, state => state.asking)
  const [path, setPath] = useState('')
  if (asking === null) return null
  const close = () => pathQuestion.setState({ asking: null })
  function submit(event: FormEvent): void {
    event.preventDefault()
    const wanted = path.trim()
    if (wanted === '') return
    void (asking === 'new'
      ? newProject(wanted.endsWith('.postil') ? wanted : `${wanted}.postil`)
      : openProject(wanted))
  }
  return (
    <Dialog title={asking === 'new' ? 'New project' : 'Open project'} onClose={close}>
      <form onSubmit={submit} className="dialog-form">
        <Field
          label={
            asking === 'new'
              ? 'Where to make it (path of the new file)'
              : 'Path of the project file (.postil)'
          }
          placeholder="~/studies/partnership.postil"
          value={path}
          onChange={setPath}
          autoFocus
        />
        <footer className="dialog-foot">
          <Button onPress={close}>Cancel</Button>
          <Button look="primary" type="submit">
            {asking === 'new' ? 'Make the project' : 'Open'}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
