import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { makeImage, mounted } from '../loop-disk.ts'
import type { DurabilityReport } from './kill-nine.ts'
import { WritingPlayer } from './writing-player.ts'

const IMAGE_BYTES = 24 * 1024 * 1024
const TRIES = 20

/**
 * Copies the disk image under a running agent again and again while emergencies pour in: what the copy holds is what had
 * reached the disk by then, and everything that only the kernel knew is missing, as after a power cut. Each copy is mounted
 * (ext4 replays its journal) and read. `random` (0 to 1) chooses the moments.
 */
export async function powerCuts(deps: { rounds: number; random: () => number }): Promise<DurabilityReport> {
  const folder = await temporaryFolder('power-cut')
  const report: DurabilityReport = { rounds: 0, promises: 0, lost: [], damaged: [] }
  const image = await makeImage(folder.path, IMAGE_BYTES)
  const disk = await mounted(image, join(folder.path, 'disk'))
  const player = new WritingPlayer(join(disk.path, 'data'))
  try {
    await player.open()
    player.flood()
    for (let round = 1; round <= deps.rounds; round++) {
      await sleep(20 + deps.random() * 150)
      const copy = await copyMidWrite(player.pid, image, join(folder.path, 'copy.img'))
      // The agent has stood still since before the copy: whatever it said by now, it said before the cut.
      const { newest, count } = player.promises()
      process.kill(player.pid, 'SIGCONT')
      const after = await mounted(copy, join(folder.path, 'after'))
      try {
        const kept = await player.keptIn(join(after.path, 'data'))
        if (kept.revision < newest) report.lost.push(`cut ${round}: promised ${newest}, kept ${kept.revision}`)
        if (kept.damage !== null) report.damaged.push(`cut ${round}: ${kept.damage}`)
      } finally {
        await after.unmount()
      }
      report.rounds = round
      report.promises = count
    }
    return report
  } finally {
    await player.close()
    await disk.unmount()
    await folder.remove()
  }
}

/**
 * Stops the process where it is and copies the image as it is then; the process stays stopped. A copy takes a moment, in
 * which the kernel may still write: only one that was the same before and after counts, because no disk mixes two moments.
 */
async function copyMidWrite(pid: number, image: string, copy: string): Promise<string> {
  process.kill(pid, 'SIGSTOP')
  let before = await readFile(image)
  for (let n = 0; n < TRIES; n++) {
    const bytes = await readFile(image)
    if (bytes.equals(before)) {
      await writeFile(copy, bytes)
      return copy
    }
    before = bytes
  }
  throw new Error('the disk image never stood still')
}
