import {
  AlertDesk,
  AlertTemplate,
  ChannelDesk,
  CorrectAlert,
  EndAlert,
  IdParam,
  KeepAlert,
  RaiseAlert,
  TelegramResult,
} from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import type { AlertsService } from './alerts.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const pushes: Access = { who: 'staff', roles: ['admin', 'disaster'] }

export function addAlertRoutes(api: Api, alerts: AlertsService): void {
  const tag = 'alerts'
  api.add(
    {
      method: 'get',
      path: '/alerts/desk',
      tag,
      summary: '緊急表示の今と届き具合 / What is in force and who shows it',
      access: reads,
      response: AlertDesk,
    },
    () => alerts.desk(),
  )
  api.add(
    {
      method: 'get',
      path: '/alerts/templates',
      tag,
      summary: '用意された緊急表示 / Prepared alerts',
      access: reads,
      response: z.array(AlertTemplate),
    },
    () => [...alerts.templates()],
  )
  api.add(
    {
      method: 'post',
      path: '/alerts',
      tag,
      summary: '緊急表示・訓練を始める / Raise an alert or a drill',
      access: pushes,
      body: RaiseAlert,
      response: ChannelDesk,
      status: 201,
    },
    ({ actor, body }) => alerts.raise(actor, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/:id/end',
      tag,
      summary: '解除・取消 / Clear or cancel',
      access: pushes,
      params: IdParam,
      body: EndAlert,
      response: ChannelDesk,
    },
    ({ actor, params, body }) => alerts.end(actor, params.id, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/:id/correct',
      tag,
      summary: '訂正 / Put a prepared alert in the place of one that was wrong',
      access: pushes,
      params: IdParam,
      body: CorrectAlert,
      response: ChannelDesk,
    },
    ({ actor, params, body }) => alerts.correct(actor, params.id, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/:id/keep',
      tag,
      summary: 'まだ続いている / It still holds; ask again later',
      access: pushes,
      params: IdParam,
      body: KeepAlert,
      response: ChannelDesk,
    },
    ({ actor, params, body }) => alerts.keep(actor, params.id, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/telegrams',
      tag,
      summary: '電文を受け付ける(本文はXMLのまま) / Accept a telegram; the body is the raw XML',
      access: { who: 'token', scope: 'alerts:ingest' },
      response: TelegramResult,
    },
    ({ actor, req }) => {
      const body: unknown = req.body
      if (!(body instanceof Uint8Array) || body.length === 0)
        throw new AppError('telegram-refused', '本文がありません / empty body')
      return alerts.ingest(actor, body)
    },
  )
}
