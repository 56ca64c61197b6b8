/**
 * Puts text on the clipboard by the browser's own copy, which needs no permission: the
 * desktop refuses every permission, the clipboard's among them.
 */
export function copyText(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', put, { capture: true })
}
