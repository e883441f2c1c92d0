import { composeMessage, type DeskKnowledge } from '@akari/alerts'
import type {
  Alert,
  Approval,
  Channel,
  ChannelDesk,
  DeskMessage,
  DeskPreview,
  NewProposal,
  Proposal,
  Texts,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { Audit } from '../service-deps.ts'
import { minutesAfter, operatorAlert } from './operator-alert.ts'
import type { OperatorService } from './operator.service.ts'
import type { Decision, ProposalsStore, StoredProposal } from './proposals.store.ts'
import texts from './proposals.texts.json' with { type: 'json' }

/** So long a proposal waits; what nobody confirmed by then is out of date. */
export const WAITING_MINUTES = 30
/** What was decided stays on the desk for so long, for whoever proposed it. */
const TOLD_MS = 2 * 3600_000

type Deps = {
  store: ProposalsStore
  knowledge: () => Promise<DeskKnowledge>
  /** What is on the glass of a channel now. */
  inForce: (channel: Channel) => readonly Alert[]
  post: OperatorService['post']
  issuer: Texts
  now: () => Date
  audit: Audit
  announce: () => void
}

export type ProposalsService = ReturnType<typeof proposalsService>

/** Free text and orders of the city: what one person writes and a second one confirms. */
export function proposalsService({ store, knowledge, inForce, post, issuer, now, audit, announce }: Deps) {
  const isoNow = () => now().toISOString()

  async function preview(actor: Actor, id: string, message: DeskMessage): Promise<DeskPreview> {
    const { look, findings } = composeMessage(message, await knowledge())
    const { channel, target, minutes, corrects } = message
    const alert = operatorAlert(look, {
      id: corrects ?? `operator:${id}`,
      channel,
      target,
      minutes,
      endsBy: 'person',
      issuer,
      by: nameOf(actor),
      at: now(),
      approval: null,
    })
    return { alert, findings }
  }

  /** The alert a message makes. Throws AppError `words-refused` with every finding, `conflict` for nothing to correct. */
  async function composed(actor: Actor, { id, message }: NewProposal): Promise<Alert> {
    const { alert, findings } = await preview(actor, id, message)
    if (findings.length > 0) {
      const fields = findings.map(({ part, language, code }) => ({ path: `${part}.${language}`, message: code }))
      throw new AppError('words-refused', undefined, fields)
    }
    if (message.corrects !== null) {
      const wrong = inForce(message.channel).find((each) => each.id === message.corrects)
      if (wrong?.phase !== 'inForce' || wrong.source.kind !== 'operator') {
        throw new AppError('conflict', sentence(texts.notInForce))
      }
    }
    return alert
  }

  async function waiting(id: string): Promise<StoredProposal> {
    const proposal = await store.byId(id)
    if (proposal === null) throw new AppError('not-found')
    if (stateAt(proposal, now()) !== 'waiting') throw new AppError('conflict', sentence(texts.notWaiting))
    return proposal
  }

  async function decide(actor: Actor, id: string, decision: Pick<Decision, 'state' | 'comment'>): Promise<void> {
    const done = await store.decide(id, { ...decision, by: nameOf(actor), at: isoNow() })
    if (!done) throw new AppError('conflict', sentence(texts.notWaiting))
    await audit(actor, `alert.proposal.${decision.state}`, id, { comment: decision.comment })
    announce()
  }

  /** Sends out what was confirmed. Its moment is that of the decision, so that repeats are the same alert. */
  function sendOut(actor: Actor, proposal: StoredProposal, at: string, approval: Approval): Promise<ChannelDesk> {
    const { channel, minutes, corrects } = proposal.message
    const remind = minutes === null ? null : minutesAfter(new Date(at), minutes)
    const end = channel === 'live' ? { expiresAt: null, remindAt: remind } : { expiresAt: remind, remindAt: null }
    return post(actor, channel, { ...proposal.alert, ...end, sentAt: at, approval }, corrects !== null)
  }

  return {
    composed,
    preview: (actor: Actor, message: DeskMessage): Promise<DeskPreview> => preview(actor, 'preview', message),

    list: async (actor: Actor): Promise<Proposal[]> => {
      const since = new Date(now().getTime() - TOLD_MS).toISOString()
      return (await store.since(since)).map((proposal) => shownTo(actor, proposal, now()))
    },

    /** The same id again is the same proposal. */
    propose: async (actor: Actor, input: NewProposal): Promise<Proposal> => {
      const alert = await composed(actor, input)
      const proposal: StoredProposal = {
        ...input,
        alert,
        state: 'waiting',
        proposerId: personOf(actor),
        proposedBy: nameOf(actor),
        proposedAt: isoNow(),
        expiresAt: minutesAfter(now(), WAITING_MINUTES),
        decidedBy: null,
        decidedAt: null,
        comment: null,
      }
      const isNew = await store.insert(proposal)
      if (isNew) {
        await audit(actor, `alert.proposed.${input.message.channel}`, input.id, { headline: alert.words.headline.ja })
        announce()
      }
      const kept = await store.byId(input.id)
      if (kept === null) throw new AppError('not-found')
      return shownTo(actor, kept, now())
    },

    /**
     * A second person says yes, having seen exactly this. On the drill channel the proposer may, as a drill alone. However
     * many confirm at once, one decision counts and one alert goes out.
     */
    confirm: async (actor: Actor, id: string): Promise<ChannelDesk> => {
      if (actor.kind !== 'user') throw new AppError('forbidden', sentence(texts.needsPerson))
      const proposal = await store.byId(id)
      if (proposal === null) throw new AppError('not-found')
      if (isOwn(actor, proposal) && proposal.message.channel === 'live') {
        throw new AppError('forbidden', sentence(texts.samePerson))
      }
      if (proposal.state === 'waiting') {
        if (stateAt(proposal, now()) !== 'waiting') throw new AppError('conflict', sentence(texts.notWaiting))
        const fresh = await composed(actor, proposal).catch((err: unknown) => {
          throw err instanceof AppError && err.code === 'words-refused'
            ? new AppError('conflict', sentence(texts.changedSince))
            : err
        })
        if (glassOf(fresh) !== glassOf(proposal.alert)) throw new AppError('conflict', sentence(texts.changedSince))
        const decision = { state: 'raised', by: nameOf(actor), at: isoNow(), comment: null } as const
        if (await store.decide(id, decision)) {
          await audit(actor, 'alert.proposal.confirmed', id, { proposedBy: proposal.proposedBy })
        }
      }
      // Also after another was first, and after an answer that was lost.
      const decided = await store.byId(id)
      const { state, decidedBy, decidedAt } = decided ?? proposal
      if (state !== 'raised' || decidedBy === null || decidedAt === null || isOld(decidedAt, now())) {
        throw new AppError('conflict', sentence(texts.notWaiting))
      }
      const approval = { kind: 'second-person', by: proposal.proposedBy, approvedBy: decidedBy } as const
      const desk = await sendOut(actor, proposal, decidedAt, approval)
      announce()
      return desk
    },

    withdraw: async (actor: Actor, id: string): Promise<void> => {
      if (!isOwn(actor, await waiting(id))) throw new AppError('forbidden', sentence(texts.notYours))
      await decide(actor, id, { state: 'withdrawn', comment: null })
    },

    sendBack: async (actor: Actor, id: string, comment: string): Promise<void> => {
      if (isOwn(actor, await waiting(id))) throw new AppError('forbidden', sentence(texts.yoursAlone))
      await decide(actor, id, { state: 'returned', comment })
    },

    /** It went out another way (break-glass): nobody needs to confirm it any more. */
    wentOut: async (actor: Actor, id: string): Promise<void> => {
      if (await store.decide(id, { state: 'raised', by: nameOf(actor), at: isoNow(), comment: null })) announce()
    },

    /** Called every few seconds. */
    housekeep: async (): Promise<void> => {
      const expired = await store.expire(isoNow())
      const system: Actor = { kind: 'source', id: 'desk', ip: 'localhost' }
      for (const id of expired) await audit(system, 'alert.proposal.expired', id)
      if (expired.length > 0) announce()
    },
  }
}

/** Who it is, whatever session they use. */
function personOf(actor: Actor): string {
  return actor.kind === 'user' ? actor.id : nameOf(actor)
}

function isOwn(actor: Actor, { proposerId }: StoredProposal): boolean {
  return personOf(actor) === proposerId
}

function isOld(decidedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(decidedAt) > WAITING_MINUTES * 60_000
}

function stateAt({ state, expiresAt }: StoredProposal, now: Date): Proposal['state'] {
  return state === 'waiting' && Date.parse(expiresAt) <= now.getTime() ? 'expired' : state
}

/** What a confirming person has seen. */
function glassOf({ words, presentation, shelters, level }: Alert): string {
  return JSON.stringify([words, presentation, shelters ?? [], level])
}

function shownTo(actor: Actor, proposal: StoredProposal, now: Date): Proposal {
  const { proposerId: _, ...shown } = proposal
  const mayAct = actor.kind === 'user' && (actor.role === 'admin' || actor.role === 'disaster')
  const you = isOwn(actor, proposal) ? 'proposed' : mayAct ? 'confirm' : 'look'
  return { ...shown, state: stateAt(proposal, now), you }
}
