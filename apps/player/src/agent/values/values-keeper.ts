import { faultText, JsonFile, spread } from '@akari/node-kit'
import { LiveValues } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Faults } from '../faults.ts'
import { type Loop, startLoop } from '../loop.ts'
import type { StateAuthor } from '../state-author.ts'

/** Live values as the CMS last told them; how old each is, is judged where they are used. */
export type ValuesKeeper = {
  restore: () => Promise<void>
  /** Anything that claims to be the values, from whichever way it came. Never throws. */
  accept: (told: unknown) => void
}

export function valuesKeeper(deps: { path: string; author: StateAuthor; faults: Faults }): ValuesKeeper {
  const { author, faults } = deps
  const file = new JsonFile(LiveValues, deps.path)
  return {
    restore: async () => {
      const loaded = await file.load()
      if (loaded.state === 'ok') author.update({ values: loaded.value })
      if (loaded.state === 'corrupt') faults.report('saved-values-unreadable', deps.path)
    },
    accept: (told) => {
      const parsed = LiveValues.safeParse(told)
      if (!parsed.success) return faults.report('values-rejected', 'unknown shape')
      if (parsed.data.revision <= author.state().values.revision) return
      author.update({ values: parsed.data })
      file.save(parsed.data).then(
        () => faults.clear('values-not-saved'),
        (error: unknown) => faults.report('values-not-saved', faultText(error)),
      )
    },
  }
}

/** Asks for the values whatever the socket says. */
export function startValuesPoll(deps: {
  session: CmsSession
  values: ValuesKeeper
  waitMs: () => number
  failed: (error: unknown) => void
}): Loop {
  return startLoop({
    waitMs: () => spread(deps.waitMs()),
    failed: deps.failed,
    step: async (signal) => {
      const answer = await deps.session.request('/api/player/values', { signal })
      if (answer.state === 'answered' && answer.status === 200) deps.values.accept(answer.body)
    },
  })
}
