import { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'

/** This device's own IPv4 addresses that take part, and who is in their networks. */
export type OwnNetwork = { addresses: readonly string[]; isNear: (address: string) => boolean }

/** As it is now: cards come and go. `wanted`: own addresses to use; null: those of all cards but loopback. */
export function ownNetwork(wanted: readonly string[] | null): OwnNetwork {
  const own = Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family }) => family === 'IPv4')
    .filter(({ address, internal }) => (wanted === null ? !internal : wanted.includes(address)))
  const near = new BlockList()
  for (const { address, cidr } of own) near.addSubnet(address, Number(cidr?.split('/')[1] ?? 32), 'ipv4')
  return { addresses: own.map(({ address }) => address), isNear: (address) => near.check(address) }
}
