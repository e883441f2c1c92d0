import { join } from 'node:path'
import { findChromium } from '../../scripts/chromium.ts'

export { chromiumFlags } from '../../scripts/chromium.ts'

/** The look of the built-in page, as the pages were built. */
export const builtLook = join(import.meta.dirname, '..', '..', 'apps/player/dist/shell/look.js')

/** The Chromium that `npm test` chose (`AKARI_CHROMIUM`), or the one found here. Throws when there is none. */
export async function chromiumPath(): Promise<string> {
  const found = await findChromium(process.env)
  if (found.state !== 'found')
    throw new Error(`no Chromium to test with (${found.state}): npm test says what to install`)
  return found.path
}
