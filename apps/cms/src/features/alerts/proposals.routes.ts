import {
  BreakGlass,
  ChannelDesk,
  DeskMessage,
  DeskPreview,
  IdParam,
  NewProposal,
  Proposal,
  ProposalComment,
  Proposals,
} from '@akari/protocol'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { BrokenGlassService } from './broken-glass.service.ts'
import type { ProposalsService } from './proposals.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const pushes: Access = { who: 'staff', roles: ['admin', 'disaster'] }
const administers: Access = { who: 'staff', roles: ['admin'] }

/** Free text and orders of the city: proposed, confirmed, or sent out by one person alone. */
export function addProposalRoutes(api: Api, proposals: ProposalsService, glass: BrokenGlassService): void {
  const tag = 'alerts'
  const params = IdParam
  api.add(
    {
      method: 'post',
      path: '/alerts/previews',
      tag,
      summary: '画面にどう出るか / What the glass would show of a message',
      access: pushes,
      body: DeskMessage,
      response: DeskPreview,
    },
    ({ actor, body }) => proposals.preview(actor, body),
  )
  api.add(
    {
      method: 'get',
      path: '/alerts/proposals',
      tag,
      summary: '確認待ち / What waits for a second person',
      access: reads,
      response: Proposals,
    },
    async ({ actor }) => ({ proposals: await proposals.list(actor), brokenGlass: await glass.open() }),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/proposals',
      tag,
      summary: '確認を求める / Propose a message to a second person',
      access: pushes,
      body: NewProposal,
      response: Proposal,
      status: 201,
    },
    ({ actor, body }) => proposals.propose(actor, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/proposals/:id/confirm',
      tag,
      summary: '確認して出す / Confirm and raise',
      access: pushes,
      params,
      response: ChannelDesk,
    },
    ({ actor, params: { id } }) => proposals.confirm(actor, id),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/proposals/:id/withdraw',
      tag,
      summary: '取り下げる / Take back one’s own proposal',
      access: pushes,
      params,
    },
    async ({ actor, params: { id } }) => {
      await proposals.withdraw(actor, id)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/proposals/:id/return',
      tag,
      summary: '差し戻す / Send back with a comment',
      access: pushes,
      params,
      body: ProposalComment,
    },
    async ({ actor, params: { id }, body }) => {
      await proposals.sendBack(actor, id, body.comment)
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/break-glass',
      tag,
      summary: '一人で出す(理由つき) / Send out alone, with a reason',
      access: pushes,
      body: BreakGlass,
      response: ChannelDesk,
      status: 201,
    },
    ({ actor, body }) => glass.breakGlass(actor, body),
  )
  api.add(
    {
      method: 'post',
      path: '/alerts/:id/acknowledge-break-glass',
      tag,
      summary: '一人で出したことを確認した / Acknowledge what was sent out alone',
      access: administers,
      params,
    },
    async ({ actor, params: { id } }) => {
      await glass.acknowledge(actor, id)
      return undefined
    },
  )
}
