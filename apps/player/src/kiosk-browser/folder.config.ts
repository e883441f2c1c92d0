import { resolve } from 'node:path'

/** Where the browser keeps its own files, unless AKARI_KIOSK_DATA says something else. */
export const DEFAULT_FOLDER = 'data/browser'

/**
 * Where the host's compiled code is kept from one start to the next, for the entry, which must know it before it loads what
 * reads and checks the settings. Not with the browser's files: those go when the browser or the service ends too often.
 */
export function compiledFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['AKARI_KIOSK_COMPILED'] ?? 'data/kiosk-compiled')
}
