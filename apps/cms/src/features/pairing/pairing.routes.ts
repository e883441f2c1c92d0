import {
  ClaimCode,
  ConfirmClaim,
  DisplayView,
  IdParam,
  PairingClaim,
  PairingOffer,
  PairingProgress,
  PairingRequest,
  PairingReveal,
} from '@akari/protocol'
import { type Access, EDITORS } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { bearerOf } from '../../http/secrets.ts'
import type { PairingService } from './pairing.service.ts'

const anyone: Access = { who: 'anyone' }
const writes: Access = { who: 'staff', roles: EDITORS }

export function addPairingRoutes(api: Api, pairing: PairingService): void {
  const tag = 'pairing'
  api.add(
    {
      method: 'post',
      path: '/pairing/requests',
      tag,
      summary: '端末がコードを求める / A player asks for a code',
      access: anyone,
      body: PairingRequest,
      response: PairingOffer,
      status: 201,
    },
    ({ actor, body }) => pairing.request(actor.ip, body),
  )
  api.add(
    {
      method: 'post',
      path: '/pairing/requests/:id/reveal',
      tag,
      summary: '端末が秘密の数を明かす / The player reveals its nonce',
      access: anyone,
      params: IdParam,
      body: PairingReveal,
    },
    async ({ params, body, req }) => {
      await pairing.reveal(params.id, bearerOf(req.headers.authorization), body.nonce)
      return undefined
    },
  )
  api.add(
    {
      method: 'get',
      path: '/pairing/requests/:id',
      tag,
      summary: '登録の進み具合 / How far pairing is',
      access: anyone,
      params: IdParam,
      response: PairingProgress,
    },
    ({ params, req }) => pairing.progress(params.id, bearerOf(req.headers.authorization)),
  )
  api.add(
    {
      method: 'post',
      path: '/pairing/claims',
      tag,
      summary: '画面のコードを入れる / Enter the code of a screen',
      access: writes,
      body: ClaimCode,
      response: PairingClaim,
      status: 201,
    },
    ({ actor, body }) => pairing.claim(actor, body.code),
  )
  api.add(
    {
      method: 'post',
      path: '/pairing/claims/:id/confirm',
      tag,
      summary: '6桁が同じと確かめて登録 / Confirm that the digits agree',
      access: writes,
      params: IdParam,
      body: ConfirmClaim,
      response: DisplayView,
    },
    ({ actor, params, body }) => pairing.confirm(actor, params.id, body),
  )
  api.add(
    {
      method: 'delete',
      path: '/pairing/claims/:id',
      tag,
      summary: '6桁が違うので断る / Refuse: the digits differ',
      access: writes,
      params: IdParam,
    },
    async ({ params }) => {
      await pairing.refuse(params.id)
      return undefined
    },
  )
}
