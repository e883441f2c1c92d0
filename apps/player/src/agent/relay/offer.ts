import { Channel, Epoch, PublicKey, Revision, Sha256 } from '@akari/protocol'
import { z } from 'zod'

/**
 * What a display calls out to its neighbours: this is the newest I hold, fetch it here. Unsigned, so it is only a hint:
 * what is fetched is believed for its signature alone.
 */
export const Offer = z.strictObject({
  akari: z.literal('relay.2'),
  /** Identity key of the CMS: another city hall's displays may share the network. */
  cms: PublicKey,
  channel: Channel,
  epoch: Epoch,
  revision: Revision,
  /** sha256 of the document as it is served. */
  hash: Sha256,
  /** Where the sender serves it; never one of the well-known services. */
  port: z.int().min(1024).max(65_535),
})
export type Offer = z.infer<typeof Offer>

/** What a display answers to a knock: all it would call out. */
export const Offers = z.strictObject({ offers: z.array(Offer).max(2) })

/** Larger datagrams are not read at all. */
export const MAX_OFFER_BYTES = 512

export function writeOffer(offer: Offer): Buffer {
  return Buffer.from(JSON.stringify(offer), 'utf8')
}

/** Null for whatever is no offer. Never throws. */
export function readOffer(datagram: Uint8Array): Offer | null {
  if (datagram.byteLength > MAX_OFFER_BYTES) return null
  try {
    return Offer.safeParse(JSON.parse(Buffer.from(datagram).toString('utf8'))).data ?? null
  } catch {
    // No JSON; anybody on the network can send anything here.
    return null
  }
}
