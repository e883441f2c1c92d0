import type { Id, Submission, SubmissionWord } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { SubmissionStore } from './submissions.store.ts'
import type { Placed, Snapshot, WorkflowDeps } from './workflow-deps.ts'

type User = Extract<Actor, { kind: 'user' }>

/** Only people with an account submit and decide: there is somebody to ask and to tell. */
export function personOf(actor: Actor): User {
  if (actor.kind !== 'user') throw new AppError('forbidden')
  return actor
}

export async function existing(store: SubmissionStore, id: Id): Promise<Submission> {
  const found = await store.find(id)
  if (found === null) throw new AppError('not-found')
  return found
}

/** What somebody said or did, by the name that people know them by. */
export async function wordOf(
  deps: Pick<WorkflowDeps, 'people' | 'now'>,
  { id, username }: Pick<User, 'id' | 'username'>,
  deed: SubmissionWord['deed'],
  text: string,
): Promise<SubmissionWord> {
  const person = (await deps.people()).find((each) => each.id === id)
  return { at: deps.now().toISOString(), userId: id, name: person?.name ?? username, deed, text }
}

/** What a submission would change now, on the displays of it that are still there. */
export async function comparedNow(deps: Pick<WorkflowDeps, 'store' | 'displays' | 'programmes'>, id: Id) {
  const kept = await deps.store.contentsOf(id)
  const byId = new Map((await deps.displays()).map((display) => [display.id, display]))
  const there = kept.filter(({ displayId }) => byId.has(displayId))
  const { groups, snapshot } = await deps.programmes.differences(
    new Map(there.map(({ displayId, hash }) => [displayId, hash])),
  )
  return {
    groups,
    changes: snapshot,
    /** All of it, also what is as it is now: that must not change unseen either. */
    whole: wholeOf(there, snapshot),
    displays: there.flatMap(({ displayId }) => byId.get(displayId) ?? []) satisfies Placed[],
    gone: kept.filter(({ displayId }) => !byId.has(displayId)).map(({ name }) => name),
  }
}

function wholeOf(there: readonly { displayId: Id; hash: string }[], { contents, over }: Snapshot): Snapshot {
  return {
    contents: new Map(there.map(({ displayId, hash }) => [displayId, hash])),
    over: new Map(
      there.map(({ displayId, hash }) => [displayId, contents.has(displayId) ? (over.get(displayId) ?? null) : hash]),
    ),
  }
}
