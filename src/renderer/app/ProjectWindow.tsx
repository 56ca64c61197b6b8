import { lazy, Suspense } from 'react'
import { CodesPanel } from '../panels/codes/CodesPanel.tsx'
import { DocumentsPanel } from '../panels/documents/DocumentsPanel.tsx'
import { ExportDialog } from '../panels/export/ExportDialog.tsx'
import { ImportDialog } from '../panels/import/ImportDialog.tsx'
import { Recognition } from '../panels/review/Recognition.tsx'
import { ReviewPanel } from '../panels/review/ReviewPanel.tsx'
import { VersionInput } from '../panels/review/VersionInput.tsx'
import { SegmentsDrawer } from '../panels/segments/SegmentsDrawer.tsx'
import { useWarmPdf } from '../reader/pdf-view/use-warm-pdf.ts'
import { workspace } from '../state/workspace.ts'
import { useStore } from '../ui/use-store.ts'
import { CoderDialog } from './CoderDialog.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Header } from './Header.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { MessageRoom } from './Messages.tsx'
import { Palette } from './Palette.tsx'
import { ProjectPathDialog } from './ProjectPathDialog.tsx'
import { useProjectCommands } from './project-commands.ts'
import { RenameProjectDialog } from './RenameProjectDialog.tsx'
import { Splitter } from './Splitter.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TextArea } from './TextArea.tsx'
import { useWindowCommands } from './window-commands.ts'
import './project-window.css'

const FrequencyView = lazy(async () => ({
  default: (await import('../panels/table/FrequencyView.tsx')).FrequencyView,
}))
const HistoryView = lazy(async () => ({
  default: (await import('../panels/history/HistoryView.tsx')).HistoryView,
}))
const MemosView = lazy(async () => ({ default: (await import('../panels/memos/MemosView.tsx')).MemosView }))

/** Documents | text | codes, the segments drawer below the text, a line of status at the foot. */
export function ProjectWindow() {
  useWindowCommands()
  useProjectCommands()
  useWarmPdf()
  const panels = useStore(workspace, state => state.panels)
  return (
    <div className="window">
      <Header />
      <div className="window-columns">
        {panels.documents ? (
          <Splitter edge="right" name="documents" initial={252} least={180} most={460}>
            <ErrorBoundary>
              <DocumentsPanel />
            </ErrorBoundary>
          </Splitter>
        ) : null}
        <main className="window-middle">
          <ErrorBoundary>
            <Middle />
          </ErrorBoundary>
          <MessageRoom />
          <ErrorBoundary>
            <ReviewPanel />
          </ErrorBoundary>
          <ErrorBoundary>
            <SegmentsDrawer />
          </ErrorBoundary>
        </main>
        {panels.codes ? (
          <Splitter edge="left" name="codes" initial={292} least={220} most={560}>
            <ErrorBoundary>
              <CodesPanel />
            </ErrorBoundary>
          </Splitter>
        ) : null}
      </div>
      <StatusBar />
      <ImportDialog />
      <VersionInput />
      <Recognition />
      <ExportDialog />
      <Palette />
      <KeysDialog />
      <CoderDialog />
      <RenameProjectDialog />
      <ProjectPathDialog />
    </div>
  )
}

function Middle() {
  const view = useStore(workspace, state => state.view)
  if (view === 'text') return <TextArea />
  return (
    <Suspense fallback={null}>
      {view === 'table' ? <FrequencyView /> : view === 'history' ? <HistoryView /> : <MemosView />}
    </Suspense>
  )
}
