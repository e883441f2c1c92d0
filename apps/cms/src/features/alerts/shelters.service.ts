import type { DeskKnowledge } from '@akari/alerts'
import type { DeskShelter, Id, ShelterEdit, Texts, Town } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { SheltersStore } from './shelters.store.ts'

type Deps = ServiceDeps & {
  store: SheltersStore
  city: Texts
  /** The towns until staff write a list of their own. */
  shippedTowns: readonly Town[]
  /** Gives what it last read while the database is away: an order must not wait for it. */
  remembered: (read: () => Promise<DeskKnowledge>) => { read: () => Promise<DeskKnowledge>; forget: () => void }
  /** Hears of every change, once it is written. */
  onChange: () => void
}

export type SheltersService = ReturnType<typeof sheltersService>

/** The lists an evacuation order is made from; staff keep them. */
export function sheltersService({
  store,
  city,
  shippedTowns,
  remembered,
  onChange,
  now,
  newId,
  audit,
  announce,
}: Deps) {
  const known = remembered(async () => ({
    city,
    towns: (await store.towns()) ?? shippedTowns,
    shelters: await store.list(),
  }))

  async function changed(actor: Actor, action: string, subject: string, detail = {}): Promise<void> {
    known.forget()
    announce('alerts')
    onChange()
    await audit(actor, action, subject, detail)
  }

  async function byId(id: Id): Promise<DeskShelter> {
    const shelter = (await store.list()).find((each) => each.id === id)
    if (shelter === undefined) throw new AppError('not-found')
    return shelter
  }

  return {
    knowledge: known.read,
    list: async (): Promise<readonly DeskShelter[]> => (await known.read()).shelters,
    towns: async (): Promise<readonly Town[]> => (await known.read()).towns,
    create: async (actor: Actor, shelter: ShelterEdit): Promise<DeskShelter> => {
      const id = newId()
      await store.insert(id, shelter, now().toISOString())
      await changed(actor, 'shelter.create', id, { name: shelter.name.ja })
      return byId(id)
    },
    /** Throws AppError `conflict` when somebody else changed it first. */
    edit: async (actor: Actor, id: Id, shelter: ShelterEdit): Promise<DeskShelter> => {
      await byId(id)
      if (!(await store.update(id, shelter, now().toISOString()))) throw new AppError('conflict')
      await changed(actor, 'shelter.edit', id, { name: shelter.name.ja })
      return byId(id)
    },
    open: async (actor: Actor, id: Id, open: boolean): Promise<DeskShelter> => {
      if (!(await store.open(id, open, now().toISOString()))) throw new AppError('not-found')
      const shelter = await byId(id)
      await changed(actor, open ? 'shelter.open' : 'shelter.close', id, { name: shelter.name.ja })
      return shelter
    },
    remove: async (actor: Actor, id: Id): Promise<void> => {
      if (!(await store.remove(id))) throw new AppError('not-found')
      await changed(actor, 'shelter.remove', id)
    },
    saveTowns: async (actor: Actor, towns: readonly Town[]): Promise<readonly Town[]> => {
      if (new Set(towns.map(({ id }) => id)).size !== towns.length) throw new AppError('already-exists')
      await store.saveTowns(towns)
      await changed(actor, 'towns.edit', 'towns', { count: towns.length })
      return towns
    },
  }
}
