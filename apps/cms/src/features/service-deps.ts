import type { ConsoleTopic, Id } from '@akari/protocol'
import type { Actor } from '../http/actor.ts'

/** Writes who did what to which thing. */
export type Audit = (actor: Actor, action: string, subject: string, detail?: Record<string, unknown>) => Promise<void>

/** What somebody is called, by the name they sign in with; null for an account that is gone. */
export type StaffName = (username: string) => Promise<string | null>

/** What every content feature is given by the server. */
export type ServiceDeps = {
  now: () => Date
  newId: () => Id
  audit: Audit
  announce: (topic: ConsoleTopic) => void
}
