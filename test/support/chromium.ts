import { findChromium } from '../../scripts/chromium.ts'

export { chromiumFlags } from '../../scripts/chromium.ts'

/** The Chromium that `npm test` chose (`AKARI_CHROMIUM`), or the one found here. Throws when there is none. */
export async function chromiumPath(): Promise<string> {
  const found = await findChromium(process.env)
  if (found.state !== 'found')
    throw new Error(`no Chromium to test with (${found.state}): npm test says what to install`)
  return found.path
}
