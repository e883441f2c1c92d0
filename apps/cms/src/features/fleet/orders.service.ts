import type {
  DisplayEvidence,
  DisplayProfile,
  DisplayWishes,
  GlassPicture,
  Id,
  Instant,
  OrderKind,
  OrderOutcome,
  OrderRequest,
  OrderView,
  PlayerLog,
} from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { refuseOthers } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { EvidenceStore } from './evidence.store.ts'
import texts from './fleet.texts.json' with { type: 'json' }
import type { OrdersStore } from './orders.store.ts'
import type { WatchSettingsStore } from './watch-settings.store.ts'

/** Nobody wants a display to restart in the night because somebody asked for it while it was switched off. */
const GOOD_FOR_MS = 120_000
/** Longer than an order is good for and a device needs to reboot. */
const RECENT_MS = 900_000
const KEEP_MS = 90 * 86_400_000
/** So many displays are named in a refusal. */
const MOST_NAMED = 5

type Orderable = {
  id: Id
  groups: readonly string[]
  profile: Pick<DisplayProfile, 'name'>
  publicKey: string | null
}

type Deps = ServiceDeps & {
  store: OrdersStore
  evidence: EvidenceStore
  settings: Pick<WatchSettingsStore, 'read'>
  displays: () => Promise<readonly Orderable[]>
  /** Is a real emergency in force anywhere? */
  emergency: () => boolean
  /** Displays that say that an emergency is on their glass. */
  showingEmergency: () => Promise<ReadonlySet<Id>>
  /** Tells the display's player, on whichever node it is, that it is wanted something. */
  wishesChanged: (displayId: Id) => void
}

export type OrdersService = ReturnType<typeof ordersService>

/** What staff ask of displays from afar; each order is good for two minutes and carried out once at most. */
export function ordersService(deps: Deps) {
  const { store, evidence, now, audit } = deps

  /** Those displays, all of which have a player and are the actor's. */
  async function reached(actor: Actor, ids: readonly Id[]): Promise<Orderable[]> {
    const all = new Map((await deps.displays()).map((display) => [display.id, display]))
    const wanted = [...new Set(ids)].map((id) => {
      const display = all.get(id)
      if (display === undefined) throw new AppError('not-found')
      return display
    })
    refuseOthers(actor, wanted)
    const unpaired = wanted.find(({ publicKey }) => publicKey === null)
    if (unpaired === undefined) return wanted
    throw new AppError('order-refused', sentence(texts.unpaired, { name: unpaired.profile.name }))
  }

  function orderFor(display: Orderable, kind: OrderKind, actor: Actor): OrderView {
    const at = now()
    return {
      id: deps.newId(),
      displayId: display.id,
      kind,
      askedBy: nameOf(actor),
      askedAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + GOOD_FOR_MS).toISOString(),
      state: 'open',
      answeredAt: null,
      detail: '',
    }
  }

  /** Throws `order-refused` for what would take a real emergency off the glass. One that does not show it may be restarted. */
  async function refuseDarkening(kind: OrderKind, displays: readonly Orderable[]): Promise<void> {
    if (!deps.emergency()) return
    if (kind === 'panel-off') throw new AppError('order-refused', sentence(texts.emergency))
    if (kind !== 'reboot' && kind !== 'restart') return
    const showing = await deps.showingEmergency()
    const names = displays.filter(({ id }) => showing.has(id)).map(({ profile }) => `「${profile.name}」`)
    if (names.length === 0) return
    throw new AppError(
      'order-refused',
      sentence(names.length > MOST_NAMED ? texts.emergencyOnSeveral : texts.emergencyOnGlass, {
        names: names.slice(0, MOST_NAMED).join(''),
        count: String(names.length),
      }),
    )
  }

  /**
   * An order for each display; one that was asked the same already keeps its open order. Throws `not-found`, `not-yours` and
   * `order-refused`; then nothing at all was asked.
   */
  async function ask(actor: Actor, { kind, displayIds }: OrderRequest): Promise<OrderView[]> {
    const displays = await reached(actor, displayIds)
    await refuseDarkening(kind, displays)
    const waiting = new Map(
      (await store.open(displayIds, now().toISOString()))
        .filter((order) => order.kind === kind)
        .map((order) => [order.displayId, order]),
    )
    const asked = displays.map((display) => {
      const open = waiting.get(display.id)
      return { display, isNew: open === undefined, order: open ?? orderFor(display, kind, actor) }
    })
    const made = asked.filter(({ isNew }) => isNew)
    await store.insert(made.map(({ order }) => order))
    for (const { display, order } of made) {
      await audit(actor, 'display.ordered', display.id, { name: display.profile.name, order: kind, id: order.id })
      deps.wishesChanged(display.id)
    }
    if (made.length > 0) deps.announce('fleet')
    return asked.map(({ order }) => order)
  }

  return {
    ask,
    /** What was asked of any display within the last quarter of an hour, or, where that is later, since then; newest first. */
    recent: (since: Instant | undefined): Promise<OrderView[]> => {
      const recentMs = now().getTime() - RECENT_MS
      const fromMs = since === undefined ? recentMs : Math.max(recentMs, Date.parse(since))
      return store.askedAfter(new Date(fromMs).toISOString())
    },
    ofDisplay: (displayId: Id): Promise<OrderView[]> => store.ofDisplay(displayId),
    evidence: (displayId: Id): Promise<DisplayEvidence> => evidence.of(displayId),
    picture: (displayId: Id): Promise<Uint8Array | null> => evidence.picture(displayId),
    /** What the calling display is still to do. */
    wishes: async (displayId: Id): Promise<DisplayWishes> => {
      const at = now()
      const orders = await store.open([displayId], at.toISOString())
      return {
        orders: orders.slice(0, 20).map(({ id, kind, askedAt, expiresAt }) => ({
          id,
          kind,
          ageMs: Math.max(0, at.getTime() - Date.parse(askedAt)),
          expiresInMs: Math.max(1, Date.parse(expiresAt) - at.getTime()),
        })),
        screenshotEveryMinutes: (await deps.settings.read()).screenshotEveryMinutes,
      }
    },
    /** Told by the display itself. Of an order that is not its own, or was answered before, nothing is taken. */
    answered: async (actor: Actor, displayId: Id, id: Id, outcome: OrderOutcome): Promise<void> => {
      const order = await store.answer(displayId, id, outcome, now().toISOString())
      if (order === null) return
      await audit(actor, 'display.order-answered', displayId, { order: order.kind, id, ...outcome })
      deps.announce('fleet')
    },
    keepPicture: async (displayId: Id, picture: GlassPicture): Promise<void> => {
      if (!isJpeg(picture.jpeg)) throw new AppError('unsupported-media')
      await evidence.putPicture(displayId, picture)
      deps.announce('fleet')
    },
    keepLog: async (displayId: Id, log: PlayerLog): Promise<void> => {
      await evidence.putLog(displayId, log)
      deps.announce('fleet')
    },
    expire: async (): Promise<void> => {
      if ((await store.expire(now().toISOString())).length > 0) deps.announce('fleet')
    },
    housekeep: async (): Promise<void> => {
      await store.removeBefore(new Date(now().getTime() - KEEP_MS).toISOString())
      await evidence.removeOrphans()
    },
  }
}

/** The first bytes of every JPEG (ISO/IEC 10918-1 §B.1.1.3): start of image, then another marker. */
function isJpeg(base64: string): boolean {
  return Buffer.from(base64.slice(0, 4), 'base64').equals(Buffer.from([0xff, 0xd8, 0xff]))
}
