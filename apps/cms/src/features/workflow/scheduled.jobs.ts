import type { Id, Submission, SubmissionWord } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import { pathOf, type WorkflowDeps } from './workflow-deps.ts'
import texts from './workflow.texts.json' with { type: 'json' }

/** From here on it is said that it came late: the server stood still when its time came. */
const LATE_MS = 2 * 60_000
const CLOCK: Actor = { kind: 'source', id: 'schedule', ip: '127.0.0.1' }

/**
 * Publishes what was approved for a time that has come, once, whichever server is first: the state changes in the transaction
 * that publishes. What was missed while no server ran is made up for at the next start. What cannot be published goes back
 * to those who decide, and they are told.
 */
export function scheduledPublishing(deps: WorkflowDeps): { tick: () => Promise<void> } {
  const { store, programmes } = deps
  /** Told once that it does not work; it is tried again all the same. */
  const complained = new Set<Id>()

  const word = (deed: SubmissionWord['deed'], text: string): SubmissionWord => ({
    at: deps.now().toISOString(),
    userId: null,
    name: '',
    deed,
    text,
  })

  const publish = async (submission: Submission): Promise<void> => {
    const { id, publishAt, comment, submittedBy } = submission
    const decider = await store.deciderOf(id)
    const kept = await store.contentsOf(id)
    const there = new Set((await deps.displays()).map((display) => display.id))
    const contents = kept.filter(({ displayId }) => there.has(displayId))
    if (contents.length === 0) return fail(submission, sentence(texts.displaysGone), 'withdrawn')
    const isLate = deps.now().getTime() - Date.parse(publishAt ?? '') > LATE_MS
    const approver = (await deps.people()).find((person) => person.id === (decider ?? submittedBy))
    const decision = {
      state: 'published',
      by: decider ?? submittedBy,
      name: submission.decidedName ?? submission.submittedName,
      at: deps.now(),
    } as const
    const done = await programmes.publishSnapshot(
      CLOCK,
      {
        contents: new Map(contents.map(({ displayId, hash }) => [displayId, hash])),
        over: new Map(contents.map(({ displayId, approvedOver }) => [displayId, approvedOver])),
      },
      {
        by: approver === undefined ? 'source:schedule' : `user:${approver.username}`,
        cause: 'scheduled',
        comment,
        restores: null,
        submissionId: id,
      },
      (tx) => store.moveIn(tx, id, ['approved'], decision, word(isLate ? 'late' : 'published', '')),
    )
    if (done === 'refused') return
    deps.announce('approvals')
    const kind = isLate ? 'published-late' : 'published'
    const words = { by: decision.name, comment, at: publishAt ?? '' }
    await deps.notify([submittedBy, ...(isLate && decider !== null ? [decider] : [])], {
      kind,
      words,
      path: pathOf(id),
    })
  }

  const fail = async (submission: Submission, why: string, state: 'submitted' | 'withdrawn'): Promise<void> => {
    const { id, submittedBy, submittedName } = submission
    const decider = await store.deciderOf(id)
    const decision = {
      state,
      by: decider ?? submittedBy,
      name: submission.decidedName ?? submittedName,
      at: deps.now(),
    }
    if (!(await store.move(id, ['approved'], decision, word('failed', why)))) return
    await deps.audit(CLOCK, 'submission.fail', id, { why })
    await complain(submission, decider, why)
  }

  const complain = async ({ id, submittedBy, comment }: Submission, decider: Id | null, why: string): Promise<void> => {
    deps.announce('approvals')
    const to = [submittedBy, ...(decider === null ? [] : [decider])]
    await deps.notify(to, { kind: 'schedule-failed', words: { comment, why }, path: pathOf(id) })
  }

  return {
    tick: async () => {
      for (const submission of await store.due(deps.now())) {
        try {
          await publish(submission)
        } catch (err) {
          if (err instanceof AppError && err.code === 'not-as-seen') {
            await fail(submission, sentence(texts.overtaken), 'submitted')
            continue
          }
          deps.log.error({ err, submissionId: submission.id }, 'scheduled publication failed, tried again')
          if (complained.has(submission.id)) continue
          complained.add(submission.id)
          const why = err instanceof Error ? err.message : String(err)
          await complain(submission, await store.deciderOf(submission.id), why)
        }
      }
    },
  }
}
