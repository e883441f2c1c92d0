import { createSocket, type Socket } from 'node:dgram'
import { faultCode, faultText } from '@akari/node-kit'
import type { Faults } from '../faults.ts'
import { type OwnNetwork, ownNetwork } from './own-network.ts'

/** More than this in a second is a flood: the ear is closed for the rest of it. */
const MAX_PER_SECOND = 500
const SECOND_MS = 1_000

export type Multicast = {
  send: (datagram: Buffer) => void
  network: () => OwnNetwork
  /** Whether the ear was closed within the last second or two: what was said meanwhile is lost. */
  isFlooded: () => boolean
  close: () => void
}
export type MulticastDeps = {
  group: string
  port: number
  /** Own addresses to use; null: those of all cards but loopback. */
  addresses: readonly string[] | null
  heard: (datagram: Uint8Array, address: string) => void
  /** A network card got its address: who is there has not heard anything of this display yet. */
  appeared: () => void
  faults: Faults
}

/** Calls out to and listens on the local network alone (TTL 1; senders outside of the own subnets are not heard). */
export function startMulticast(deps: MulticastDeps): Multicast {
  const { group, faults } = deps
  const failed = (error: unknown) => faults.report('relay', faultText(error))
  const mouths = new Map<string, Socket>()
  let network = ownNetwork(deps.addresses)
  let ear: Socket | null = null
  let heardNow = 0
  let calmSeconds = 2

  const closeEar = () => {
    ear?.close()
    ear = null
  }
  const listen = () => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true })
    ear = socket
    socket.on('error', (error) => {
      failed(error)
      if (ear === socket) closeEar()
    })
    socket.on('message', (datagram, { address, port }) => {
      heardNow += 1
      if (heardNow > MAX_PER_SECOND) {
        faults.report('relay-flood', `more than ${MAX_PER_SECOND} datagrams in a second, the last from ${address}`)
        calmSeconds = 0
        if (ear === socket) closeEar()
        return
      }
      if (network.isNear(address) && !isOwn(address, port)) deps.heard(datagram, address)
    })
    socket.bind(deps.port, () => join(socket))
  }
  const isOwn = (address: string, port: number) => portOf(mouths.get(address)) === port
  /** Each time anew: a card that was away for a moment took its membership with it, and came back under the same address. */
  const join = (socket: Socket) => {
    // Before it is bound, a membership would bind it to any port.
    if (ear !== socket || portOf(socket) === null) return
    for (const address of mouths.keys()) {
      try {
        socket.addMembership(group, address)
      } catch (error) {
        if (faultCode(error) !== 'EADDRINUSE') failed(error)
      }
    }
  }
  const hush = (address: string, socket: Socket | undefined) => {
    if (socket === undefined || mouths.get(address) !== socket) return
    mouths.delete(address)
    socket.close()
  }
  const speakOn = (address: string) => {
    const socket = createSocket('udp4')
    mouths.set(address, socket)
    socket.on('error', (error) => {
      failed(error)
      hush(address, socket)
    })
    socket.bind(0, address, () => {
      socket.setMulticastTTL(1)
      socket.setMulticastInterface(address)
      deps.appeared()
    })
  }
  const look = () => {
    network = ownNetwork(deps.addresses)
    for (const [address, socket] of mouths) if (!network.addresses.includes(address)) hush(address, socket)
    for (const address of network.addresses) if (!mouths.has(address)) speakOn(address)
    if (ear !== null) join(ear)
  }
  const eachSecond = () => {
    heardNow = 0
    calmSeconds += 1
    if (ear === null) listen()
    look()
  }
  look()
  listen()
  const seconds = setInterval(eachSecond, SECOND_MS)
  return {
    network: () => network,
    isFlooded: () => calmSeconds < 2,
    send: (datagram) => {
      for (const [address, socket] of mouths)
        socket.send(datagram, deps.port, group, (error) => {
          if (error === null || mouths.get(address) !== socket) return
          failed(error)
          // Bound to a card that was replaced under the same address; the next look makes another.
          hush(address, socket)
        })
    },
    close: () => {
      clearInterval(seconds)
      closeEar()
      for (const socket of mouths.values()) socket.close()
      mouths.clear()
    },
  }
}

/** Null before it is bound. */
function portOf(socket: Socket | undefined): number | null {
  try {
    return socket?.address().port ?? null
  } catch {
    // EBADF from one that is not bound yet: nothing was said through it.
    return null
  }
}
