import { createSocket, type Socket } from 'node:dgram'
import { BlockList } from 'node:net'
import { networkInterfaces } from 'node:os'
import { faultText } from '@akari/node-kit'
import type { Faults } from '../faults.ts'

/** More than this in a second is a flood: the ear is closed for a second. */
const MAX_PER_SECOND = 500
const SECOND_MS = 1_000
/** Network cards come and go, and get their address late. */
const LOOK_AGAIN_MS = 5_000

export type Multicast = { send: (datagram: Buffer) => void; close: () => Promise<void> }
export type MulticastDeps = {
  group: string
  port: number
  /** Own addresses to use; null: those of all cards but loopback. */
  addresses: readonly string[] | null
  heard: (datagram: Uint8Array, address: string) => void
  faults: Faults
}

/** Calls out to and listens on the local network alone (TTL 1; senders outside of the own subnets are not heard). */
export function startMulticast(deps: MulticastDeps): Multicast {
  const { group, faults } = deps
  const failed = (error: unknown) => faults.report('relay', faultText(error))
  const mouths = new Map<string, Socket>()
  const joined = new Set<string>()
  let near = new BlockList()
  let ear: Socket | null = null
  let heardNow = 0

  const closeEar = () => {
    ear?.close()
    ear = null
    joined.clear()
  }
  const listen = () => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true })
    ear = socket
    socket.on('error', (error) => {
      failed(error)
      if (ear === socket) closeEar()
    })
    socket.on('message', (datagram, { address }) => {
      heardNow += 1
      if (heardNow > MAX_PER_SECOND) {
        faults.report('relay-flood', `more than ${MAX_PER_SECOND} datagrams in a second, the last from ${address}`)
        if (ear === socket) closeEar()
        return
      }
      if (near.check(address)) deps.heard(datagram, address)
    })
    socket.bind(deps.port, () => join(socket))
  }
  const join = (socket: Socket) => {
    if (ear !== socket) return
    for (const address of mouths.keys()) {
      if (joined.has(address)) continue
      try {
        socket.addMembership(group, address)
        joined.add(address)
      } catch (error) {
        failed(error)
      }
    }
  }
  const speakOn = (address: string) => {
    const socket = createSocket('udp4')
    const end = () => {
      if (mouths.get(address) !== socket) return
      mouths.delete(address)
      joined.delete(address)
      socket.close()
    }
    mouths.set(address, socket)
    socket.on('error', (error) => {
      failed(error)
      end()
    })
    socket.bind(0, address, () => {
      socket.setMulticastTTL(1)
      socket.setMulticastInterface(address)
    })
  }
  const look = () => {
    const own = ownAddresses(deps.addresses)
    near = new BlockList()
    for (const { address, prefix } of own) near.addSubnet(address, prefix, 'ipv4')
    for (const [address, socket] of mouths) {
      if (own.some((one) => one.address === address)) continue
      mouths.delete(address)
      joined.delete(address)
      socket.close()
    }
    for (const { address } of own) if (!mouths.has(address)) speakOn(address)
    if (ear !== null) join(ear)
  }
  const eachSecond = () => {
    heardNow = 0
    if (ear === null) listen()
  }
  look()
  listen()
  const looking = setInterval(look, LOOK_AGAIN_MS)
  const seconds = setInterval(eachSecond, SECOND_MS)
  return {
    send: (datagram) => {
      for (const socket of mouths.values())
        socket.send(datagram, deps.port, group, (error) => {
          if (error !== null) failed(error)
        })
    },
    close: async () => {
      clearInterval(looking)
      clearInterval(seconds)
      closeEar()
      for (const socket of mouths.values()) socket.close()
      mouths.clear()
    },
  }
}

function ownAddresses(wanted: readonly string[] | null): { address: string; prefix: number }[] {
  return Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ family }) => family === 'IPv4')
    .filter(({ address, internal }) => (wanted === null ? !internal : wanted.includes(address)))
    .map(({ address, cidr }) => ({ address, prefix: Number(cidr?.split('/')[1] ?? 32) }))
}
