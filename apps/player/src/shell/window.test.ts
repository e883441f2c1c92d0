import { EventEmitter } from 'node:events'
import type { BrowserWindow, Display, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Happening } from '../host/watchdog.ts'
import { chooseDisplay, glassOf, holdInPlace, kioskWindow } from './window.ts'

const origin = 'http://127.0.0.1:8090'
const at = (x: number, y = 0) => ({ bounds: { x, y, width: 1920, height: 1080 } }) as Display

describe('chooseDisplay', () => {
  const [left, middle, right] = [at(-1920), at(0), at(1920)] as const
  const plugged = [right, left, middle]

  it('takes the primary monitor unless told otherwise', () => {
    expect(chooseDisplay(plugged, middle, null)).toBe(middle)
  })
  it('counts from the left, whatever the order in which they were plugged in', () => {
    expect([0, 1, 2].map((wanted) => chooseDisplay(plugged, middle, wanted))).toEqual([left, middle, right])
  })
  it('falls back to the primary one while the wanted one is away', () => {
    expect(chooseDisplay([middle], middle, 2)).toBe(middle)
  })
})

describe('kioskWindow', () => {
  const options = kioskWindow(at(1920), {} as Session, '/shell/preload.cjs')

  it('covers its monitor with paper and nothing around it', () => {
    expect(options).toMatchObject({
      x: 1920,
      y: 0,
      kiosk: true,
      fullscreen: true,
      frame: false,
      backgroundColor: '#FAF8F4',
    })
  })
  it('gives the page no powers', () => {
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
      disableDialogs: true,
      navigateOnDragDrop: false,
    })
    expect(options.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })
})

describe('glassOf', () => {
  /** As `app.getAppMetrics()` has it, memory in KiB. */
  const process = (pid: number, type: 'Tab' | 'GPU' | 'Browser', workingSetSize: number) => ({
    pid,
    type,
    memory: { workingSetSize, peakWorkingSetSize: workingSetSize },
  })

  function setUp() {
    const done: string[] = []
    const heard: Happening[] = []
    let url = ''
    const contents = Object.assign(new EventEmitter(), {
      loadURL: async (wanted: string) => {
        done.push(wanted)
        url = wanted
        throw new Error('ERR_CONNECTION_REFUSED')
      },
      getURL: () => url,
      getOSProcessId: () => 42,
      executeJavaScript: async (script: string) => (script === '1' ? 1 : { life: 1, painted: 3, quiet: true }),
      navigationHistory: { clear: () => done.push('forget') },
    })
    const glass = glassOf({
      contents: contents as unknown as WebContents,
      screenOrigin: origin,
      shelter: () => 'data:text/html,sorry',
      processes: () => [process(42, 'Tab', 512_000), process(43, 'GPU', 90_000), process(41, 'Browser', 700_000)],
      kill: (pid) => done.push(`end ${pid}`),
    })
    glass.onHappening((happening) => heard.push(happening))
    return { glass, contents, done, heard }
  }

  it('shows what it is told to, and a load that fails breaks nothing', async () => {
    const { glass, done } = setUp()
    glass.showScreen()
    glass.showFallback()
    glass.fellRenderer()
    glass.fellGpu()
    await Promise.resolve()
    expect(done).toEqual([`${origin}/`, 'data:text/html,sorry', 'end 42', 'end 43'])
  })

  it('asks the page for its proof, whether it hears, and how large it is in MiB', async () => {
    const { glass } = setUp()
    expect(await glass.proof()).toEqual({ life: 1, painted: 3, quiet: true })
    expect(await glass.hears()).toBe(true)
    expect(await glass.memoryMb()).toBe(500)
  })

  it('leaves nothing to go back to once the screen is loaded; loaded is not yet painted', () => {
    const { glass, contents, done, heard } = setUp()
    glass.showFallback()
    contents.emit('did-finish-load')
    expect(done).not.toContain('forget')
    glass.showScreen()
    contents.emit('did-navigate', {}, `${origin}/`, 200, 'OK')
    contents.emit('did-finish-load')
    expect(done.at(-1)).toBe('forget')
    expect(heard).toEqual([])
  })

  it('takes an error page of the agent for a failure', () => {
    const { contents, heard } = setUp()
    contents.emit('did-navigate', {}, `${origin}/`, 404, 'Not Found')
    expect(heard).toEqual(['screenFailed'])
  })

  it('hears a failed load of the page, but not of a part of it, nor one that was given up for another', () => {
    const { contents, heard } = setUp()
    contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', `${origin}/`, true)
    contents.emit('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', `${origin}/frame`, false)
    contents.emit('did-fail-load', {}, -3, 'ERR_ABORTED', `${origin}/`, true)
    expect(heard).toEqual(['screenFailed'])
  })

  it('tells of a renderer that is gone, deaf, or hears again', () => {
    const { contents, heard } = setUp()
    for (const name of ['render-process-gone', 'unresponsive', 'responsive']) contents.emit(name)
    expect(heard).toEqual(['rendererGone', 'unresponsive', 'responsive'])
  })
})

describe('holdInPlace', () => {
  function setUp() {
    const done: unknown[] = []
    let quitting = false
    const window = Object.assign(new EventEmitter(), {
      setBounds: (bounds: unknown) => done.push(bounds),
      setKiosk: () => done.push('kiosk'),
      setFullScreen: () => done.push('fullscreen'),
      restore: () => done.push('restore'),
    })
    const cover = holdInPlace(
      window as unknown as BrowserWindow,
      () => at(1920),
      () => quitting,
    )
    const close = () => {
      let prevented = false
      window.emit('close', {
        preventDefault: () => {
          prevented = true
        },
      })
      return prevented
    }
    return { window, done, cover, close, quit: () => (quitting = true) }
  }

  it('cannot be closed by a visitor, and can when the shell itself ends', () => {
    const { close, quit } = setUp()
    expect(close()).toBe(true)
    quit()
    expect(close()).toBe(false)
  })

  it('comes back from being minimised and covers its monitor again', () => {
    const { window, done } = setUp()
    window.emit('minimize')
    window.emit('leave-full-screen')
    expect(done).toEqual(['restore', 'fullscreen'])
  })

  it('follows its monitor when monitors are plugged in or out', () => {
    const { cover, done } = setUp()
    cover()
    expect(done).toEqual([at(1920).bounds, 'kiosk', 'fullscreen'])
  })
})
