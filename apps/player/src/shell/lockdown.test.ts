import { EventEmitter } from 'node:events'
import type { App, Session, WebContents } from 'electron'
import { describe, expect, it } from 'vitest'
import { lockApp, lockContents, lockSession, mayNavigate, mayReachPage, mayRequest } from './lockdown.ts'

const origin = 'http://127.0.0.1:8090'
const shelter = 'data:text/html;base64,AAAA'

const elsewhere = [
  'https://example.jp/',
  'http://127.0.0.1:8080/',
  `${origin}/state`,
  `${origin}/files/abc`,
  'http://127.0.0.1:8090.example.jp/',
  'http://127.0.0.1:8090@example.jp/',
  'http://localhost:8090/',
  'https://127.0.0.1:8090/',
  'file:///etc/passwd',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:http://127.0.0.1:8090/',
  'javascript:alert(1)',
  'about:blank',
  'data:text/html,hello',
  'blob:http://127.0.0.1:8090/6f1c',
  'mailto:mayor@example.jp',
  '',
]

describe('mayNavigate', () => {
  it.each([`${origin}/`, `${origin}/?lang=en`, `${origin}/#map`])('stays with the agent: %s', (url) => {
    expect(mayNavigate(url, origin)).toBe(true)
  })
  it.each(elsewhere)('goes nowhere else: %j', (url) => {
    expect(mayNavigate(url, origin)).toBe(false)
  })
})

describe('mayRequest', () => {
  it.each([
    [`${origin}/files/abc`, 'media'],
    ['ws://127.0.0.1:8090/link', 'webSocket'],
    [`blob:${origin}/6f1c`, 'media'],
    ['data:image/png;base64,AAAA', 'image'],
    [shelter, 'mainFrame'],
  ])('lets through %s as %s', (url, resourceType) => {
    expect(mayRequest({ url, resourceType }, origin, shelter)).toBe(true)
  })
  it.each(elsewhere)('does not load a page from %j', (url) => {
    expect(mayRequest({ url, resourceType: 'mainFrame' }, origin, shelter)).toBe(false)
  })
  it.each([
    ['ws://127.0.0.1:9999/', 'webSocket'],
    [`${origin}/`, 'subFrame'],
    ['wss://example.jp/', 'webSocket'],
    ['https://example.jp/pixel.gif', 'image'],
    ['blob:https://example.jp/6f1c', 'media'],
    ['data:text/html,hello', 'subFrame'],
    ['file:///etc/passwd', 'xhr'],
  ])('stops %s as %s', (url, resourceType) => {
    expect(mayRequest({ url, resourceType }, origin, shelter)).toBe(false)
  })
})

describe('mayReachPage', () => {
  const press = (key: string, held: Partial<Record<'control' | 'alt' | 'meta', boolean>> = {}) =>
    mayReachPage({ key, control: false, alt: false, meta: false, ...held })

  it.each(['a', '市', ' ', 'Enter', 'Tab', 'Escape', 'ArrowDown', 'Backspace'])('lets a visitor type %j', (key) => {
    expect(press(key)).toBe(true)
  })
  it.each(['F1', 'F5', 'F11', 'F12', 'PrintScreen', 'ContextMenu', 'BrowserBack', 'BrowserHome', 'LaunchMail', 'Alt'])(
    'swallows %s',
    (key) => {
      expect(press(key)).toBe(false)
    },
  )
  it.each([
    ['r', 'control'],
    ['w', 'control'],
    ['p', 'control'],
    ['+', 'control'],
    ['F4', 'alt'],
    ['ArrowLeft', 'alt'],
    ['q', 'meta'],
    ['Tab', 'alt'],
  ] as const)('swallows %s with %s', (key, held) => {
    expect(press(key, { [held]: true })).toBe(false)
  })
})

type Handlers = Record<string, (...values: unknown[]) => unknown>

/** A session that keeps what it is given, so that a test can ask it what Chromium would. */
function recordingSession() {
  const handlers: Handlers = {}
  const keep = (name: string) => (handler: Handlers[string]) => {
    handlers[name] = handler
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
  })
  return { session, handlers }
}

function setUpSession() {
  const refused: string[] = []
  const { session, handlers } = recordingSession()
  lockSession(
    session as unknown as Session,
    origin,
    () => shelter,
    (what) => refused.push(what),
  )
  const ask = (name: string, ...values: unknown[]) => {
    let answer: unknown
    const said = handlers[name]?.(...values, (given: unknown) => {
      answer = given
    })
    return answer ?? said
  }
  return { session, refused, ask }
}

describe('a locked session', () => {
  it.each(['media', 'geolocation', 'notifications', 'fullscreen', 'clipboard-read', 'midi', 'openExternal'])(
    'grants no %s',
    (permission) => {
      const { ask, refused } = setUpSession()
      expect(ask('request', null, permission)).toBe(false)
      expect(ask('check', null, permission)).toBe(false)
      expect(refused).toEqual(['permission'])
    },
  )

  it('grants no device', () => {
    expect(setUpSession().ask('device', { deviceType: 'usb' })).toBe(false)
  })

  it('cancels every download', () => {
    const { session, refused } = setUpSession()
    const event = preventable()
    session.emit('will-download', event, { getTotalBytes: () => 10 })
    expect(event.prevented).toBe(true)
    expect(refused).toEqual(['download'])
  })

  it('cancels a request that leaves the agent, and only that', () => {
    const { ask, refused } = setUpSession()
    expect(ask('beforeRequest', { url: 'https://example.jp/a.js', resourceType: 'script' })).toEqual({ cancel: true })
    expect(ask('beforeRequest', { url: `${origin}/a.js`, resourceType: 'script' })).toEqual({ cancel: false })
    expect(refused).toEqual(['request'])
  })
})

function preventable(more: object = {}) {
  return Object.assign(more, {
    prevented: false,
    preventDefault() {
      this.prevented = true
    },
  })
}

describe('a locked page', () => {
  function setUp() {
    const details: unknown[] = []
    let openWindow: (request: { url: string }) => unknown = () => null
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof openWindow) => {
        openWindow = handler
      },
    })
    lockContents(contents as unknown as WebContents, origin, (_what, detail) => details.push(detail))
    return { contents, details, open: (url: string) => openWindow({ url }) }
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('does not follow %s to another place', (name) => {
    const { contents, details } = setUp()
    const away = preventable({ url: 'https://example.jp/?token=secret' })
    const home = preventable({ url: `${origin}/` })
    contents.emit(name, away)
    contents.emit(name, home)
    expect([away.prevented, home.prevented]).toEqual([true, false])
    expect(details).toEqual([{ origin: 'https://example.jp' }])
  })

  it('opens no second window, not even of its own', () => {
    expect(setUp().open(`${origin}/`)).toEqual({ action: 'deny' })
  })

  it('takes no webview, and cannot hold itself open', () => {
    const { contents } = setUp()
    for (const name of ['will-attach-webview', 'will-prevent-unload']) {
      const event = preventable()
      contents.emit(name, event)
      expect(event.prevented).toBe(true)
    }
  })

  it('hears letters but no shortcuts', () => {
    const { contents } = setUp()
    const letter = preventable()
    const reload = preventable()
    contents.emit('before-input-event', letter, { key: 'r', control: false, alt: false, meta: false })
    contents.emit('before-input-event', reload, { key: 'r', control: true, alt: false, meta: false })
    expect([letter.prevented, reload.prevented]).toEqual([false, true])
  })
})

describe('a locked app', () => {
  it('refuses a bad certificate, hands out none of its own, and locks every page it makes', () => {
    const app = new EventEmitter()
    const refused: string[] = []
    lockApp(app as unknown as App, origin, (what) => refused.push(what))
    const answers: unknown[] = []
    const answer = (value?: unknown) => answers.push(value)
    app.emit('certificate-error', preventable(), null, 'https://example.jp/', 'ERR_CERT_INVALID', {}, answer)
    app.emit('select-client-certificate', preventable(), null, 'https://example.jp/', [], answer)
    expect(answers).toEqual([false, undefined])

    const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: () => undefined })
    app.emit('web-contents-created', {}, contents)
    const away = preventable({ url: 'https://example.jp/' })
    contents.emit('will-navigate', away)
    expect(away.prevented).toBe(true)
    expect(refused).toEqual(['certificate', 'navigation'])
  })
})
