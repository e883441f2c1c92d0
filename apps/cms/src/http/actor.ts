import type { Responsibility, Role, TokenScope } from '@akari/protocol'

/** Who is asking. Decided once per request; routes say who may. */
export type Actor =
  /** `gaveKey`: something stood in `Authorization` that is no key, or none any more. */
  | { kind: 'anonymous'; ip: string; gaveKey?: true }
  | {
      kind: 'user'
      id: string
      username: string
      role: Role
      /** Display groups they answer for; null: all. */
      groups: Responsibility
      mustChangePassword: boolean
      ip: string
    }
  | { kind: 'token'; id: string; name: string; scopes: readonly TokenScope[]; ip: string }
  | { kind: 'player'; displayId: string; ip: string }
  /** Whoever can read the data folder: the command line on the server itself. */
  | { kind: 'local'; ip: string }
  /** A source of emergency information that this server listens to by itself; never a caller. */
  | { kind: 'source'; id: string; ip: string }

/** Who may call a route. There is no default: a route without one does not compile. */
export type Access =
  | { who: 'anyone' }
  /** `orToken`: also other systems, with a token of this scope. */
  | { who: 'staff'; roles: readonly Role[]; evenBeforePasswordChange?: true; orToken?: TokenScope }
  | { who: 'token'; scope: TokenScope }
  | { who: 'player' }

export const ALL_ROLES: readonly Role[] = ['viewer', 'editor', 'approver', 'disaster', 'admin']
/** Compose what displays show, each for their own displays (features/responsibility.ts). */
export const EDITORS: readonly Role[] = ['editor', 'approver', 'admin']

/** Name in the audit log. */
export function nameOf(actor: Actor): string {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'user':
      return `user:${actor.username}`
    case 'token':
      return `token:${actor.name}`
    case 'player':
      return `display:${actor.displayId}`
    case 'local':
      return 'local:cli'
    case 'source':
      return `source:${actor.id}`
  }
}

/** `null` when allowed, else the problem to answer with. */
export function refusal(
  actor: Actor,
  access: Access,
): 'unauthenticated' | 'unknown-key' | 'forbidden' | 'password-change-required' | null {
  switch (access.who) {
    case 'anyone':
      return null
    case 'player':
      return actor.kind === 'player' ? null : 'unauthenticated'
    case 'token':
      if (actor.kind === 'local') return null
      if (actor.kind === 'token') return scopeRefusal(actor.scopes, access.scope)
      return 'unknown-key'
    case 'staff':
      if (actor.kind === 'local') return null
      if (actor.kind === 'token' && access.orToken !== undefined) return scopeRefusal(actor.scopes, access.orToken)
      if (actor.kind === 'anonymous' && actor.gaveKey === true && access.orToken !== undefined) return 'unknown-key'
      if (actor.kind !== 'user') return 'unauthenticated'
      if (actor.mustChangePassword && access.evenBeforePasswordChange !== true) return 'password-change-required'
      return access.roles.includes(actor.role) ? null : 'forbidden'
  }
}

function scopeRefusal(held: readonly TokenScope[], wanted: TokenScope): 'forbidden' | null {
  const writing = wanted.replace(/:read$/, ':write')
  return held.some((scope) => scope === wanted || scope === writing) ? null : 'forbidden'
}
