import { createRoot } from 'react-dom/client'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './styles/tokens.css'
import './styles/base.css'
import { App } from './app/App.tsx'
import { followTheme } from './app/theme.ts'
import { ambiguousChords, handleKey } from './commands/keys.ts'

const clashes = ambiguousChords()
if (clashes.length > 0) throw new Error(`two commands share a key in one place: ${clashes.join(', ')}`)

followTheme()
window.addEventListener('keydown', handleKey)
const root = document.getElementById('root')
if (!root) throw new Error('the page lacks its root element')
createRoot(root).render(<App />)
