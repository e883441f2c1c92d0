import { z } from 'zod'
import { LOCK_SCRIPT } from '../host/lock-script.ts'
import { isScreenAddress } from '../host/screen-address.ts'
import type { Refused } from '../host/tell-refused.ts'
import type { PageSession } from './page-session.ts'

const Dialog = z.object({ type: z.string() })
const Created = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) })
const Paused = z.object({ requestId: z.string(), frameId: z.string(), request: z.object({ url: z.string() }) })

type GuardDeps = {
  /** The agent's page: the only document there may be beside the built-in page. */
  url: string
  refused: Refused
}

/**
 * Takes from a page what a sign does not need, beside the managed policies and also where they are missing: it stays at
 * its address, dialogs are dismissed (an open one would stop the page), second windows closed, frames, downloads, file
 * choosers and permissions refused. Rejects when the browser takes none of it.
 */
export async function guardPage(page: PageSession, { url, refused }: GuardDeps): Promise<void> {
  page.onPageEvent(({ method, params }) => {
    switch (method) {
      case 'Page.javascriptDialogOpening':
        return dismiss(page, Dialog.safeParse(params).data?.type ?? 'unknown', refused)
      case 'Page.fileChooserOpened':
        return refused('fileChooser')
      case 'Fetch.requestPaused': {
        const paused = Paused.safeParse(params)
        // One that cannot be read stays paused: what asked for it comes no further.
        return paused.success ? judge(page, paused.data, { url, refused }) : refused('request')
      }
    }
  })
  page.onBrowserEvent(({ method, params }) => {
    if (method === 'Browser.downloadWillBegin') return refused('download')
    if (method !== 'Target.targetCreated') return
    const target = Created.safeParse(params).data?.targetInfo
    if (target?.type !== 'page' || target.targetId === page.targetId) return
    refused('window')
    void page.ask('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
  })
  await Promise.all([
    page.send('Page.addScriptToEvaluateOnNewDocument', { source: LOCK_SCRIPT, runImmediately: true }),
    page.send('Fetch.enable', { patterns: [{ resourceType: 'Document' }] }),
    page.send('Page.setInterceptFileChooserDialog', { enabled: true }),
    page.ask('Target.setDiscoverTargets', { discover: true }),
    page.ask('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
    page.ask('Browser.grantPermissions', { permissions: [] }),
  ])
}

/** A page that asks whether it may be left is not asked. */
function dismiss(page: PageSession, type: string, refused: Refused): void {
  refused('dialog', { type })
  void page.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(() => undefined)
}

/** A document is asked for: refused, it is as if nobody had asked, and what is on the glass stays there. */
function judge(page: PageSession, asked: z.infer<typeof Paused>, { url, refused }: GuardDeps): void {
  const { requestId, frameId, request } = asked
  const isPage = frameId === page.targetId
  if (isPage && isScreenAddress(request.url, url)) {
    void page.send('Fetch.continueRequest', { requestId }).catch(() => undefined)
    return
  }
  refused(isPage ? 'navigation' : 'frame', { origin: URL.parse(request.url)?.origin ?? 'unreadable' })
  void page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined)
}
