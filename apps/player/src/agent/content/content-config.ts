import { z } from 'zod'
import { type NightWindow, nightWindow } from './night-window.ts'

/** How content comes to this display. */
export type ContentConfig = {
  /** For all downloads together; null: as fast as the line is. */
  bytesPerSecond: number | null
  /** When what is not on the glass before its end may be fetched; null: always. */
  window: NightWindow | null
  /** What all files together may take of the disk; null: all but a reserve. */
  budgetBytes: number | null
  /** What is kept of the disk for emergencies and reports in case another program fills it. */
  reserveBytes: number
}

export const ContentEnvironment = z.object({
  AKARI_DOWNLOAD_KBYTES_PER_SECOND: z.coerce.number().int().min(8).optional(),
  AKARI_DOWNLOAD_WINDOW: z
    .string()
    .transform((text, context) => {
      const window = nightWindow(text)
      if (window !== null) return window
      context.addIssue({ code: 'custom', message: 'must be two times, such as 22:00-05:30' })
      return z.NEVER
    })
    .optional(),
  AKARI_CONTENT_MBYTES: z.coerce.number().int().min(1).optional(),
  AKARI_RESERVE_MBYTES: z.coerce.number().int().min(0).default(8),
})

export function contentConfigOf(settings: z.infer<typeof ContentEnvironment>): ContentConfig {
  const { AKARI_DOWNLOAD_KBYTES_PER_SECOND: kilobytes, AKARI_CONTENT_MBYTES: megabytes } = settings
  return {
    bytesPerSecond: kilobytes === undefined ? null : kilobytes * 1_000,
    window: settings.AKARI_DOWNLOAD_WINDOW ?? null,
    budgetBytes: megabytes === undefined ? null : megabytes * 1_000_000,
    reserveBytes: settings.AKARI_RESERVE_MBYTES * 1_048_576,
  }
}
