import type { Notice } from '@akari/protocol'
import { Button, Popover, VisuallyHidden } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useNotices, useReadNotices } from '../../api/notices.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './bell.module.css'
import { useNoticeWords } from './notice-words.ts'

/** The bell in the rail: how much is unread, and what it is. */
export function Bell(): ReactElement {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const { unread = 0, notices = [] } = useNotices().data ?? {}
  const read = useReadNotices()
  return (
    <Popover opened={opened} onChange={setOpened} position="right-end" width={380} shadow="md" withArrow trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.bell}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
          data-testid="bell"
        >
          <IconBell size={21} stroke={1.7} aria-hidden />
          <span>{t('notices.title')}</span>
          {unread > 0 && (
            <span className={classes.count} data-testid="bell-count">
              {unread}
            </span>
          )}
          {unread > 0 && <VisuallyHidden>{t('notices.unread')}</VisuallyHidden>}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <div className={classes.head}>
          <strong>{t('notices.title')}</strong>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => read.mutate(null)} data-testid="bell-read">
              {t('notices.readAll')}
            </Button>
          )}
        </div>
        {notices.length === 0 ? (
          <p className={classes.nothing}>{t('notices.empty')}</p>
        ) : (
          <ul className={classes.list}>
            {notices.map((notice) => (
              <Row
                key={notice.id}
                notice={notice}
                onOpen={() => {
                  setOpened(false)
                  if (notice.readAt === null) read.mutate([notice.id])
                }}
              />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Row({ notice, onOpen }: { notice: Notice; onOpen: () => void }): ReactElement {
  const when = useWhen()
  const { title, text } = useNoticeWords()(notice)
  return (
    <li>
      <Link to={notice.path} className={classes.notice ?? ''} data-unread={notice.readAt === null} onClick={onOpen}>
        <b>{title}</b>
        {text !== '' && <span>{text}</span>}
        <time dateTime={notice.at}>{when.dayAndTime(notice.at)}</time>
      </Link>
    </li>
  )
}
