import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { node, type Running, startProcess } from '../support/processes.ts'
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts'
import { upload } from '../support/upload.ts'

const root = join(import.meta.dirname, '..', '..')
const poster = join(root, 'content-samples', 'media', 'festival.landscape.ja.webp')

let folder: TemporaryFolder
let cms: Running | undefined
let url: string

/** A release far from the workspace: what it needs and did not bring along, it cannot find. */
beforeAll(async () => {
  folder = await temporaryFolder('release')
  await promisify(execFile)(node, [join(root, 'scripts', 'build.ts'), '--out', folder.path], { cwd: root })
  cms = await startProcess({
    arguments: [join(folder.path, 'cms', 'main.js')],
    cwd: folder.path,
    env: { PORT: '0', AKARI_DATA: join(folder.path, 'data'), AKARI_LOG: 'warn', AKARI_SEED: 'sample' },
    ready: /Akari CMS (\S+)\n[^]*administrator: (\S+) {2}(\S+)\n/,
    limitMs: 90_000,
  })
  url = cms.readyLine[1] ?? ''
}, 180_000)

afterAll(async () => {
  await cms?.stop()
  await folder.remove()
})

test.each(['/healthz', '/', '/api/openapi.json', '/api/docs', '/api/docs/swagger-ui-bundle.js'])(
  'the released server answers %s',
  async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(200)
  },
)

test('the first administrator can sign in to the released server', async () => {
  const [, , username, password] = cms?.readyLine ?? []
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  })
  expect(answer.ok).toBe(true)
})

test('the released server decodes an uploaded picture', async () => {
  const file = { body: await readFile(poster), mediaType: 'image/webp', filename: 'festival.webp', title: '祭り' }
  expect(await upload(join(folder.path, 'data'), file)).toMatch(/\S/)
})

test('the released command line lists the displays of the sample city hall', async () => {
  const cli = join(folder.path, 'cms', 'akari.js')
  const { stdout } = await promisify(execFile)(node, [
    cli,
    'displays',
    'list',
    '--json',
    '--data',
    join(folder.path, 'data'),
  ])
  expect(stdout).toContain('1階ロビー')
  expect(JSON.parse(stdout)).not.toEqual([])
})

test('the released agent shows a pairing code of the released server', async () => {
  const agent = await startProcess({
    arguments: [join(folder.path, 'agent', 'main.js')],
    cwd: folder.path,
    env: {
      AKARI_CMS_URLS: url,
      AKARI_AGENT_DATA: join(folder.path, 'player'),
      AKARI_AGENT_PORT: '0',
      AKARI_RELAY: 'off',
    },
    ready: /"url":"(http:[^"]+)"/,
  })
  try {
    const origin = agent.readyLine[1] ?? ''
    expect(await (await fetch(`${origin}/`)).text()).toContain('<script')
    await expect
      .poll(async () => (await (await fetch(`${origin}/state`)).json()).pairing, { timeout: 10_000 })
      .toMatchObject({ state: 'waiting', code: expect.stringMatching(/^\w{8}$/) })
  } finally {
    await agent.stop()
  }
})

test('the released kiosk browser shows the released agent, and no other machine', async () => {
  const kiosk = join(folder.path, 'agent', 'kiosk.js')
  const elsewhere = promisify(execFile)(node, [kiosk], {
    env: { ...process.env, AKARI_SCREEN_URL: 'http://192.0.2.1' },
  })
  await expect(elsewhere).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('AKARI_SCREEN_URL') })
  const agent = await startProcess({
    arguments: [join(folder.path, 'agent', 'main.js')],
    cwd: folder.path,
    env: {
      AKARI_CMS_URLS: url,
      AKARI_AGENT_DATA: join(folder.path, 'player-2'),
      AKARI_AGENT_PORT: '0',
      AKARI_RELAY: 'off',
    },
    ready: /"url":"(http:[^"]+)"/,
  })
  const browser = await startProcess({
    arguments: [kiosk],
    cwd: folder.path,
    env: {
      AKARI_SCREEN_URL: agent.readyLine[1] ?? '',
      AKARI_CHROMIUM: await chromiumPath(),
      AKARI_CHROMIUM_FLAGS: '--headless=new',
      AKARI_KIOSK_DATA: join(folder.path, 'browser'),
    },
    ready: /browser started/,
  })
  await agent.stop()
  expect(await browser.stop()).toBe(0)
})

test('the release carries the recipes for a display, which install it', async () => {
  const image = join(folder.path, 'image')
  const recipe = join(folder.path, 'kiosk-images', 'install.sh')
  await promisify(execFile)('sh', [recipe, 'player', folder.path, node], { env: { ...process.env, DESTDIR: image } })
  const agent = await startProcess({
    arguments: [join(image, 'opt/akari/agent/main.js')],
    env: {
      AKARI_CMS_URLS: url,
      AKARI_AGENT_DATA: join(folder.path, 'player-3'),
      AKARI_AGENT_PORT: '0',
      AKARI_RELAY: 'off',
    },
    ready: /"url":"(http:[^"]+)"/,
  })
  expect(await agent.stop()).toBe(0)
})
