import { createLogger } from '@akari/node-kit'
import { HostReport, type HostTask } from '@akari/protocol'
import { expect, test } from 'vitest'
import { type GlassHands, serveGlass } from './serve-glass.ts'

const log = createLogger('test', { level: 'silent' })
const common = { agentOrigin: 'http://127.0.0.1:1', mostPx: 1280, log }

/** An agent that gives these tasks one after the other, then holds every further question. */
function agent(tasks: readonly (HostTask | null)[]) {
  const reports: HostReport['result'][] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    expect(url).toBe('http://127.0.0.1:1/host')
    reports.push(HostReport.parse(JSON.parse(await new Response(init?.body ?? null).text())).result)
    const task = tasks[reports.length - 1]
    if (task !== undefined) return Response.json({ task })
    return new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  return { reports, fetch }
}

test('does what the agent asks and gives it back, picture by picture', async () => {
  const { reports, fetch } = agent(['picture', null, 'reload'])
  const sizes: number[] = []
  const hands: GlassHands = {
    picture: async (mostPx) => {
      sizes.push(mostPx)
      return Buffer.from('jpeg')
    },
    reload: async () => {},
  }
  const serving = serveGlass({ ...common, hands, fetch })
  await expect.poll(() => reports).toHaveLength(4)
  expect(reports).toEqual([null, { task: 'picture', jpeg: 'anBlZw==' }, null, { task: 'reload' }])
  expect(sizes).toEqual([1280])
  await serving.close()
})

test('says why it could not, and goes on', async () => {
  const { reports, fetch } = agent(['reload', null])
  const gone = () => Promise.reject(new Error('the browser is not running'))
  const serving = serveGlass({ ...common, hands: { picture: gone, reload: gone }, fetch })
  await expect.poll(() => reports).toHaveLength(3)
  expect(reports[1]).toEqual({ task: 'failed', why: 'the browser is not running' })
  await serving.close()
})
