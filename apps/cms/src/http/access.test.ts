import { expect, it } from 'vitest'
import { startCms } from '../testing/running-cms.ts'

const OPEN = new Set([
  'post /api/session',
  'delete /api/session',
  'post /api/pairing/requests',
  'post /api/pairing/requests/{id}/reveal',
  'get /api/pairing/requests/{id}',
  'post /api/player/challenge',
  'post /api/player/session',
])

type Document = { paths: Record<string, Record<string, { security: unknown[] }>> }

it('answers nobody without a session, on every route of the document but the few that are meant to be open', async () => {
  const cms = await startCms()
  const document = (await cms.call('GET', '/api/openapi.json')).body as Document
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ path, method })),
  )
  expect(routes.length).toBeGreaterThan(30)
  for (const { path, method } of routes) {
    const answer = await cms.call(
      method.toUpperCase(),
      path.replaceAll(/\{\w+\}/g, 'x'),
      method === 'get' ? {} : { body: {} },
    )
    if (OPEN.has(`${method} ${path}`)) expect.soft(answer.status, `${method} ${path}`).not.toBe(500)
    else expect.soft(answer.status, `${method} ${path}`).toBe(401)
  }
})

it('sends strict headers and loads nothing from elsewhere', async () => {
  const cms = await startCms()
  const answer = await cms.call('GET', '/api/docs')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(policy).not.toMatch(/https?:/)
  expect(String(answer.body)).not.toMatch(/https?:\/\//)
  expect(answer.headers.get('strict-transport-security')).toBeNull()
})

it('answers broken JSON and unknown paths with problem documents, in the language of the caller', async () => {
  const cms = await startCms()
  const broken = await fetch(`${cms.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: '{',
  })
  expect(broken.status).toBe(400)
  expect(broken.headers.get('content-type')).toContain('application/problem+json')
  expect(await broken.json()).toMatchObject({ code: 'malformed', title: 'The request is not valid' })
  expect((await cms.call('GET', '/api/none')).body).toMatchObject({ status: 404, title: '見つかりません / Not found' })
})

it('opens /metrics to the machine itself, not to passers-by', async () => {
  const cms = await startCms()
  expect((await cms.call('GET', '/metrics')).status).toBe(401)
  const answer = await cms.call('GET', '/metrics', { as: cms.local })
  expect(String(answer.body)).toContain('akari_alert_states_broadcast_total')
})
