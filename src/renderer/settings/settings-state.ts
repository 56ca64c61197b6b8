import { createStore } from 'zustand/vanilla'

export type Section = 'reading' | 'coding' | 'appearance' | 'keys'

/** The section of the settings that is open; null: none. */
export const settings = createStore<{ section: Section | null }>(() => ({ section: null }))

export const openSettings = (section: Section = 'reading') => settings.setState({ section })
