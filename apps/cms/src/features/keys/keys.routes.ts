import { Channel, KeyManifest, SignedKeyManifest } from '@akari/protocol'
import { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'

type Deps = {
  envelope: () => SignedKeyManifest
  rotate: (actor: Actor, channel: Channel) => Promise<KeyManifest>
}

export function addKeyRoutes(api: Api, { envelope, rotate }: Deps): void {
  const tag = 'keys'
  api.add(
    {
      method: 'get',
      path: '/player/keys',
      tag,
      summary: '署名の鍵の一覧(CMS自身の鍵で署名) / Keys in force, signed by the CMS’s identity',
      access: { who: 'player' },
      response: SignedKeyManifest,
    },
    () => envelope(),
  )
  api.add(
    {
      method: 'post',
      path: '/keys/rotate',
      tag,
      summary: '署名の鍵を新しくする / A new key for one channel',
      access: { who: 'staff', roles: ['admin'] },
      body: z.object({ channel: Channel }),
      response: KeyManifest,
    },
    ({ actor, body }) => rotate(actor, body.channel),
  )
}
