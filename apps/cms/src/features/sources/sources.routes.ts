import { AcknowledgeNotice, ExternalTrigger, ExternalTriggerResult, SourcesDesk, TelegramResult } from '@akari/protocol'
import { type Access, type Actor, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import texts from './sources.texts.json' with { type: 'json' }

const machine: Access = { who: 'token', scope: 'alerts:ingest' }

type Deps = {
  desk: () => SourcesDesk
  acknowledge: (actor: Actor, id: string) => Promise<SourcesDesk>
  takeCap: (actor: Actor, bytes: Uint8Array) => Promise<TelegramResult>
  trigger: (actor: Actor, input: ExternalTrigger) => Promise<ExternalTriggerResult>
}

export function addSourceRoutes(api: Api, { desk, acknowledge, takeCap, trigger }: Deps): void {
  const tag = 'alerts'
  api.add(
    {
      method: 'get',
      path: '/alerts/sources',
      tag,
      summary: '情報源の状態 / How the sources of emergency information are',
      access: { who: 'staff', roles: ALL_ROLES },
      response: SourcesDesk,
    },
    desk,
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/sources/acknowledged',
      tag,
      summary: '保留・拒否された電文を確認した / A person knows of a held or refused message',
      access: { who: 'staff', roles: ['admin', 'disaster'] },
      body: AcknowledgeNotice,
      response: SourcesDesk,
    },
    ({ actor, body }) => acknowledge(actor, body.id),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/cap',
      tag,
      summary: 'CAPを受け付ける(本文はXMLのまま) / Accept a CAP message; the body is the raw XML',
      access: machine,
      response: TelegramResult,
    },
    ({ actor, req }) => {
      const body: unknown = req.body
      if (!(body instanceof Uint8Array) || body.length === 0) {
        throw new AppError('telegram-refused', sentence(texts.empty))
      }
      return takeCap(actor, body)
    },
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/external-trigger',
      tag,
      summary:
        '受信機の接点出力などで緊急表示を始める / Raise an alert by the contact of a receiver (J-ALERT, for one)',
      access: machine,
      body: ExternalTrigger,
      response: ExternalTriggerResult,
    },
    ({ actor, body }) => trigger(actor, body),
  )
}
