import { Acknowledgement, DisplayHealth, Id, PlayerLogin, PlayerSession, SignedAlertState } from '@akari/protocol'
import { z } from 'zod'
import type { Access } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { playerOf } from '../../http/player-of.ts'
import type { PlayersService } from './players.service.ts'

const anyone: Access = { who: 'anyone' }
const player: Access = { who: 'player' }

type Deps = {
  players: PlayersService
  envelopes: () => { live: SignedAlertState; drill: SignedAlertState }
  acknowledged: (displayId: string, acknowledgements: readonly Acknowledgement[]) => Promise<void>
  reported: (displayId: string, health: DisplayHealth) => void
}

/** What a player asks over HTTP: the fallback for everything that the socket does, and the truth behind it. */
export function addPlayerRoutes(api: Api, { players, envelopes, acknowledged, reported }: Deps): void {
  const tag = 'player'
  api.add(
    {
      method: 'post',
      path: '/player/challenge',
      tag,
      summary: '端末の認証(問い) / Challenge',
      access: anyone,
      body: z.object({ displayId: Id }),
      response: z.object({ challenge: z.string() }),
    },
    ({ actor, body }) => players.challenge(actor.ip, body.displayId),
  )
  api.add(
    {
      method: 'post',
      path: '/player/session',
      tag,
      summary: '端末の認証(答え) / Sign in with a signature',
      access: anyone,
      body: PlayerLogin,
      response: PlayerSession,
      status: 201,
    },
    ({ body }) => players.login(body),
  )
  api.add(
    {
      method: 'get',
      path: '/player/alerts',
      tag,
      summary: '署名された緊急表示の状態 / Signed alert states',
      access: player,
      response: z.object({ live: SignedAlertState, drill: SignedAlertState }),
    },
    () => envelopes(),
  )
  api.add(
    {
      method: 'post',
      path: '/player/acknowledgements',
      tag,
      summary: '受信・表示の報告 / Acknowledge',
      access: player,
      body: z.array(Acknowledgement).max(1000),
    },
    async ({ actor, body }) => {
      await acknowledged(playerOf(actor).displayId, body)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/player/health',
      tag,
      summary: '端末の様子の報告 / Report health',
      access: player,
      body: DisplayHealth,
    },
    ({ actor, body }) => {
      reported(playerOf(actor).displayId, body)
      return undefined
    },
  )
}
