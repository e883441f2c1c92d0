import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, test } from '@playwright/test'
import { electronBinary, hasDesktop, shellArguments } from '../../scripts/electron.ts'
import { sentence } from '../../scripts/messages.mjs'
import { type Service, startAgentProcess } from '../support/city-hall.ts'
import { type TemporaryFolder, temporaryFolder } from '../support/temporary-folder.ts'

const root = join(import.meta.dirname, '..', '..')
const electron = electronBinary(root)

test.skip(electron === null, sentence('electronNeeded'))
test.skip(!hasDesktop(), sentence('desktopNeeded'))

let folder: TemporaryFolder
let agent: Service | null
let agentUrl: string
let shell: ElectronApplication

test.beforeEach(async () => {
  folder = await temporaryFolder('electron')
  agentUrl = `http://127.0.0.1:${await freePort()}`
  agent = null
  shell = await _electron.launch({
    executablePath: electron ?? '',
    args: shellArguments(root),
    env: {
      ...process.env,
      AKARI_SCREEN_URL: agentUrl,
      AKARI_SHELL_SUPERVISED: '1',
      XDG_CONFIG_HOME: folder.path,
    },
  })
})

test.afterEach(async () => {
  await shell.close()
  await agent?.process.stop()
  await folder.remove()
})

test('the built-in page stands in for the agent, and the screen replaces it within three seconds', async () => {
  const page = await shell.firstWindow()
  await expect(page.getByText('申し訳ありません')).toBeVisible()
  await startAgent()
  await expect.poll(addressOnGlass, { timeout: 3_000 }).toBe(`${agentUrl}/`)
  await expect(page.getByTestId('glass')).toBeVisible()
})

test('the window covers a monitor, without a frame or a menu', async () => {
  await shell.firstWindow()
  const window = await shell.evaluate(({ BrowserWindow, Menu, screen }) => {
    const [only, ...others] = BrowserWindow.getAllWindows()
    return {
      others: others.length,
      kiosk: only?.isKiosk(),
      bounds: only?.getBounds(),
      monitor: screen.getPrimaryDisplay().bounds,
      menu: Menu.getApplicationMenu(),
    }
  })
  expect(window).toMatchObject({ others: 0, kiosk: true, bounds: window.monitor, menu: null })
})

test('the page can neither leave, open a window, reach another server, nor ask for anything', async () => {
  const stranger = await countingServer()
  await startAgent()
  await expect.poll(addressOnGlass).toBe(`${agentUrl}/`)
  const page = await shell.firstWindow()
  const tried = await page.evaluate(async (elsewhere) => {
    const opened = window.open(elsewhere) !== null
    await fetch(elsewhere, { mode: 'no-cors' }).catch(() => null)
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    const node = 'require' in window || 'process' in window
    window.location.href = elsewhere
    return { opened, state, node }
  }, stranger.url)
  expect(tried).toEqual({ opened: false, state: 'denied', node: false })
  await page.waitForTimeout(500)
  expect(await addressOnGlass()).toBe(`${agentUrl}/`)
  expect(stranger.hits()).toBe(0)
  expect(shell.windows()).toHaveLength(1)
  stranger.close()
})

test('a renderer that dies is replaced within two seconds', async () => {
  await startAgent()
  await expect.poll(addressOnGlass).toBe(`${agentUrl}/`)
  const before = await rendererOnGlass()
  await shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect
    .poll(
      async () => {
        const now = await rendererOnGlass()
        return now.pid !== before.pid && !now.crashed && !now.loading
      },
      { timeout: 2_000 },
    )
    .toBe(true)
})

async function startAgent(): Promise<void> {
  // Nobody listens on the port of «discard»: the agent comes up without a CMS, as it must.
  agent = await startAgentProcess(folder.path, 'http://127.0.0.1:9', Number(new URL(agentUrl).port))
}

function addressOnGlass(): Promise<string | undefined> {
  return shell.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
}

function rendererOnGlass() {
  return shell.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return { pid: contents?.getOSProcessId(), crashed: contents?.isCrashed(), loading: contents?.isLoading() }
  })
}

/** A server that anybody may reach, and that tells how often somebody did. */
async function countingServer() {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.end()
  })
  const port = await listening(server)
  return { url: `http://127.0.0.1:${port}/`, hits: () => hits, close: () => server.close() }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
}
