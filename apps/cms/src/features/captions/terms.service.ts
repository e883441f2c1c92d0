import type { Id, TermInput, TermView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import texts from './captions.texts.json' with { type: 'json' }
import type { TermsStore } from './terms.store.ts'

/** Another server's terms are read that soon; captions come several times a second. */
const KNOWN_MS = 5_000

export type TermsService = ReturnType<typeof termsService>
type Deps = ServiceDeps & {
  store: TermsStore
  /** These words are read otherwise from now on. */
  readAnew: (words: readonly string[]) => Promise<void>
}

/** Names and terms, as they are written and as they are misheard. Throws `already-exists`, `conflict` and `not-found`. */
export function termsService({ store, now, newId, audit, announce, readAnew }: Deps) {
  let known: { terms: Promise<TermView[]>; atMs: number } | null = null

  async function checked(input: TermInput, id: Id | null): Promise<TermInput> {
    const { ja } = input.written
    if (input.heard.includes(ja)) throw new AppError('caption-refused', sentence(texts.heardIsRight, { name: ja }))
    const same = (await store.list()).find(({ written, id: other }) => written.ja === ja && other !== id)
    if (same !== undefined) throw new AppError('already-exists', sentence(texts.termTwice, { name: ja }))
    return input
  }
  async function said(actor: Actor, action: string, { id, written }: TermView): Promise<void> {
    known = null
    await audit(actor, action, id, { written: written.ja })
    announce('captions')
  }

  async function learnt(before: TermView | undefined, after: TermView | undefined): Promise<void> {
    if (before?.reading === after?.reading && before?.written.ja === after?.written.ja) return
    const read = [before, after].flatMap((term) =>
      term === undefined || term.reading === null ? [] : [term.written.ja],
    )
    if (read.length > 0) await readAnew([...new Set(read)])
  }

  return {
    list: store.list,
    /** The same, a moment old at most. */
    known: (): Promise<readonly TermView[]> => {
      const atMs = performance.now()
      if (known === null || atMs - known.atMs > KNOWN_MS) {
        const terms = store.list()
        known = { terms, atMs }
        terms.catch(() => {
          known = null
        })
      }
      return known.terms
    },
    add: async (input: TermInput, actor: Actor): Promise<TermView> => {
      const term = { ...(await checked(input, null)), id: newId(), version: 1 }
      await store.insert(term, now().toISOString())
      await learnt(undefined, term)
      await said(actor, 'term.create', term)
      return term
    },
    replace: async (id: Id, input: TermInput, actor: Actor): Promise<TermView> => {
      const term = { ...(await checked(input, id)), id, version: input.version + 1 }
      const before = (await store.list()).find((each) => each.id === id)
      if (!(await store.replace(term, input.version, now().toISOString()))) throw new AppError('conflict')
      await learnt(before, term)
      await said(actor, 'term.update', term)
      return term
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const term = (await store.list()).find((each) => each.id === id)
      if (term === undefined || !(await store.remove(id))) throw new AppError('not-found')
      await learnt(term, undefined)
      await said(actor, 'term.delete', term)
    },
  }
}
