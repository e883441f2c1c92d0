import type { PairingState } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'
import type { Link } from '../cms/link.ts'
import type { StateAuthor } from '../state-author.ts'
import { pair, type PairingDeps } from './pairing.ts'
import type { Pinning, PinningStore } from './pinning.ts'

export type Membership = {
  /** The CMS says that this display is no longer its own. What is on the glass stays until someone pairs it again. */
  revoked: () => void
  close: () => Promise<void>
}

/** Paired: keeps the link to the CMS. Not paired: asks to be. One or the other until closed. */
export function startMembership(deps: {
  pinning: PinningStore
  pairing: Omit<PairingDeps, 'show'>
  session: CmsSession
  link: Link
  author: StateAuthor
  /** Paired anew; `sameCms` is false when another identity speaks from now on. */
  joined: (sameCms: boolean) => void
  failed: (error: unknown) => void
}): Membership {
  const { pinning, session, author } = deps
  const closing = new AbortController()
  let leaving = new AbortController()
  const show = (pairing: PairingState) => author.update({ pairing })

  const join = async () => {
    const before = pinning.keys()
    const next = await pair({ ...deps.pairing, show }, closing.signal)
    if (next === null) return
    session.forget()
    await pinning.pin(next)
    show(pairedState(next, author))
    deps.joined(before === null || before.identity === next.keys.identity)
  }

  const live = async () => {
    while (!closing.signal.aborted) {
      if (pinning.paired() === null) await join()
      if (pinning.paired() === null) continue
      leaving = new AbortController()
      await deps.link.run(AbortSignal.any([closing.signal, leaving.signal]))
    }
  }
  const ended = live().catch(deps.failed)
  // The display's name comes with its programme.
  const unsubscribe = author.subscribe(() => {
    const pinned = pinning.paired()
    const { pairing, programme } = author.state()
    if (pinned === null || pairing.state !== 'paired' || programme === null) return
    if (programme.displayId === pinned.displayId && pairing.name !== programme.display.name)
      show(pairedState(pinned, author))
  })

  return {
    revoked: () => {
      if (pinning.paired() === null) return
      session.forget()
      pinning.revoke().catch(deps.failed)
      leaving.abort()
    },
    close: async () => {
      closing.abort()
      unsubscribe()
      await ended
    },
  }
}

/** What the screen is told of a pairing; the name is known once a programme of this display is here. */
export function pairedState({ displayId }: Pinning, author: StateAuthor): PairingState {
  const { programme } = author.state()
  return { state: 'paired', displayId, name: programme?.displayId === displayId ? programme.display.name : null }
}
