/** react-aria adds one small style sheet of its own (no double-tap zoom on what can be pressed): this is its hash. */
const PRESS_STYLE = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='

/**
 * The one Content-Security-Policy of both hosts: nothing but this program's own files,
 * no inline script, no evaluation, no frames, no connection to anywhere else. Inline style
 * attributes are allowed for computed geometry; style sheets are files.
 */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${PRESS_STYLE}'`,
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')
