export const chromiumArguments: string[]
export function findChromium(): { path: string | null; how: string }
