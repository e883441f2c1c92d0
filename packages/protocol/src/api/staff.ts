import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'
import { GroupName } from '../programme.ts'

/** viewer: looks only; editor: content and schedule; approver: that, and lets it out; disaster: alerts; admin: everything. */
export const Role = z.enum(['viewer', 'editor', 'approver', 'disaster', 'admin'])
export type Role = z.infer<typeof Role>

/** The display groups somebody answers for; null: every display. It narrows what editors and approvers may do. */
export const Responsibility = z.array(GroupName).min(1).max(50).nullable()
export type Responsibility = z.infer<typeof Responsibility>

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
/** NIST SP 800-63B §3.1.1.2: length counts, composition rules do not. */
const NewPassword = z.string().min(12).max(256)

export const User = z.object({
  id: Id,
  username: Username,
  name: z.string(),
  role: Role,
  groups: Responsibility,
  mustChangePassword: z.boolean(),
  createdAt: Instant,
})
export type User = z.infer<typeof User>

/** What somebody is called, for whoever reads what they did. */
export const StaffName = User.pick({ username: true, name: true })
export type StaffName = z.infer<typeof StaffName>

export const SignIn = z.object({ username: z.string().min(1).max(80), password: z.string().min(1).max(256) })
export const PasswordChange = z.object({ current: z.string().min(1).max(256), next: NewPassword })
export const NewUser = z.object({
  username: Username,
  name: z.string().min(1).max(80),
  role: Role,
  groups: Responsibility.default(null),
})
/** A first password made by the CMS, shown once. */
export const UserWithPassword = z.object({ user: User, password: z.string() })
export const UserPatch = z.object({
  name: z.string().min(1).max(80).optional(),
  role: Role.optional(),
  groups: Responsibility.optional(),
})
export const CurrentSession = z.object({ user: User })

/** What a token may do; `write` lets it read as well. Nothing lets it into accounts, keys, or the alert desk. */
export const TOKEN_SCOPES = [
  'alerts:ingest',
  'metrics:read',
  'values:write',
  'captions:write',
  'content:read',
  'content:write',
  'schedule:read',
  'schedule:write',
  'displays:read',
  'displays:write',
  'programme:publish',
] as const
export const TokenScope = z.enum(TOKEN_SCOPES)
export type TokenScope = z.infer<typeof TokenScope>

export const NewApiToken = z.object({
  name: z.string().min(1).max(80),
  scopes: z.array(TokenScope).min(1).max(TOKEN_SCOPES.length),
  /** From then on it is refused; null: it holds until somebody removes it. */
  expiresAt: Instant.nullable().default(null),
})
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scopes: z.array(TokenScope),
  expiresAt: Instant.nullable(),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>
export const ApiTokenWithSecret = z.object({ token: ApiToken, secret: z.string() })

export const AuditEntry = z.object({
  sequence: z.int(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof AuditEntry>
