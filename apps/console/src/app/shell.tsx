import { useQueryClient } from '@tanstack/react-query'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useMatch } from 'react-router'
import { type Link as LinkState, startLiveUpdates } from '../api/live-updates.ts'
import { GuideBar } from '../features/guide/guide-bar.tsx'
import { DrillNotices } from '../features/drills/drill-notices.tsx'
import { ClearWarning } from './clear-warning.tsx'
import { PublishBar } from './publish-bar.tsx'
import { Rail } from './rail.tsx'
import classes from './shell.module.css'

/** Rail at the left, page at the right, and the live connection to the CMS behind both. */
export function Shell(): ReactElement {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [link, setLink] = useState<LinkState>('connecting')
  const page = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  // Whoever leads a sitting has no room and no time for first steps.
  const leadsSitting = useMatch('/sittings/:id/clerk') !== null
  useEffect(() => {
    // The page that was left may have been read to its end.
    if (page.current !== null) page.current.scrollTop = 0
  }, [pathname])
  useEffect(() => startLiveUpdates(client, setLink).close, [client])
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {t('shell.skip')}
      </a>
      <ClearWarning />
      <Rail link={link} />
      <main className={classes.main}>
        <PublishBar />
        <div ref={page} id="page" tabIndex={-1} className={classes.page}>
          {!leadsSitting && <GuideBar />}
          <DrillNotices />
          <Outlet />
        </div>
      </main>
    </div>
  )
}
