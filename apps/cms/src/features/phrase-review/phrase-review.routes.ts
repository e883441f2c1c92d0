import {
  ConfirmPhrases,
  EndPhraseReport,
  LanguageInReview,
  LanguageParam,
  LanguageReview,
  PhraseReport,
  ReportParam,
  ReportPhrase,
  WithdrawPhrases,
} from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { PhraseReviewService } from './phrase-review.service.ts'

const reads: Access = { who: 'staff', roles: ALL_ROLES }
const decides: Access = { who: 'staff', roles: ['admin', 'disaster'] }
const tag = 'alerts'

export function addPhraseReviewRoutes(api: Api, review: PhraseReviewService): void {
  api.add(
    {
      method: 'get',
      path: '/phrases',
      tag,
      summary: '緊急の文の言語ごとの確認の様子 / Which languages of the emergency texts are confirmed, and what waits',
      access: reads,
      response: z.array(LanguageReview),
    },
    () => review.languages(),
  )
  api.add(
    {
      method: 'get',
      path: '/phrases/:language',
      tag,
      summary: '一つの言語の文・確認・指摘 / One language: its texts, confirmations and reports',
      access: reads,
      params: LanguageParam,
      response: LanguageInReview,
    },
    ({ params }) => review.language(params.language),
  )
  api.add(
    {
      method: 'post',
      path: '/phrases/:language/confirmations',
      tag,
      summary: '名前を添えて言語を確認する / Confirm a language by name',
      access: decides,
      params: LanguageParam,
      body: ConfirmPhrases,
      response: LanguageReview,
      status: 201,
    },
    ({ actor, params, body }) => review.confirm(actor, params.language, body),
  )
  api.add(
    {
      method: 'post',
      path: '/phrases/:language/withdrawals',
      tag,
      summary: '確認を取り消す / Withdraw the confirmation',
      access: decides,
      params: LanguageParam,
      body: WithdrawPhrases,
      response: LanguageReview,
      status: 201,
    },
    ({ actor, params, body }) => review.withdraw(actor, params.language, body),
  )
  addReportRoutes(api, review)
}

function addReportRoutes(api: Api, review: PhraseReviewService): void {
  api.add(
    {
      method: 'post',
      path: '/phrases/:language/reports',
      tag,
      summary: '文がおかしいと知らせる / Report a phrase as wrong',
      access: reads,
      params: LanguageParam,
      body: ReportPhrase,
      response: PhraseReport,
      status: 201,
    },
    ({ actor, params, body }) => review.report(actor, params.language, body),
  )
  api.add(
    {
      method: 'post',
      path: '/phrases/:language/reports/:id/end',
      tag,
      summary: '指摘を終える / Settle a report, or take it back',
      access: reads,
      params: ReportParam,
      body: EndPhraseReport,
      response: PhraseReport,
    },
    ({ actor, params, body }) => review.endReport(actor, params.language, params.id, body),
  )
}
