import { createKeyPair, type KeyPair, signBytes } from '@akari/node-kit'
import { AlertState, type FromPlayer, loginTranscript, PlayerSession, type ToPlayer } from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'
import { z } from 'zod'
import { openDatabases } from '../../apps/cms/src/db/database.ts'
import { displaysStore } from '../../apps/cms/src/features/displays/displays.store.ts'
import { LOBBY_PROFILE } from '../support/city-hall.ts'

export type SimulatedDisplay = { id: string; keys: KeyPair }

/** Puts paired displays straight into the database of a CMS that is not running: pairing hundreds by code takes minutes. */
export async function seedDisplays(dataDir: string, count: number): Promise<SimulatedDisplay[]> {
  const databases = await openDatabases({ dataDir, databaseUrl: null })
  const store = displaysStore(databases.main)
  const displays = Array.from({ length: count }, (_, i) => ({ id: `simulated-${i + 1}`, keys: createKeyPair() }))
  const at = new Date().toISOString()
  for (const { id, keys } of displays) {
    await store.insert({
      id,
      profile: { ...LOBBY_PROFILE, name: id },
      groups: [],
      defaultPlaylistId: null,
      publicKey: keys.publicKey,
      pairedAt: at,
      lastSeenAt: null,
      health: null,
      createdAt: at,
    })
  }
  await databases.close()
  return displays
}

/** Signs in and connects; answers every live state, and tells when the CMS has stored the answer. */
export async function connectSimulated(
  cmsUrl: string,
  cmsIdentity: string,
  display: SimulatedDisplay,
  onStored: (revision: number, atMs: number) => void,
): Promise<Socket<ToPlayer, FromPlayer>> {
  const token = await signIn(cmsUrl, cmsIdentity, display)
  const socket: Socket<ToPlayer, FromPlayer> = io(`${cmsUrl}/player`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  })
  socket.on('alert.state', (envelope) => {
    // Simulated displays only echo; verifying fifty signatures on the same two cores would measure them, not the CMS.
    const { channel, epoch, revision } = AlertState.pick({ channel: true, epoch: true, revision: true }).parse(
      JSON.parse(envelope.payload),
    )
    if (channel !== 'live') return
    const at = new Date().toISOString()
    socket.emit('alert.acknowledged', { kind: 'received', channel, epoch, revision, saved: true, at }, () =>
      onStored(revision, performance.now()),
    )
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function signIn(cmsUrl: string, cmsIdentity: string, { id, keys }: SimulatedDisplay): Promise<string> {
  const asked = z.object({ challenge: z.string() }).parse(await post(cmsUrl, '/player/challenge', { displayId: id }))
  const signature = signBytes(loginTranscript(id, asked.challenge, cmsIdentity), keys.privateKey)
  return PlayerSession.parse(
    await post(cmsUrl, '/player/session', { displayId: id, challenge: asked.challenge, signature }),
  ).token
}

async function post(cmsUrl: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${cmsUrl}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
