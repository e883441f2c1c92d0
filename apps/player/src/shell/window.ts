import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Display,
  ProcessMetric,
  Session,
  WebContents,
} from 'electron'
import type { Glass } from '../host/keep-glass.ts'
import { PROOF_SCRIPT } from '../host/progress.ts'

const PAPER = '#FAF8F4'
const ABORTED = -3
const KIB_IN_MIB = 1024

/**
 * The monitor to open on: counted from the left, then from the top, so that the number means the same after a restart.
 * Without a number, or when that monitor is not there, the primary one.
 */
export function chooseDisplay(displays: readonly Display[], primary: Display, wanted: number | null): Display {
  const inOrder = displays.toSorted((a, b) => a.bounds.x - b.bounds.x || a.bounds.y - b.bounds.y)
  return (wanted === null ? undefined : inOrder[wanted]) ?? primary
}

/** A window that is all glass: no frame, no menu, paper until the first paint, and a page with no powers. */
export function kioskWindow(display: Display, session: Session, preload: string): BrowserWindowConstructorOptions {
  return {
    ...display.bounds,
    fullscreen: true,
    kiosk: true,
    frame: false,
    autoHideMenuBar: true,
    backgroundColor: PAPER,
    title: 'Akari',
    webPreferences: {
      session,
      preload,
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
      spellcheck: false,
      // A sign that another window covers for a moment must be up to date when it reappears, and films have sound.
      backgroundThrottling: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  }
}

type GlassDeps = {
  contents: WebContents
  screenOrigin: string
  /** Gives the address of the built-in page. */
  shelter: () => string
  /** `app.getAppMetrics()`: the processes of this app. */
  processes: () => readonly Pick<ProcessMetric, 'pid' | 'type' | 'memory'>[]
  /** Ends a process for good; `forcefullyCrashRenderer` would only ask it, which a stopped one does not hear. */
  kill: (pid: number) => void
}

/** The window as the watchdog sees it. */
export function glassOf({ contents, screenOrigin, shelter, processes, kill }: GlassDeps): Glass {
  const isScreen = (url: string): boolean => url === screenOrigin || url.startsWith(`${screenOrigin}/`)
  // A load that fails is told by 'did-fail-load'; the promise says the same once more.
  const load = (url: string): void => void contents.loadURL(url).catch(() => undefined)
  return {
    showScreen: () => load(`${screenOrigin}/`),
    showFallback: () => load(shelter()),
    fellRenderer: () => kill(contents.getOSProcessId()),
    fellGpu: () => {
      for (const { pid, type } of processes()) if (type === 'GPU') kill(pid)
    },
    proof: () => contents.executeJavaScript(PROOF_SCRIPT),
    hears: async () => (await contents.executeJavaScript('1')) === 1,
    memoryMb: async () => {
      const own = processes().find(({ pid }) => pid === contents.getOSProcessId())
      return own === undefined ? null : own.memory.workingSetSize / KIB_IN_MIB
    },
    onHappening: (listener) => {
      contents.on('did-navigate', (_event, url, status) => {
        if (isScreen(url) && status >= 400) listener('screenFailed')
      })
      contents.on('did-finish-load', () => {
        if (!isScreen(contents.getURL())) return
        // Nothing to go back to: neither the built-in page nor an earlier life of this one.
        contents.navigationHistory.clear()
      })
      contents.on('did-fail-load', (_event, code, _description, url, isMainFrame) => {
        if (isMainFrame && code !== ABORTED && isScreen(url)) listener('screenFailed')
      })
      contents.on('render-process-gone', () => listener('rendererGone'))
      contents.on('unresponsive', () => listener('unresponsive'))
      contents.on('responsive', () => listener('responsive'))
    },
  }
}

/** Keeps the window open, in front, and covering its monitor, until `isQuitting`. */
export function holdInPlace(window: BrowserWindow, place: () => Display, isQuitting: () => boolean): () => void {
  const cover = (): void => {
    window.setBounds(place().bounds)
    window.setKiosk(true)
    window.setFullScreen(true)
  }
  window.on('close', (event) => {
    if (!isQuitting()) event.preventDefault()
  })
  window.on('minimize', () => window.restore())
  window.on('leave-full-screen', () => {
    if (!isQuitting()) window.setFullScreen(true)
  })
  return cover
}
