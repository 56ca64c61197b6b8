import manifest from '../../package.json' with { type: 'json' }

/** The version that is written into exports and shown in the window. */
export const VERSION: string = manifest.version
