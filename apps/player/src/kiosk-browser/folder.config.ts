import { resolve } from 'node:path'

/** Where the browser keeps its own files, unless AKARI_KIOSK_DATA says something else. */
export const DEFAULT_FOLDER = 'data/browser'

/** That folder, for the entry, which must know it before it loads what reads and checks the settings. */
export function kioskFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(environment['AKARI_KIOSK_DATA'] ?? DEFAULT_FOLDER)
}
