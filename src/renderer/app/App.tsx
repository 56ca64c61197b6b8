import { useEffect, useState } from 'react'
import { createSession, type Session, sessionStore } from '../data/session.ts'
import { SessionContext } from '../data/use-query.ts'
import { host } from '../host/index.ts'
import { SettingsDialog } from '../settings/SettingsDialog.tsx'
import { resetCoding } from '../state/coding.ts'
import { attempt } from '../state/messages.ts'
import { emptyWorkspace, workspace } from '../state/workspace.ts'
import { followDesktop } from './desktop.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Messages } from './Messages.tsx'
import { ProjectWindow } from './ProjectWindow.tsx'
import { StartScreen } from './StartScreen.tsx'
import { useStartCommands } from './start-commands.ts'

/** The start screen, or the window of the open project. Everything of one project goes when another opens. */
export function App() {
  const session = useOpenProject()
  useStartCommands()
  useDesktop()
  return (
    <>
      <ErrorBoundary key={session?.path ?? 'start'}>
        {session === undefined ? null : session === null ? (
          <StartScreen />
        ) : (
          <SessionContext value={session}>
            <ProjectWindow key={session.path} />
          </SessionContext>
        )}
      </ErrorBoundary>
      <SettingsDialog />
      <Messages />
    </>
  )
}

function useDesktop(): void {
  useEffect(() => {
    const { desktop } = host()
    return desktop && followDesktop(desktop)
  }, [])
}

/** undefined: not known yet; null: no project is open. */
function useOpenProject(): Session | null | undefined {
  const [session, setSession] = useState<Session | null>()
  useEffect(() => {
    function show(project: { path: string } | null): void {
      sessionStore.getState().session?.answers.stop()
      const next = project && createSession(host(), project.path)
      resetCoding()
      workspace.setState(emptyWorkspace, true)
      sessionStore.setState({ session: next })
      setSession(next)
    }
    void attempt(async () => show(await host().projects.current()))
    return host().onProject(show)
  }, [])
  return session
}
