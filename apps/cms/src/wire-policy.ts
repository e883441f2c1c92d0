import type { Groups } from '@akari/alerts'
import type { ConsoleTopic, DisplayView, Id } from '@akari/protocol'
import type { Logger } from 'pino'
import type { AlertDatabase } from './db/database.ts'
import { addAlertPolicyRoutes } from './features/alert-policy/alert-policy.routes.ts'
import { alertPolicyService } from './features/alert-policy/alert-policy.service.ts'
import { alertPolicyStore } from './features/alert-policy/alert-policy.store.ts'
import type { Audit } from './features/service-deps.ts'
import type { Api } from './http/api.ts'

type Deps = {
  db: AlertDatabase
  /** Every display with its groups; still answers while the database is away. */
  displays: () => Promise<readonly DisplayView[]>
  now: () => Date
  log: Logger
  audit: Audit
  announce: (topic: ConsoleTopic) => void
  /** Alerts are to be resolved again: here at once, and at the other servers. */
  decided: () => Promise<void>
}

/** Wires the city's policy and what it speaks of: which displays are in which group. Both are kept in memory. */
export async function wirePolicy({ db, displays, ...deps }: Deps) {
  let groups: Groups = new Map()
  const readGroups = async (): Promise<void> => {
    groups = groupsOf(await displays())
  }
  const policy = alertPolicyService({
    store: alertPolicyStore(db),
    groups: () => groups,
    saved: deps.decided,
    ...deps,
  })
  await readGroups()
  await policy.refresh()
  return {
    /** What alerts are resolved with. */
    inForce: () => ({ version: policy.version(), groups }),
    isUnreadable: policy.isUnreadable,
    /** Reads what staff changed here or at other servers. */
    refresh: async (): Promise<void> => {
      await readGroups()
      await policy.refresh()
    },
    addRoutes: (api: Api): void => addAlertPolicyRoutes(api, policy),
  }
}

/** A display that nobody has paired yet shows nothing, but its groups exist. */
function groupsOf(displays: readonly DisplayView[]): Groups {
  const groups = new Map<string, Id[]>()
  for (const { id, groups: names, status } of displays) {
    for (const name of names) {
      const known = groups.get(name) ?? []
      groups.set(name, status === 'unpaired' ? known : [...known, id])
    }
  }
  return groups
}
