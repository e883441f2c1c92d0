import { join } from 'node:path'
import { Acknowledgement } from '@akari/protocol'
import { expect, it } from 'vitest'
import type { CmsSession } from '../cms/session.ts'
import { openOutbox } from '../outbox.ts'
import { temporaryFolder } from '../testing/agent-under-test.ts'
import { acknowledgements } from './acknowledgements.ts'

const shown: Acknowledgement = { kind: 'shown', channel: 'live', epoch: 1, revision: 7, at: '2026-10-01T09:00:00Z' }

it('asks to upload at once what went over the socket and was not confirmed', async () => {
  const path = join(await temporaryFolder(), 'acknowledgements.jsonl')
  const faults = { report: () => {}, clear: () => {}, active: () => [] }
  const outbox = await openOutbox({ path, schema: Acknowledgement, name: 'outbox', room: async () => false, faults })
  const answer = Promise.withResolvers<boolean>()
  const uploaded: unknown[] = []
  const session: Pick<CmsSession, 'request'> = {
    request: async (_path, options) => {
      uploaded.push(options.body)
      return { state: 'answered', server: 'here', status: 204, etag: null, body: null }
    },
  }
  const asked = Promise.withResolvers<void>()
  const acks = acknowledgements({
    outbox,
    session,
    emit: () => answer.promise,
    unconfirmed: asked.resolve,
    failed: asked.reject,
  })
  acks.send(shown)
  await acks.flush(new AbortController().signal)
  expect(uploaded).toEqual([])
  answer.resolve(false)
  await asked.promise
  await acks.flush(new AbortController().signal)
  expect(uploaded).toEqual([[shown]])
  expect(outbox.pending()).toEqual([])
})
