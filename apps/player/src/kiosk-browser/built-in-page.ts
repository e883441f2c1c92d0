import { pathToFileURL } from 'node:url'
import { faultText, type Logger } from '@akari/node-kit'
import { z } from 'zod'
import type { FallbackLook } from '../host/fallback/fallback-page.ts'

const Built = z.object({ look: z.object({ styles: z.string(), exitSign: z.string() }) })

/** Reads what Vite built for the built-in page. Where it is missing or broken the words stand alone: better than nothing. */
export async function readLook(path: string, log: Logger): Promise<FallbackLook> {
  try {
    const built: unknown = await import(pathToFileURL(path).href)
    return Built.parse(built).look
  } catch (error) {
    log.error({ path, reason: faultText(error) }, 'the built-in page has no look')
    return { styles: '', exitSign: '' }
  }
}
