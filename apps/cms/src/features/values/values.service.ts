import {
  type Alert,
  isReservedValue,
  type LiveValue,
  type LiveValues,
  MOST_VALUES,
  RESERVED_VALUES,
  type ValueName,
  type ValueView,
} from '@akari/protocol'
import { z } from 'zod'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { alertLevel } from './alert-level.ts'
import type { StoredValue, ValuesStore } from './values.store.ts'
import texts from './values.texts.json' with { type: 'json' }

const OWN = 'alert-level'
/** Who says the alert level, in the list of values. */
const ITSELF = 'system'
/** The level counts for an hour and is said anew every quarter: a display that hears nothing more stops believing it. */
const LEVEL_COUNTS_S = 3600
const LEVEL_AGAIN_MS = 15 * 60_000
const MAY_BE_AHEAD_MS = 5 * 60_000

type Deps = Omit<ServiceDeps, 'newId'> & {
  store: ValuesStore
  /** The live alerts as this server knows them now. */
  alerts: () => readonly Alert[]
  /** A newer state is in the database. */
  changed: () => void
}

export type ValuesService = ReturnType<typeof valuesService>

/** Live values: told by staff and other systems, by the server itself where it knows; displays judge their age. */
export function valuesService({ store, alerts, changed, now, audit, announce }: Deps) {
  /** The alert level as it is stored, as far as this node has looked: it is asked every second. */
  let levelSaid: { value: LiveValue['value']; atMs: number } | null = null

  async function keep(name: ValueName, value: LiveValue, by: string): Promise<void> {
    await store.put(name, value, by, now().getTime())
    changed()
    announce('values')
  }

  function viewOf(name: ValueName, stored: StoredValue | undefined): ValueView {
    const reserved = isReservedValue(name)
    if (stored === undefined) return { name, reserved, latest: null }
    const { name: _name, ...value } = stored
    const ageMs = now().getTime() - Date.parse(value.observedAt)
    const fresh = ageMs < value.validForSeconds * 1000
    return { name, reserved, latest: { ...value, ageSeconds: Math.max(0, Math.round(ageMs / 1000)), fresh } }
  }

  return {
    state: (): Promise<LiveValues> => store.state(),
    /** The reserved names first, whether or not anybody has said them, then the others. */
    list: async (): Promise<ValueView[]> => {
      const stored = await store.list()
      const names = new Set([...Object.keys(RESERVED_VALUES), ...stored.map(({ name }) => name)])
      return [...names].map((name) =>
        viewOf(
          name,
          stored.find((each) => each.name === name),
        ),
      )
    },
    /** Throws AppError `value-refused` and says why. What other systems measure is in the audit log once, when it begins. */
    put: async (actor: Actor, name: ValueName, value: LiveValue): Promise<ValueView> => {
      const held = await store.list()
      const before = held.find((each) => each.name === name)
      const refused = refusalOf(name, value, before, now())
      if (refused !== null) throw new AppError('value-refused', refused)
      if (before === undefined && held.length >= MOST_VALUES)
        throw new AppError('value-refused', sentence(texts.tooMany, { most: String(MOST_VALUES) }))
      const by = nameOf(actor)
      await keep(name, value, by)
      if (actor.kind !== 'token' || before?.by !== by) await audit(actor, 'value.put', name, { value: value.value })
      return viewOf(name, { name, by, ...value })
    },
    remove: async (actor: Actor, name: ValueName): Promise<void> => {
      if (name === OWN) throw new AppError('value-refused', sentence(texts.own, { name }))
      if (!(await store.remove(name, now().getTime()))) throw new AppError('not-found')
      changed()
      await audit(actor, 'value.delete', name)
      announce('values')
    },
    /** Says the alert level when it is another one, or was said some time ago. */
    tellAlertLevel: async (): Promise<void> => {
      const at = now()
      const value = alertLevel(alerts(), at)
      const isSaid = () => levelSaid?.value === value && at.getTime() - levelSaid.atMs < LEVEL_AGAIN_MS
      if (isSaid()) return
      const stored = (await store.list()).find(({ name }) => name === OWN)
      levelSaid = stored === undefined ? null : { value: stored.value, atMs: Date.parse(stored.observedAt) }
      if (isSaid()) return
      await keep(OWN, { value, observedAt: at.toISOString(), validForSeconds: LEVEL_COUNTS_S }, ITSELF)
      levelSaid = { value, atMs: at.getTime() }
    },
  }
}

function refusalOf(name: ValueName, value: LiveValue, before: StoredValue | undefined, now: Date): string | null {
  if (name === OWN) return sentence(texts.own, { name })
  if (isReservedValue(name) && !RESERVED_VALUES[name].safeParse(value.value).success)
    return sentence(texts.notOfItsKind, { name, allowed: allowedFor(RESERVED_VALUES[name]) })
  const observedMs = Date.parse(value.observedAt)
  if (observedMs > now.getTime() + MAY_BE_AHEAD_MS) return sentence(texts.future)
  if (before !== undefined && observedMs < Date.parse(before.observedAt))
    return sentence(texts.older, { at: before.observedAt })
  return null
}

function allowedFor(kind: (typeof RESERVED_VALUES)[keyof typeof RESERVED_VALUES]): string {
  return kind instanceof z.ZodEnum ? kind.options.join(', ') : `${kind.minValue}–${kind.maxValue}`
}
