type VariableType = 'text' | 'number' | 'date' | 'boolean' | 'category' | 'url'

const YES = new Set(['true', 'yes', 'y', '1'])
const NO = new Set(['false', 'no', 'n', '0'])

/** The one form in which a value of this type is kept, or null if it is not of this type. */
export function parseValue(type: VariableType, raw: string): string | null {
  const value = raw.trim()
  switch (type) {
    case 'number':
      return value !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : null
    case 'date':
      return isDate(value) ? value : null
    case 'boolean':
      if (YES.has(value.toLowerCase())) return 'true'
      return NO.has(value.toLowerCase()) ? 'false' : null
    case 'url':
      return /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) ? value : null
    default:
      return value
  }
}

/** A real day of the calendar, written YYYY-MM-DD. */
function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}
