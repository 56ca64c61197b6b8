/** The SQL expression of a row as JSON: what the diary keeps before and after a change. */
export const rowImage = (names: readonly string[], side: string): string =>
  `json_object(${names.map(name => `'${name}', ${side}."${name}"`).join(', ')})`
