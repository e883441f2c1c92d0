import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { AddressRefused } from './guard-error.ts'

/** Everything that is not the public internet (IANA special-purpose registries), and IPv6 forms that hide an IPv4 address. */
const RESERVED: readonly (readonly [network: string, bits: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  // Of IPv6 only 2000::/3 is the internet (RFC 4291 §2.4): ::1, mapped and translated IPv4, fc00::/7, fe80::/10 are all beyond it.
  ['::', 3, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
]

// One list each: BlockList matches plain IPv4 addresses against ::ffff:0:0/96, too.
const reserved = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, bits, family] of RESERVED) reserved[family].addSubnet(network, bits, family)

/** Is this address outside the public internet? What is no address at all counts as such. */
export function isPrivateAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return reserved.ipv4.check(address, 'ipv4')
    case 6:
      return reserved.ipv6.check(address, 'ipv6')
    default:
      return true
  }
}

/** The host of a URL as an address, or null where it is a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) === 0 ? null : host
}

/** The host of a URL as it is compared: a full name (RFC 1034 §3.1) is the same without its last dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/\.$/, '')
}

/** Hosts as somebody wrote them, the way `hostOf` has them: lower case, punycode, IPv6 in brackets. Throws where one is none. */
export function namedHosts(names: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(names, (name) => hostOf(new URL(`http://${isIP(name) === 6 ? `[${name}]` : name}`))))
}

/**
 * Resolves names to public addresses only. The connection goes to the very address that was judged, so that a name that
 * changes its mind in between (DNS rebinding) gains nothing.
 */
export function publicLookup(resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (err, addresses) => {
      if (err !== null) return callback(err, '')
      const [first] = addresses
      if (first === undefined) return callback(new Error(`${hostname} has no address`), '')
      const inside = addresses.find(({ address }) => isPrivateAddress(address))
      if (inside !== undefined) {
        const why = `${hostname} leads to the private address ${inside.address}`
        return callback(new AddressRefused(why, hostname.replace(/\.$/, '')), '')
      }
      if (options.all === true) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
