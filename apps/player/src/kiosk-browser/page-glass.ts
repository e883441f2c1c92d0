import { z } from 'zod'
import type { Glass } from '../host/keep-glass.ts'
import { PROOF_SCRIPT } from '../host/progress.ts'
import { isScreenAddress } from '../host/screen-address.ts'
import type { PageSession } from './page-session.ts'
import { type BrowserProcesses, browserProcesses } from './processes.ts'

const Evaluated = z.object({ result: z.object({ value: z.unknown() }), exceptionDetails: z.undefined().optional() })
const Navigated = z.object({
  frame: z.object({ parentId: z.string().optional(), url: z.string(), unreachableUrl: z.string().optional() }),
})

type PageDeps = {
  /** The agent's page. */
  url: string
  /** The address of the built-in page. */
  shelter: () => string
  processes?: BrowserProcesses
}

/** Chromium's page as the watchdog sees it. Orders the browser cannot carry out are noticed by what does not follow. */
export function pageGlass(page: PageSession, deps: PageDeps): Glass {
  const processes = deps.processes ?? browserProcesses(page.ask)
  const show = (url: string): void => void page.send('Page.navigate', { url }).catch(() => undefined)
  const evaluate = async (expression: string): Promise<unknown> => {
    const told = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    return Evaluated.parse(told).result.value
  }
  return {
    showScreen: () => show(deps.url),
    showFallback: () => show(deps.shelter()),
    fellRenderer: () => void processes.kill('renderer').catch(() => undefined),
    fellGpu: () => void processes.kill('GPU').catch(() => undefined),
    proof: () => evaluate(PROOF_SCRIPT),
    hears: async () => (await evaluate('1')) === 1,
    memoryMb: () => processes.memoryMb('renderer'),
    onHappening: (listener) =>
      page.onPageEvent(({ method, params }) => {
        if (method === 'Inspector.targetCrashed') listener('rendererGone')
        if (method !== 'Page.frameNavigated') return
        const address = addressOf(params)
        if (address === null) return
        // Nothing to go back to: neither the built-in page nor an earlier life of this one.
        if (isScreenAddress(address, deps.url)) void page.send('Page.resetNavigationHistory').catch(() => undefined)
        else if (!address.startsWith('data:')) listener('screenFailed')
      }),
  }
}

/** Where the page went, an error page to what stands in its place; null for a frame of it. */
function addressOf(params: unknown): string | null {
  const navigated = Navigated.safeParse(params)
  if (!navigated.success || navigated.data.frame.parentId !== undefined) return null
  return navigated.data.frame.unreachableUrl === undefined ? navigated.data.frame.url : 'chrome-error:'
}
