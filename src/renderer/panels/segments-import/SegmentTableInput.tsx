import { useEffect, useRef } from 'react'
import { provide } from '../../commands/define.ts'
import { importSegmentTable } from './import-table.ts'

/** The chooser behind “Import segments from CSV…”. */
export function SegmentTableInput() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => provide({ 'segments.importTable': { run: () => input.current?.click() } }), [])
  return (
    <input
      ref={input}
      type="file"
      accept=".csv,.tsv,.txt,text/csv"
      hidden
      aria-label="Table of segments to import"
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0]
        currentTarget.value = ''
        if (file) void importSegmentTable(file)
      }}
    />
  )
}
