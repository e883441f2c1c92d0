import type { Logger } from '@akari/node-kit'
import type { PairingState } from '@akari/protocol'
import type { CmsServers } from '../cms/servers.ts'
import type { CmsSession } from '../cms/session.ts'
import type { Link } from '../cms/link.ts'
import type { Faults } from '../faults.ts'
import type { StateAuthor } from '../state-author.ts'
import { pair, type PairingDeps } from './pairing.ts'
import type { Pinning, PinningStore } from './pinning.ts'
import { reclaim, type ReclaimDeps } from './reclaim.ts'

export type Membership = {
  /**
   * The CMS at this address says that this display is not its own. What is on the glass stays until someone pairs it
   * again, or until the CMS it was paired with takes its login after all.
   */
  revoked: (server: string) => void
  close: () => Promise<void>
}

/** Paired: keeps the link to the CMS. Not paired: asks to be, and tries what it was. One or the other until closed. */
export function startMembership(deps: {
  pinning: PinningStore
  pairing: Omit<PairingDeps, 'show'>
  reclaim: ReclaimDeps
  servers: CmsServers
  faults: Faults
  log: Logger
  session: CmsSession
  link: Link
  author: StateAuthor
  /** Paired anew or again; `sameCms` is false when another identity speaks from now on. */
  joined: (sameCms: boolean) => void
  failed: (error: unknown) => void
}): Membership {
  const { pinning, session, author, faults } = deps
  const closing = new AbortController()
  let leaving = new AbortController()
  const show = (pairing: PairingState) => author.update({ pairing })

  const joined = (pinned: Pinning, sameCms: boolean) => {
    faults.clear('display-revoked')
    show(pairedState(pinned, author))
    deps.joined(sameCms)
  }

  /** Staff confirm a new pairing, or the CMS of the former one takes its login: what comes first ends the other. */
  const join = async () => {
    const former = pinning.former()
    const before = pinning.keys()
    const over = new AbortController()
    const signal = AbortSignal.any([closing.signal, over.signal])
    const finish = () => over.abort()
    const [next, server] = await Promise.all([
      pair({ ...deps.pairing, show }, signal).finally(finish),
      former === null ? null : reclaim(former, deps.reclaim, signal).finally(finish),
    ])
    session.forget()
    if (next !== null) {
      await pinning.pin(next)
      joined(next, before === null || before.identity === next.keys.identity)
    } else if (former !== null && server !== null) {
      deps.servers.use(server)
      await pinning.restore()
      deps.log.info({ server, displayId: former.displayId }, 'revocation undone')
      joined(former, true)
    }
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
    revoked: (server) => {
      if (pinning.paired() === null) return
      faults.report('display-revoked', server)
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
