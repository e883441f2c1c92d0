import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { BrowserEvent, DebugPipe } from './debug-pipe.ts'

/** The page on the glass, as the browser lets us hold it. */
export type PageSession = {
  targetId: string
  send: (method: string, params?: object) => Promise<unknown>
  /** Asks the browser itself instead of the page. */
  ask: (method: string, params?: object) => Promise<unknown>
  /** Events of this page. Returns how to stop. */
  onPageEvent: (listener: (event: BrowserEvent) => void) => () => void
  /** Told when the browser takes the page out of our hands: it is at an address where policies forbid to look. */
  onLost: (listener: () => void) => void
  /** Events of the browser, which are of no page. */
  onBrowserEvent: (listener: (event: BrowserEvent) => void) => void
}

const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) })
const Attached = z.object({ sessionId: z.string() })

const LOOK_AGAIN_MS = 50
const OPENS_WITHIN_MS = 20_000

/** Takes hold of the browser's one page. Rejects when it has none within twenty seconds, or is gone. */
export async function openPageSession(pipe: DebugPipe): Promise<PageSession> {
  const targetId = await firstPage(pipe)
  const { sessionId } = Attached.parse(await pipe.send('Target.attachToTarget', { targetId, flatten: true }))
  const send: PageSession['send'] = (method, params) => pipe.send(method, params, sessionId)
  await Promise.all([send('Page.enable'), send('Inspector.enable')])
  return {
    targetId,
    send,
    ask: (method, params) => pipe.send(method, params),
    onPageEvent: (listener) => pipe.onEvent((event) => event.sessionId === sessionId && listener(event)),
    onLost: (listener) =>
      pipe.onEvent(({ method, params }) => {
        if (method === 'Target.detachedFromTarget' && Attached.safeParse(params).data?.sessionId === sessionId)
          listener()
      }),
    onBrowserEvent: (listener) => pipe.onEvent((event) => event.sessionId === undefined && listener(event)),
  }
}

async function firstPage(pipe: DebugPipe): Promise<string> {
  const deadline = performance.now() + OPENS_WITHIN_MS
  for (;;) {
    const { targetInfos } = Targets.parse(await pipe.send('Target.getTargets'))
    const page = targetInfos.find(({ type }) => type === 'page')
    if (page !== undefined) return page.targetId
    if (performance.now() > deadline) throw new Error('the browser opened no page')
    await pause(LOOK_AGAIN_MS)
  }
}
