import { useEffect, useState } from 'react'
import type { RecentProject } from '../../shared/host.ts'
import { runCommand } from '../commands/run.ts'
import { host } from '../host/index.ts'
import { attempt } from '../state/messages.ts'
import { Button } from '../ui/button.tsx'
import { ProjectPathDialog } from './ProjectPathDialog.tsx'
import { openProject } from './projects.ts'
import './start-screen.css'

/** Before a project is open: the sample, a new one, one of the recent ones. */
export function StartScreen() {
  return (
    <main className="start">
      <div className="start-card">
        <h1 className="start-name">Postil</h1>
        <p className="start-line">Read closely, code calmly, count what you can show.</p>
        <div className="start-doors">
          <Button look="primary" onPress={() => runCommand('project.sample')}>
            Open the sample project
          </Button>
          <Button onPress={() => runCommand('project.new')}>New project…</Button>
          <Button onPress={() => runCommand('project.open')}>Open…</Button>
        </div>
        <p className="start-hint">
          The sample is a small study of partnership in international migration governance: twelve documents,
          two coders. It opens as a copy of your own.
        </p>
        <Recents />
      </div>
      <ProjectPathDialog />
    </main>
  )
}

function Recents() {
  const [recents, setRecents] = useState<readonly RecentProject[]>([])
  useEffect(() => {
    void attempt(async () => setRecents(await host().projects.recents()))
  }, [])
  if (recents.length === 0) return null
  return (
    <section className="start-recents" aria-labelledby="start-recents">
      <h2 id="start-recents">Recent projects</h2>
      <ul>
        {recents.map(({ path, name, missing }) => (
          <li key={path}>
            <Button look="plain" isDisabled={missing} onPress={() => void openProject(path)}>
              <span className="start-recent-name">{name}</span>
              <span className="start-recent-path">{missing ? `not there any more: ${path}` : path}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
