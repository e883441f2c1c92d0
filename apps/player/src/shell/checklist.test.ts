import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = import.meta.dirname
const sources = globSync('*.ts', { cwd: folder })
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const code = sources.join('\n')

/** What Electron's security checklist (items 10, 15, 17, 18, 20) warns of; the shell has no use for any of it. */
it.each([
  'enableBlinkFeatures',
  'openExternal',
  'ipcMain',
  'ipcRenderer',
  'exposeInMainWorld',
  'protocol.handle',
  'registerFileProtocol',
  'registerSchemesAsPrivileged',
  'loadFile',
  'openDevTools',
  'disable-web-security',
  'ignore-certificate-errors',
])('the shell never says %s', (word) => {
  expect(code).toContain('BrowserWindow')
  expect(code).not.toContain(word)
})

it('hears of every way in which its page can be lost', () => {
  for (const event of ['render-process-gone', 'child-process-gone', 'unresponsive', 'did-fail-load'])
    expect(code).toContain(`'${event}'`)
})
