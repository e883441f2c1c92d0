import type { ConsoleTopic, Id, Notice, NoticeKind, Notices, Role } from '@akari/protocol'
import type { NoticeStore } from './notices.store.ts'

const KEEP_MS = 90 * 24 * 3_600_000

/** To whom: these people, or everybody of these roles. */
export type Recipients = readonly Id[] | { roles: readonly Role[] }
export type Notify = (
  to: Recipients,
  notice: { kind: NoticeKind; words: Readonly<Record<string, string>>; path: string },
) => Promise<void>

export type NoticesService = ReturnType<typeof noticesService>

/** What people are told in the console: kept until they read it, wherever they sign in. */
export function noticesService(deps: {
  store: NoticeStore
  people: () => Promise<readonly { id: Id; role: Role }[]>
  now: () => Date
  newId: () => Id
  announce: (topic: ConsoleTopic) => void
}) {
  const { store } = deps
  const notify: Notify = async (to, { kind, words, path }) => {
    const ids =
      'roles' in to
        ? (await deps.people()).filter(({ role }) => to.roles.includes(role)).map(({ id }) => id)
        : [...new Set(to)]
    const at = deps.now().toISOString()
    await store.insert(ids.map((userId) => ({ id: deps.newId(), userId, at, kind, words: { ...words }, path })))
    deps.announce('notices')
  }
  return {
    notify,
    of: async (userId: Id): Promise<Notices> => {
      const notices: Notice[] = await store.list(userId)
      return { unread: notices.filter(({ readAt }) => readAt === null).length, notices }
    },
    read: async (userId: Id, ids: readonly Id[] | null): Promise<void> => {
      await store.read(userId, ids, deps.now())
      deps.announce('notices')
    },
    housekeep: () => store.removeBefore(new Date(deps.now().getTime() - KEEP_MS)),
  }
}
