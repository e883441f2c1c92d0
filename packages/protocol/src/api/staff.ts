import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'

/** admin: everything; editor: content and schedule; disaster: alerts; viewer: looks only. */
export const Role = z.enum(['admin', 'editor', 'disaster', 'viewer'])
export type Role = z.infer<typeof Role>

const Username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
/** NIST SP 800-63B §3.1.1.2: length counts, composition rules do not. */
const NewPassword = z.string().min(12).max(256)

export const User = z.object({
  id: Id,
  username: Username,
  name: z.string(),
  role: Role,
  mustChangePassword: z.boolean(),
  createdAt: Instant,
})
export type User = z.infer<typeof User>

export const SignIn = z.object({ username: z.string().min(1).max(80), password: z.string().min(1).max(256) })
export const PasswordChange = z.object({ current: z.string().min(1).max(256), next: NewPassword })
export const NewUser = z.object({ username: Username, name: z.string().min(1).max(80), role: Role })
/** A first password made by the CMS, shown once. */
export const UserWithPassword = z.object({ user: User, password: z.string() })
export const UserPatch = z.object({ name: z.string().min(1).max(80).optional(), role: Role.optional() })
export const CurrentSession = z.object({ user: User })

export const TokenScope = z.enum(['alerts:ingest', 'metrics:read'])
export const NewApiToken = z.object({ name: z.string().min(1).max(80), scope: TokenScope })
export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scope: TokenScope,
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
