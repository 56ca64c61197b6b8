import { runCommand } from '../../commands/run.ts'
import { Button } from '../../ui/button.tsx'

export function NoDocuments() {
  return (
    <div className="documents-none">
      <p>Drop PDFs, Word, text or transcript files here.</p>
      <Button look="primary" onPress={() => runCommand('documents.import')}>
        Add files…
      </Button>
      <Button onPress={() => runCommand('project.sample')}>Open sample</Button>
    </div>
  )
}
