import type { Id, Submission, SubmissionDetail, SubmissionRequest } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { answersFor, limitOf, refuseOthers } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import { decides, mayDecide } from './approval-rule.ts'
import { comparedNow, existing, personOf, wordOf } from './submitted.ts'
import { pathOf, type Placed, type Report, type WorkflowDeps } from './workflow-deps.ts'
import texts from './workflow.texts.json' with { type: 'json' }

export type WorkflowService = ReturnType<typeof workflowService>

/**
 * From the draft to the displays with a second person's eyes. What is submitted is a snapshot: exactly that is approved and
 * published, over what the approver saw; see docs/adr/0012. `decided` when somebody else was first, `not-as-seen` when it
 * is not what was looked at, `approval-needed`, `not-yours`, `nothing-to-publish`, `not-found`.
 */
export function workflowService(deps: WorkflowDeps) {
  const { store, rule, programmes } = deps

  const told = async (actor: Actor, action: string, { id, comment }: Submission, text = comment): Promise<void> => {
    await deps.audit(actor, action, id, text === '' ? {} : { comment: text })
    deps.announce('approvals')
  }

  /** Throws unless this person may decide on it. */
  const refuseDecision = async (actor: Actor, submission: Submission, displays: readonly Placed[]): Promise<void> => {
    const person = personOf(actor)
    const isOwn = submission.submittedBy === person.id
    const second = isOwn ? await rule.second(actor, displays) : null
    if (second !== null) {
      const names = second.map(({ name }) => `「${name}」`).join('')
      throw new AppError('approval-needed', sentence(texts.ownWork, { names }))
    }
    if (!isOwn && !decides(person.role)) throw new AppError('forbidden')
    refuseOthers(actor, displays)
  }

  const submit = async (actor: Actor, request: SubmissionRequest, report: Report): Promise<Id> => {
    const person = personOf(actor)
    const { comment, publishAt } = request
    if (publishAt !== null && Date.parse(publishAt) <= deps.now().getTime()) {
      throw new AppError('malformed', sentence(texts.past), [{ path: 'publishAt', message: sentence(texts.past) }])
    }
    const snapshot = await programmes.take(actor, request.seen, report, (changing) => {
      if (changing.length === 0) throw new AppError('nothing-to-publish', sentence(texts.nothing))
      return Promise.resolve()
    })
    const displays = (await deps.displays()).filter(({ id }) => snapshot.contents.has(id))
    const second = await rule.second(actor, displays)
    const isDecided = second === null && publishAt !== null
    const word = await wordOf(deps, person, 'submitted', comment)
    const submission: Submission = {
      id: deps.newId(),
      state: isDecided ? 'approved' : 'submitted',
      submittedBy: person.id,
      submittedName: word.name,
      submittedAt: word.at,
      publishAt: publishAt === null ? null : new Date(publishAt).toISOString(),
      decidedName: isDecided ? word.name : null,
      decidedAt: isDecided ? word.at : null,
      displays: displays.map(({ id, profile }) => ({ displayId: id, name: profile.name })),
      comment,
    }
    for (const id of await store.waitingOf(person.id)) {
      const replaced = await wordOf(deps, person, 'replaced', '')
      const by = { state: 'withdrawn', by: person.id, name: word.name, at: deps.now() } as const
      await store.move(id, ['submitted'], by, replaced)
    }
    const contents = displays.map(({ id, profile }) => ({
      displayId: id,
      name: profile.name,
      hash: snapshot.contents.get(id) ?? '',
      approvedOver: isDecided ? (snapshot.over.get(id) ?? null) : null,
    }))
    await store.insert(submission, contents, word)
    await told(actor, 'submission.create', submission)
    const words = { by: word.name, count: String(displays.length), comment }
    const appointed = (second ?? []).filter(({ role }) => role === 'approver')
    const asked = (appointed.length > 0 ? appointed : (second ?? [])).map(({ id }) => id)
    await deps.notify(asked, { kind: 'approval-waiting', words, path: pathOf(submission.id) })
    return submission.id
  }

  const approve = async (actor: Actor, id: Id, { seen, comment }: { seen: string; comment: string }) => {
    const person = personOf(actor)
    const submission = await existing(store, id)
    if (submission.state !== 'submitted') throw new AppError('decided')
    const { displays, changes, whole } = await comparedNow(deps, id)
    await refuseDecision(actor, submission, displays)
    if (programmes.seenOf(changes) !== seen) throw new AppError('not-as-seen')
    if (changes.contents.size === 0) throw new AppError('nothing-to-publish', sentence(texts.nothingLeft))
    const word = await wordOf(deps, person, 'approved', comment)
    const decision = { by: person.id, name: word.name, at: deps.now() }
    const tell = (kind: 'approved' | 'published') =>
      submission.submittedBy === person.id
        ? Promise.resolve()
        : deps.notify([submission.submittedBy], { kind, words: { by: word.name, comment }, path: pathOf(id) })
    const isLater = submission.publishAt !== null && Date.parse(submission.publishAt) > deps.now().getTime()
    if (isLater) {
      const moved = await store.move(id, ['submitted'], { state: 'approved', ...decision }, word, whole.over)
      if (!moved) throw new AppError('decided')
      await told(actor, 'submission.approve', submission, comment)
      return tell('approved')
    }
    const record = {
      by: nameOf(actor),
      cause: 'approved',
      comment: submission.comment,
      restores: null,
      submissionId: id,
    } as const
    const done = await programmes.publishSnapshot(actor, whole, record, (tx) =>
      store.moveIn(tx, id, ['submitted'], { state: 'published', ...decision }, word),
    )
    if (done === 'refused') throw new AppError('decided')
    await told(actor, 'submission.approve', submission, comment)
    return tell('published')
  }

  const sendBack = async (actor: Actor, id: Id, comment: string): Promise<void> => {
    const person = personOf(actor)
    const submission = await existing(store, id)
    const displays = new Set(submission.displays.map(({ displayId }) => displayId))
    const there = (await deps.displays()).filter((display) => displays.has(display.id))
    if (!decides(person.role)) throw new AppError('forbidden')
    refuseOthers(actor, there)
    const word = await wordOf(deps, person, 'sentBack', comment)
    const decision = { state: 'sentBack', by: person.id, name: word.name, at: deps.now() } as const
    if (!(await store.move(id, ['submitted', 'approved'], decision, word))) throw new AppError('decided')
    await told(actor, 'submission.send-back', submission, comment)
    const words = { by: word.name, comment }
    await deps.notify([submission.submittedBy], { kind: 'sent-back', words, path: pathOf(id) })
  }

  const withdraw = async (actor: Actor, id: Id, comment: string): Promise<void> => {
    const person = personOf(actor)
    const submission = await existing(store, id)
    if (submission.submittedBy !== person.id && person.role !== 'admin') {
      throw new AppError('forbidden', sentence(texts.onlyTheirs))
    }
    const word = await wordOf(deps, person, 'withdrawn', comment)
    const decision = { state: 'withdrawn', by: person.id, name: word.name, at: deps.now() } as const
    if (!(await store.move(id, ['submitted', 'approved'], decision, word))) throw new AppError('decided')
    await told(actor, 'submission.withdraw', submission, comment)
  }

  const comment = async (actor: Actor, id: Id, text: string): Promise<void> => {
    const person = personOf(actor)
    const submission = await existing(store, id)
    const word = await wordOf(deps, person, 'commented', text)
    await store.say(id, word)
    await told(actor, 'submission.comment', submission, text)
    const spoke = (await store.words(id)).flatMap(({ userId }) => userId ?? [])
    const others = [...new Set([submission.submittedBy, ...spoke])].filter((each) => each !== person.id)
    await deps.notify(others, { kind: 'commented', words: { by: word.name, comment: text }, path: pathOf(id) })
  }

  const detail = async (actor: Actor, id: Id): Promise<SubmissionDetail> => {
    const submission = await existing(store, id)
    const words = await store.words(id)
    const isOpen = submission.state === 'submitted' || submission.state === 'approved'
    if (!isOpen) {
      const nothing = { contents: new Map<Id, string>(), over: new Map<Id, string | null>() }
      return { submission, words, groups: [], seen: programmes.seenOf(nothing), gone: [], mine: 'closed' }
    }
    const { groups, changes, displays, gone } = await comparedNow(deps, id)
    return {
      submission,
      words,
      groups,
      seen: programmes.seenOf(changes),
      gone,
      mine: await standing(actor, submission, displays),
    }
  }

  const standing = async (actor: Actor, submission: Submission, displays: readonly Placed[]) => {
    if (actor.kind !== 'user') return 'noRole'
    if (submission.submittedBy === actor.id) {
      return (await rule.second(actor, displays)) === null ? 'mayDecide' : 'own'
    }
    if (mayDecide(actor, displays)) return 'mayDecide'
    const isOutside = displays.some((display) => !answersFor(limitOf(actor), display))
    return decides(actor.role) && isOutside ? 'notYours' : 'noRole'
  }

  return { list: () => store.list(), detail, submit, approve, sendBack, withdraw, comment }
}
