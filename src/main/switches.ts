/**
 * Command-line switches of Chromium that would open the released program to others on the
 * machine, or weaken it. Fuses close Node's own; for these there is no fuse.
 */
export const UNWANTED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'unsafely-treat-insecure-origin-as-secure',
  'ignore-certificate-errors',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'load-extension',
  'js-flags',
  'log-net-log',
  'ssl-key-log-file',
  'auth-server-allowlist',
] as const

export function removeSwitches(commandLine: { removeSwitch(name: string): void }): void {
  for (const name of UNWANTED) commandLine.removeSwitch(name)
}
