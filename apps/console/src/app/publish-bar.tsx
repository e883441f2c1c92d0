import { Button, List, Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconUpload } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { useDraftStatus, usePublish } from '../api/content.ts'
import { useMay } from '../api/session.ts'
import { useWhen } from '../parts/when.ts'
import { useWarningText } from './publish-warnings.ts'
import classes from './publish-bar.module.css'

/** Pages where publishing is the next step; the schedule also says that everything is published. */
const SHOWN_ON = /^\/($|schedule|library|playlists|layouts)/

/** «Changes not published yet (3 displays)», what to know before, and the button. */
export function PublishBar(): ReactElement | null {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const when = useWhen()
  const draft = useDraftStatus().data
  const publish = usePublish()
  const warningText = useWarningText()
  const mayPublish = useMay('content')
  if (draft === undefined || !SHOWN_ON.test(pathname)) return null
  if (draft.changed.length === 0) {
    if (!pathname.startsWith('/schedule') || draft.publishedAt === null) return null
    return <div className={classes.done}>{t('publish.allDone', { at: when.dayAndTime(draft.publishedAt) })}</div>
  }
  const names = draft.changed.map((display) => display.name).join(t('common.listSeparator'))
  const run = (): void =>
    publish.mutate(undefined, {
      onSuccess: ({ result }) => {
        const changed = (result?.displays ?? []).filter((display) => display.changed).map((display) => display.name)
        notifications.show({
          color: 'zelkova',
          title: t('publish.done', { count: changed.length }),
          message: changed.join(t('common.listSeparator')),
        })
      },
    })
  return (
    <section className={classes.bar} aria-label={t('publish.title')}>
      <div className={classes.words}>
        <strong>{t('publish.pending', { count: draft.changed.length })}</strong>
        <span>{names}</span>
      </div>
      {draft.warnings.length > 0 && (
        <Popover width={420} position="bottom-end" withArrow shadow="md">
          <Popover.Target>
            <Button variant="subtle" color="amber" leftSection={<IconAlertTriangle size={18} />}>
              {t('publish.warnings', { count: draft.warnings.length })}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <List spacing="xs" size="sm">
              {draft.warnings.map((warning) => (
                <List.Item key={`${warning.code} ${warning.subject}`}>{warningText(warning)}</List.Item>
              ))}
            </List>
          </Popover.Dropdown>
        </Popover>
      )}
      {mayPublish && (
        <Button
          leftSection={<IconUpload size={18} />}
          loading={publish.isPending}
          onClick={run}
          data-testid="publish-button"
          data-guide="publish"
        >
          {t('publish.go')}
        </Button>
      )}
    </section>
  )
}
