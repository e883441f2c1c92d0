import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { DebugPipe } from './debug-pipe.ts'

/** The page on the glass, as the browser lets us hold it. */
export type PageSession = {
  send: (method: string, params?: object) => Promise<unknown>
  /** Called when its renderer died, or when the browser shows an error page in its place. */
  onLost: (listener: () => void) => void
  show: (url: string) => Promise<void>
}

const Targets = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) })
const Attached = z.object({ sessionId: z.string() })
const FrameTree = z.object({ frameTree: z.object({ frame: z.object({ unreachableUrl: z.string().optional() }) }) })
const Navigated = z.object({
  frame: z.object({ parentId: z.string().optional(), unreachableUrl: z.string().optional() }),
})

const LOOK_AGAIN_MS = 50
const OPENS_WITHIN_MS = 20_000

/** Takes hold of the browser's one page. Rejects when it has none within twenty seconds, or is gone. */
export async function openPageSession(pipe: DebugPipe): Promise<PageSession> {
  const targetId = await firstPage(pipe)
  const { sessionId } = Attached.parse(await pipe.send('Target.attachToTarget', { targetId, flatten: true }))
  const send: PageSession['send'] = (method, params) => pipe.send(method, params, sessionId)
  const listeners = new Set<() => void>()
  const lost = (): void => {
    for (const listener of listeners) listener()
  }
  pipe.onEvent((event) => {
    if (event.sessionId !== sessionId) return
    if (event.method === 'Inspector.targetCrashed') lost()
    if (event.method === 'Page.frameNavigated' && isErrorPage(event.params)) lost()
  })
  await Promise.all([send('Page.enable'), send('Inspector.enable')])
  const opened = FrameTree.parse(await send('Page.getFrameTree'))
  return {
    send,
    onLost: (listener) => {
      listeners.add(listener)
      if (opened.frameTree.frame.unreachableUrl !== undefined) listener()
    },
    show: async (url) => {
      await send('Page.navigate', { url })
    },
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

function isErrorPage(params: unknown): boolean {
  const navigated = Navigated.safeParse(params)
  if (!navigated.success) return false
  const { parentId, unreachableUrl } = navigated.data.frame
  return parentId === undefined && unreachableUrl !== undefined
}
