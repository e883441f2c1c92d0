import { DEFAULT_POLICY, type Groups, lintPolicy } from '@akari/alerts'
import type {
  AlertPolicy,
  ConsoleTopic,
  NewPolicy,
  PolicyFinding,
  PolicyInForce,
  PolicyVersion,
  PolicyVersionHead,
} from '@akari/protocol'
import type { Logger } from 'pino'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import type { AlertPolicyStore } from './alert-policy.store.ts'
import { inWords } from './policy-words.ts'

type Deps = {
  store: AlertPolicyStore
  /** Display groups as this server knows them. */
  groups: () => Groups
  now: () => Date
  log: Logger
  audit: Audit
  announce: (topic: ConsoleTopic) => void
  /** A version was saved here: states are made again, and other servers told. */
  saved: () => Promise<void>
}

/** Version 1 is not stored: it is the table of the release that runs. */
const SHIPPED: PolicyVersion = {
  version: 1,
  at: '2026-11-22T00:00:00+09:00',
  by: 'Akari',
  note: '',
  policy: DEFAULT_POLICY,
}

export type AlertPolicyService = ReturnType<typeof alertPolicyService>

/**
 * The city's table of how alerts are handled. The version in force is kept in memory: no alert waits for the database, and
 * when a stored version cannot be read, the last one that could, else the shipped one, stays in force and the desk says so.
 */
export function alertPolicyService({ store, groups, now, log, audit, announce, saved }: Deps) {
  let current = SHIPPED
  /** The newest version that is stored and cannot be read; null: none. */
  let unreadable: number | null = null

  function check(policy: AlertPolicy): PolicyFinding[] {
    return lintPolicy(policy, { groups: groups() })
  }

  function inForce(): PolicyInForce {
    return { current, findings: check(current.policy), unreadable: unreadable !== null }
  }

  async function readNewest(version: number): Promise<PolicyVersion | null> {
    try {
      return await store.find(version)
    } catch (err) {
      if (unreadable !== version) log.error({ err, version, inForce: current.version }, 'alert policy not readable')
      return null
    }
  }

  /** Takes over what was saved at another server. True when another version is in force now. */
  async function refresh(): Promise<boolean> {
    const newest = await store.newest()
    if (newest === null || newest <= current.version) return false
    const read = await readNewest(newest)
    // Saved here meanwhile: newer than what was read.
    if (newest <= current.version) return false
    unreadable = read === null ? newest : null
    if (read === null) return false
    current = read
    return true
  }

  return {
    /** What alerts are resolved with, at once. */
    version: (): PolicyVersion => current,
    isUnreadable: (): boolean => unreadable !== null,
    inForce,
    check,
    refresh,
    versions: async (): Promise<PolicyVersionHead[]> => {
      const { policy: _policy, ...shipped } = SHIPPED
      return [...(await store.list()), shipped]
    },
    versionOf: async (version: number): Promise<PolicyVersion> => {
      const found = version === SHIPPED.version ? SHIPPED : await store.find(version)
      if (found === null) throw new AppError('not-found')
      return found
    },
    /**
     * Saves a new version and brings it in force. Throws AppError `policy-refused` with what is wrong, in words;
     * `conflict` when it was not made from the version in force.
     */
    save: async (actor: Actor, { basedOn, note, policy }: NewPolicy): Promise<PolicyInForce> => {
      await refresh()
      if (basedOn !== current.version) throw new AppError('conflict')
      const errors = check(policy).filter(({ severity }) => severity === 'error')
      if (errors.length > 0) throw refusal(policy, errors)
      const version = Math.max(current.version, unreadable ?? 0) + 1
      const next: PolicyVersion = { version, at: now().toISOString(), by: nameOf(actor), note, policy }
      if (!(await store.append(next))) throw new AppError('conflict')
      current = next
      unreadable = null
      await audit(actor, 'alert-policy.saved', String(version), { note, basedOn })
      announce('alerts')
      await saved()
      return inForce()
    },
  }
}

function refusal(policy: AlertPolicy, errors: readonly PolicyFinding[]): AppError {
  const fields = errors.map((each) => {
    const place = policy.rules.findIndex(({ id }) => id === each.ruleIds[0])
    return { path: place < 0 ? 'policy.rules' : `policy.rules.${place}`, message: inWords(policy, each) }
  })
  return new AppError('policy-refused', fields.map(({ message }) => message).join('\n'), fields)
}
