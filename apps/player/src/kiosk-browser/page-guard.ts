import { z } from 'zod'
import type { Refused } from '../host/tell-refused.ts'
import type { PageSession } from './page-session.ts'

const Dialog = z.object({ type: z.string() })
const Created = z.object({ targetInfo: z.object({ targetId: z.string(), type: z.string() }) })

/**
 * Takes from a page what a sign does not need, beside the managed policies and also where they are missing: dialogs are
 * dismissed (an open one would stop the page), second windows closed, downloads, file choosers and permissions refused.
 * Rejects when the browser takes none of it.
 */
export async function guardPage(page: PageSession, refused: Refused): Promise<void> {
  page.onPageEvent(({ method, params }) => {
    if (method !== 'Page.javascriptDialogOpening') return
    const type = Dialog.safeParse(params).data?.type ?? 'unknown'
    refused('dialog', { type })
    // A page that asks whether it may be left is not asked.
    void page.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(() => undefined)
  })
  page.onBrowserEvent(({ method, params }) => {
    if (method !== 'Target.targetCreated') return
    const target = Created.safeParse(params).data?.targetInfo
    if (target?.type !== 'page' || target.targetId === page.targetId) return
    refused('window')
    void page.ask('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
  })
  await Promise.all([
    page.ask('Target.setDiscoverTargets', { discover: true }),
    page.ask('Browser.setDownloadBehavior', { behavior: 'deny' }),
    page.ask('Browser.grantPermissions', { permissions: [] }),
    page.send('Page.setInterceptFileChooserDialog', { enabled: true }),
  ])
}
