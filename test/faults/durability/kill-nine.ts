import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { WritingPlayer } from './writing-player.ts'

/** `lost`: states the CMS was told are saved and that were not there afterwards, one sentence each. */
export type DurabilityReport = { rounds: number; promises: number; lost: string[]; damaged: string[] }

/** How long after the first emergency the blow falls, in ms: from before the first save to well within the flood. */
const LATEST_MS = 180

/**
 * Kills the agent (SIGKILL) again and again while emergencies pour in, and reads after each blow what is on the disk.
 * `random` (0 to 1) chooses the moments.
 */
export async function killNine(deps: { rounds: number; random: () => number }): Promise<DurabilityReport> {
  const folder = await temporaryFolder('kill-nine')
  const player = new WritingPlayer(folder.path)
  const report: DurabilityReport = { rounds: 0, promises: 0, lost: [], damaged: [] }
  try {
    await player.open()
    for (let round = 1; round <= deps.rounds; round++) {
      if (round > 1) {
        await player.start()
        await player.online()
      }
      player.flood()
      await sleep(deps.random() * LATEST_MS)
      await player.kill()
      player.calm()
      // Nothing in it is touched: the agent itself starts from this folder in the next round.
      const { newest, count } = player.promises()
      const kept = await player.keptIn(folder.path)
      if (kept.revision < newest) report.lost.push(`round ${round}: promised ${newest}, kept ${kept.revision}`)
      if (kept.damage !== null) report.damaged.push(`round ${round}: ${kept.damage}`)
      report.rounds = round
      report.promises = count
    }
    return report
  } finally {
    await player.close()
    await folder.remove()
  }
}
