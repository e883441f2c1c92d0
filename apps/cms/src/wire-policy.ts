import { type Groups, type Resolved, resolvePolicy } from '@akari/alerts'
import type { Alert, AlertBook, Channel, ConsoleTopic, DisplayView, Id, Instant } from '@akari/protocol'
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
  /** True when a display has come to a group or left one. */
  const readGroups = async (): Promise<boolean> => {
    const known = groupsOf(await displays())
    const changed = JSON.stringify([...known]) !== JSON.stringify([...groups])
    groups = known
    return changed
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
    resolve: (book: AlertBook, channel: Channel, at: Instant): Resolved => {
      const { version, policy: table } = policy.version()
      return resolvePolicy(book, channel, { version, policy: table, groups }, at)
    },
    isBehind: (alerts: readonly Alert[]): boolean =>
      alerts.some(({ handling }) => (handling?.policy.version ?? 0) > policy.version().version),
    isUnreadable: policy.isUnreadable,
    /** Reads what staff changed here or at other servers; true when alerts may be handled otherwise now. */
    refresh: async (): Promise<boolean> => {
      const moved = await readGroups()
      return (await policy.refresh()) || moved
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
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, ids]) => [name, ids.toSorted()]))
}
