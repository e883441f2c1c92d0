import { Button } from '@mantine/core'
import { IconEyeCheck } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useDraftStatus } from '../api/content.ts'
import { useSubmissions } from '../api/publishing.ts'
import { useWhen } from '../parts/when.ts'
import classes from './publish-bar.module.css'
import { useNameList } from '../parts/name-list.ts'

/** The bar stands above every page. */
const MOST_NAMES = 6

/** Pages where publishing is the next step; the schedule also says that everything is published. */
const SHOWN_ON = /^\/($|schedule|library|playlists|posters|layouts)/

/** «Changes not published yet (3 displays)», what waits for approval, and the way to look at it all before. */
export function PublishBar(): ReactElement | null {
  const { t } = useTranslation()
  const nameList = useNameList(MOST_NAMES)
  const { pathname } = useLocation()
  const when = useWhen()
  const draft = useDraftStatus().data
  const waiting = (useSubmissions().data ?? []).filter(({ state }) => state === 'submitted').length
  if (draft === undefined || !SHOWN_ON.test(pathname)) return null
  if (draft.changed.length === 0) {
    if (!pathname.startsWith('/schedule') || draft.publishedAt === null) return null
    return <div className={classes.done}>{t('publish.allDone', { at: when.dayAndTime(draft.publishedAt) })}</div>
  }
  const names = nameList(draft.changed.map((display) => display.name))
  return (
    <section className={classes.bar} aria-label={t('publish.title')}>
      <div className={classes.words}>
        <strong>{t('publish.pending', { count: draft.changed.length })}</strong>
        <span>{names}</span>
      </div>
      {draft.warnings.length > 0 && (
        <span className={classes.warnings}>{t('publish.warnings', { count: draft.warnings.length })}</span>
      )}
      {waiting > 0 && (
        <Button component={Link} to="/approvals" variant="subtle" color="amber">
          {t('approvals.waitingCount', { count: waiting })}
        </Button>
      )}
      <Button
        component={Link}
        to="/publish"
        leftSection={<IconEyeCheck size={18} />}
        data-testid="publish-review"
        data-guide="publish"
      >
        {t('publishing.title')}
      </Button>
    </section>
  )
}
