import type { DrillStepResult } from '@akari/protocol'
import type { StoredRun } from './drills.store.ts'

/** What a display answered to one state of the drill channel. */
export type Answer = { displayId: string; receivedAt: string | null; shownAt: string | null; seenAt: string | null }

/**
 * When each display that was meant first received and showed the alert of each step. An answer to any state counts that
 * holds the alert: a display that was busy answers to a later one. Late answers count for as long as they come.
 */
export async function stepResults(
  { steps, meant }: Pick<StoredRun, 'steps' | 'meant'>,
  answers: (epoch: number, first: number, last: number) => Promise<readonly Answer[]>,
): Promise<DrillStepResult[]> {
  return Promise.all(
    steps
      .filter(({ revision }) => revision > 0)
      .map(async ({ step, alertId, headline, epoch, revision, sentAt, endedAt, endRevision }) => {
        const given = await answers(epoch, revision, endRevision === null ? Number.MAX_SAFE_INTEGER : endRevision - 1)
        return {
          step,
          alertId,
          headline,
          epoch,
          revision,
          sentAt,
          endedAt,
          answers: meant.map(({ displayId }) => {
            const own = given.filter((answer) => answer.displayId === displayId)
            return {
              displayId,
              receivedAt: earliest(own.map((answer) => answer.receivedAt)),
              shownAt: earliest(own.map((answer) => answer.shownAt)),
              seenAt: earliest(own.map((answer) => answer.seenAt)),
            }
          }),
        }
      }),
  )
}

function earliest(moments: readonly (string | null)[]): string | null {
  return moments.filter((at) => at !== null).toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
