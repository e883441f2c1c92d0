import { faultText, JsonFile } from '@akari/node-kit'
import { Sha256 } from '@akari/protocol'
import { z } from 'zod'
import type { Faults } from '../faults.ts'
import { SOFTWARE } from '../software.ts'

/** Files that this software cannot show. Another version may be able to, and so begins with none. */
const Skipped = z.object({ software: z.string(), files: z.array(Sha256).max(10_000) })

export type SkipList = {
  has: (sha256: Sha256) => boolean
  /** It could not be decoded although its bytes are right; true when that was once too often just now. */
  failed: (sha256: Sha256) => boolean
}

const TIMES = 3
/** One attempt may be told by several places of the glass. */
const APART_MS = 1_000

/** A changed file has another name, and with it another chance. */
export async function openSkipList(deps: {
  path: string
  faults: Faults
  monotonicMs: () => number
}): Promise<SkipList> {
  const { faults, monotonicMs } = deps
  const file = new JsonFile(Skipped, deps.path)
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('skip-list-damaged', loaded.setAsideAs ?? file.path)
  const skipped = new Set(loaded.state === 'ok' && loaded.value.software === SOFTWARE ? loaded.value.files : [])
  const failures = new Map<Sha256, { times: number; atMs: number }>()
  return {
    has: (sha256) => skipped.has(sha256),
    failed: (sha256) => {
      const before = failures.get(sha256)
      const atMs = monotonicMs()
      if (skipped.has(sha256) || (before !== undefined && atMs - before.atMs < APART_MS)) return false
      const times = (before?.times ?? 0) + 1
      failures.set(sha256, { times, atMs })
      if (times < TIMES) return false
      failures.delete(sha256)
      skipped.add(sha256)
      file
        .save({ software: SOFTWARE, files: [...skipped] })
        .catch((error: unknown) => faults.report('skip-list-not-saved', faultText(error)))
      return true
    },
  }
}

const UNDECODABLE = new Set(['image-undecodable', 'video-unplayable', 'poster-picture-undecodable'])

/** The file that a fault of the screen is about, where it is one of decoding: scenes name its address first. */
export function undecodableFile(code: string, detail: string): Sha256 | null {
  if (!UNDECODABLE.has(code)) return null
  return /(?:^|\s)files\/([0-9a-f]{64})\b/.exec(detail)?.[1] ?? null
}
