import { join } from 'node:path'
import { JsonFile } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { z } from 'zod'
import { Segment } from './segments.ts'

/** What of a stream was given to those that follow it. */
export type Heard = {
  load: () => Promise<readonly Segment[]>
  save: (segments: readonly Segment[]) => void
}

const Noted = z.object({ streamId: z.string(), segments: z.array(Segment) })

/**
 * Notes beside the parts what was recorded of a stream, so that whoever goes on with the recording goes on there. `goesOn`: nothing
 * of that stream was to be left out since.
 */
export function heardBeside(folder: string, streamId: Id, goesOn: boolean, log: Logger): Heard {
  // Addresses of a stream may hold its keys.
  const file = new JsonFile(Noted, join(folder, 'heard.json'), { mode: 0o600 })
  let waiting: readonly Segment[] | null = null

  /** What is behind the edge comes faster than a disk writes: only the newest counts. */
  async function saveNewest(): Promise<void> {
    while (waiting !== null) {
      const segments = waiting
      await file.save({ streamId, segments: [...segments] }).catch((err: unknown) => {
        log.warn({ err, folder }, 'what was heard of a stream not noted: another server may record it twice')
      })
      if (waiting === segments) waiting = null
    }
  }
  return {
    load: async () => {
      if (!goesOn) return []
      const noted = await file.load()
      return noted.state === 'ok' && noted.value.streamId === streamId ? noted.value.segments : []
    },
    save: (segments) => {
      const isBeingSaved = waiting !== null
      waiting = segments
      if (!isBeingSaved) void saveNewest()
    },
  }
}
