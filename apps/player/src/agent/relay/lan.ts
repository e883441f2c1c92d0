import { faultText } from '@akari/node-kit'
import type { Channel } from '@akari/protocol'
import { type Announcer, startAnnouncer } from './announcer.ts'
import { startEnvelopeServer } from './envelope-server.ts'
import type { Intake } from './intake.ts'
import { startKnocking } from './knocking.ts'
import { startMulticast } from './multicast.ts'
import { neighbourBook } from './neighbours.ts'
import { type Offer, readOffer } from './offer.ts'
import { peers } from './peers.ts'
import type { Part, RelayDeps } from './relay.ts'
import type { RelayConfig } from './relay-config.ts'
import { alertShelf } from './shelf.ts'

/** Calls out, listens, serves and knocks on the local network. Rejects when nothing can be served. */
export async function startLan(
  deps: RelayDeps & { take: Intake },
  lan: NonNullable<RelayConfig['lan']>,
): Promise<Part[]> {
  const { alerts, author, faults, pinning, fetch, monotonicMs } = deps
  const { keys } = pinning
  const { askAgainMs } = deps.timing
  const random = Math.random
  const shelf = alertShelf({ alerts, author, manifest: pinning.manifest })
  const offer = (channel: Channel): Offer | null => {
    const shelved = shelf(channel)
    const cms = keys()?.identity
    if (shelved === null || cms === undefined) return null
    const { epoch, revision, hash } = shelved
    return { akari: 'relay.2', cms, channel, epoch, revision, hash, port: server.port }
  }
  const fixed = lan.neighbours.map((address) => ({ address, port: lan.port }))
  const neighbours = await neighbourBook({ path: deps.neighboursFile, fixed, faults, monotonicMs, random })
  const server = await startEnvelopeServer({
    port: lan.port,
    shelf,
    offers: () => [offer('live'), offer('drill')].filter((one) => one !== null),
    knocked: (neighbour) => {
      if (multicast.network().isNear(neighbour.address)) neighbours.heard(neighbour)
    },
  })
  const fetching = peers({
    keys,
    holding: (channel) => author.state().alerts[channel]?.state ?? null,
    take: deps.take,
    isKnown: neighbours.isKnown,
    askAgainMs,
    faults,
    fetch,
    monotonicMs,
    random,
  })
  const heard = (datagram: Uint8Array, address: string) => {
    const heardOffer = readOffer(datagram)
    if (heardOffer === null) return faults.report('relay-peer', `${address}: no offer`)
    if (heardOffer.cms !== keys()?.identity) return
    neighbours.heard({ address, port: heardOffer.port })
    announcer.overheard(heardOffer, address, neighbours.isKnown(address))
    fetching.offered(heardOffer, address)
  }
  const multicast = startMulticast({ ...lan, heard, appeared: () => announcer.again(), faults })
  const { send } = multicast
  const isActive = (channel: Channel) => shelf(channel)?.active === true
  const announcer: Announcer = startAnnouncer({ author, offer, isActive, send, monotonicMs, random })
  const knocking = startKnocking({
    neighbours,
    keys,
    port: server.port,
    askAgainMs,
    isOwn: ({ address, port }) => port === server.port && multicast.network().addresses.includes(address),
    inNeed: () => author.state().link.state === 'offline' || multicast.isFlooded(),
    offered: fetching.offered,
    stepped: () => tellVitals(),
    fetch,
    failed: (error) => faults.report('relay', faultText(error)),
  })
  const tellVitals = () => {
    const { heard: count, lastMsAgo } = neighbours.lately()
    const lastHeardAt = lastMsAgo === null ? null : new Date(Date.parse(deps.now()) - lastMsAgo).toISOString()
    deps.vitals.tell({ relay: { state: 'on', heard: count, lastHeardAt } })
  }
  return [announcer, multicast, knocking, fetching, server]
}
