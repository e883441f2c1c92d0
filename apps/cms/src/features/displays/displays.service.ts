import {
  type ConsoleTopic,
  type DisplayHealth,
  type DisplayPatch,
  DisplayProfile,
  type DisplayView,
  type Maintenance,
  type MaintenanceInput,
  type NewDisplay,
  type PublicKey,
  type Revision,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { refuseOthers } from '../responsibility.ts'
import type { Audit } from '../service-deps.ts'
import { sentence } from '../../sentence.ts'
import texts from './displays.texts.json' with { type: 'json' }
import { grouped } from './grouped.ts'
import type { DisplaysStore, StoredDisplay } from './displays.store.ts'
import type { Presence } from './presence.ts'

type Deps = {
  store: DisplaysStore
  presence: Presence
  now: () => Date
  newId: () => string
  audit: Audit
  announce: (topic: ConsoleTopic) => void
  /** Tells the consoles of this server only: others can see it once it is stored. */
  announceHere: (topic: ConsoleTopic) => void
  /** Newest published programme of every display. */
  publishedRevisions: () => Promise<ReadonlyMap<string, Revision>>
  /** Tells the player that it is no longer paired, and closes its connections. */
  revoke: (displayId: string) => void
}

export type DisplaysService = ReturnType<typeof displaysService>

/** The record of every display and how it is. Changes throw `not-yours` for displays that somebody else answers for. */
export function displaysService(deps: Deps) {
  const { store, presence, now, newId, audit, announce, announceHere } = deps
  /** Consoles of other servers would see something else than before the last storing. */
  let news = false

  /** The display, if the actor answers for it. */
  async function existing(actor: Actor, id: string): Promise<StoredDisplay> {
    const display = await store.byId(id)
    if (display === null) throw new AppError('not-found')
    refuseOthers(actor, [display])
    return display
  }

  function view(display: StoredDisplay, revisions: ReadonlyMap<string, Revision>): DisplayView {
    const { lastSeenAt, health, maintenance } = display
    const word = presence.lastWord(display.id, lastSeenAt === null ? null : { at: lastSeenAt, health })
    return {
      id: display.id,
      profile: display.profile,
      groups: display.groups,
      tags: display.tags,
      defaultPlaylistId: display.defaultPlaylistId,
      status: presence.statusOf(word, display.publicKey !== null),
      lastSeenAt: word?.at ?? null,
      pairedAt: display.pairedAt,
      publishedRevision: revisions.get(display.id) ?? null,
      health: word?.health ?? null,
      canary: display.canary,
      ...(maintenance !== null && isGoingOn(maintenance, now()) ? { maintenance } : {}),
    }
  }

  async function storeLastWords(): Promise<void> {
    const words = presence.unsaved()
    const told = news
    news = false
    try {
      await store.setLastWords(words)
    } catch (err) {
      news ||= told
      throw err
    }
    presence.saved(words)
    if (told) announce('displays')
  }

  async function add(actor: Actor, input: NewDisplay): Promise<StoredDisplay> {
    const groups = input.groups.length > 0 ? input.groups : (input.profile.groups ?? [])
    const display: StoredDisplay = {
      id: newId(),
      ...input,
      groups,
      profile: grouped(input.profile, groups),
      canary: input.canary ?? false,
      publicKey: null,
      pairedAt: null,
      lastSeenAt: null,
      health: null,
      createdAt: now().toISOString(),
      maintenance: null,
    }
    refuseOthers(actor, [display])
    await store.insert(display)
    await audit(actor, 'display.created', display.id, { name: display.profile.name })
    announce('displays')
    return display
  }

  return {
    list: async (): Promise<DisplayView[]> => {
      const [displays, revisions] = [await store.list(), await deps.publishedRevisions()]
      return displays.map((display) => view(display, revisions))
    },
    /** Records without presence, for compiling programmes and addressing alerts. */
    records: () => store.list(),
    byId: (id: string) => store.byId(id),
    add: async (actor: Actor, input: NewDisplay): Promise<DisplayView> => view(await add(actor, input), new Map()),
    /** For the seeder, which must know the record's id. */
    addRecord: add,
    change: async (actor: Actor, id: string, patch: DisplayPatch): Promise<DisplayView> => {
      const display = await existing(actor, id)
      const groups = patch.groups ?? patch.profile?.groups ?? display.groups
      const profile = DisplayProfile.parse({ ...display.profile, ...definedOnly(patch.profile ?? {}) })
      const next = {
        ...display,
        profile: grouped(profile, groups),
        groups,
        tags: patch.tags ?? display.tags,
        defaultPlaylistId: patch.defaultPlaylistId === undefined ? display.defaultPlaylistId : patch.defaultPlaylistId,
        canary: patch.canary ?? display.canary,
      }
      refuseOthers(actor, [next])
      await store.update(next)
      await audit(actor, 'display.changed', id, { name: next.profile.name })
      announce('displays')
      return view(next, await deps.publishedRevisions())
    },
    remove: async (actor: Actor, id: string): Promise<void> => {
      const display = await existing(actor, id)
      await store.remove(id)
      presence.forget(id)
      deps.revoke(id)
      await audit(actor, 'display.removed', id, { name: display.profile.name })
      announce('displays')
    },
    /** Somebody works on the display, or (null) does no longer. */
    maintain: async (actor: Actor, id: string, input: MaintenanceInput | null): Promise<DisplayView> => {
      const display = await existing(actor, id)
      const since = now().toISOString()
      if (input?.until != null && Date.parse(input.until) <= Date.parse(since)) {
        throw new AppError('malformed', sentence(texts.endsBefore))
      }
      const maintenance = input === null ? null : { ...input, since, by: nameOf(actor) }
      await store.setMaintenance(id, maintenance)
      const { name } = display.profile
      if (maintenance === null) await audit(actor, 'display.maintenance-ended', id, { name })
      else await audit(actor, 'display.maintenance', id, { name, until: maintenance.until, note: maintenance.note })
      announce('displays')
      return view({ ...display, maintenance }, await deps.publishedRevisions())
    },
    /** Gives the record (an existing one, or a new one) its player. The former player, if any, is revoked. */
    attachPlayer: async (
      actor: Actor,
      to: { id: string } | { create: NewDisplay },
      publicKey: PublicKey,
    ): Promise<DisplayView> => {
      const display = 'id' in to ? await existing(actor, to.id) : await add(actor, to.create)
      if (display.publicKey !== null) deps.revoke(display.id)
      const pairedAt = now().toISOString()
      await store.setPlayer(display.id, { publicKey, pairedAt })
      presence.forget(display.id)
      await audit(actor, 'display.paired', display.id, { name: display.profile.name, publicKey })
      announce('displays')
      return view({ ...display, publicKey, pairedAt, lastSeenAt: null, health: null }, await deps.publishedRevisions())
    },
    unpair: async (actor: Actor, id: string): Promise<DisplayView> => {
      const display = await existing(actor, id)
      await store.setPlayer(id, null)
      presence.forget(id)
      deps.revoke(id)
      await audit(actor, 'display.unpaired', id, { name: display.profile.name })
      announce('displays')
      const unpaired = { ...display, publicKey: null, pairedAt: null, lastSeenAt: null, health: null }
      return view(unpaired, await deps.publishedRevisions())
    },
    reported: (displayId: string, health: DisplayHealth): void => {
      const before = presence.lastWord(displayId, null)
      presence.reported(displayId, health)
      const after = presence.lastWord(displayId, null)
      const changed = presence.statusOf(before, true) !== presence.statusOf(after, true)
      const sameFaults = faultsOf(before?.health ?? null) === faultsOf(health)
      if (!changed && sameFaults && before?.health?.onGlass?.since === health.onGlass?.since) return
      news = true
      announceHere('displays')
    },
    connected: (displayId: string): void => {
      presence.reported(displayId, null)
      news = true
      announceHere('displays')
    },
    disconnected: (): void => announceHere('displays'),
    /** Another server gave the display's record to another player, or to none. */
    revoked: (displayId: string): void => presence.forget(displayId),
    /** Stores the last words now when other servers would show something else than this one. */
    shareNews: async (): Promise<void> => {
      if (news) await storeLastWords()
    },
    housekeep: storeLastWords,
  }
}

/** Its end, where it has one, ends it by itself: somebody may forget to. */
function isGoingOn({ until }: Maintenance, at: Date): boolean {
  return until === null || Date.parse(until) > at.getTime()
}

function faultsOf(health: DisplayHealth | null): string {
  return (health?.faults ?? []).map(({ code }) => code).join(' ')
}

function definedOnly(patch: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}
