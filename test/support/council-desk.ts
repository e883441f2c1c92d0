import { SittingView } from '@akari/protocol'
import type { Browser, Page } from '@playwright/test'
import { localApi, pair, type Service, startAgentProcess, startCmsProcess } from './city-hall.ts'
import { signInFirst } from './console-session.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A server with one display and a sitting on it that begins in 20 minutes: a clerk's page that is signed in, the glass, and the sitting. */
export interface CouncilDesk {
  cms: Service
  api: ReturnType<typeof localApi>
  page: Page
  glass: Page
  id: string
  close: () => Promise<void>
}

export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()

export async function councilDesk(browser: Browser, name: string): Promise<CouncilDesk> {
  const folder = await temporaryFolder(name)
  const api = localApi(folder.path)
  const cms = await startCmsProcess(folder.path)
  const agent = await startAgentProcess(folder.path, cms.url)
  const displayId = await pair(api, agent.url)
  await api('POST', '/programme/publish', {})
  const { id } = SittingView.parse(
    await api('POST', '/sittings', {
      title: { ja: '第4回定例会' },
      startsAt: inMinutes(20),
      endsAt: inMinutes(120),
      agenda: [{ id: 'a1', number: '日程第1', title: { ja: '会期の決定' } }],
      speakers: [{ id: 's1', name: { ja: '山田 花子' }, party: { ja: 'みどりの会' } }],
      streamId: null,
      recordingUrl: 'https://council.example.jp/4',
      targets: { displayIds: [displayId], groups: [] },
      opening: 'clerk',
      closing: 'clerk',
      countdownMinutes: 30,
      afterMinutes: 0,
      version: 0,
    }),
  )
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' })
  const glass = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  await signInFirst(page, cms)
  await glass.goto(agent.url)
  const close = async (): Promise<void> => {
    await page.context().close()
    await glass.context().close()
    await agent.process.stop()
    await cms.process.stop()
    await folder.remove()
  }
  return { cms, api, page, glass, id, close }
}
