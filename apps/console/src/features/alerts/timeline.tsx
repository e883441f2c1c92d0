import type { Alert, Channel, TimelineEvent } from '@akari/protocol'
import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimeline } from '../../api/alert-timeline.ts'
import { useTemplates } from '../../api/alerts.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import { ApprovalMark } from './approval-mark.tsx'
import { type Cause, causeOf } from './cause.ts'
import { usePerson } from './person.ts'
import classes from './timeline.module.css'

/** Opens what became of an alert. */
export function TimelineButton({ alert, channel }: { alert: Alert; channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="subtle"
        color="dark"
        leftSection={<IconHistory size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid={`timeline-open-${alert.id}`}
      >
        {t('timeline.open')}
      </Button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="lg"
        title={textIn(alert.words.headline)}
      >
        <Timeline alertId={alert.id} channel={channel} />
      </Drawer>
    </>
  )
}

function Timeline({ alertId, channel }: { alertId: string; channel: Channel }): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={useTimeline(channel, alertId)} skeleton={<Skeleton height="12rem" />}>
      {({ events }) => (
        <ol className={classes.events} aria-label={t('timeline.title')} data-testid="timeline">
          {events.map((event) => (
            <Event key={`${event.epoch}.${event.revision}`} event={event} />
          ))}
        </ol>
      )}
    </Loaded>
  )
}

function Event({ event }: { event: TimelineEvent }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const person = usePerson()
  const causeWords = useCauseWords()
  const { kind, at, actor, cause, words, approval = null, displays, shown, seen, never } = event
  const { firstReceivedAt, firstShownAt, lastShownAt, lastSeenAt } = event
  return (
    <li className={classes.event} data-kind={kind}>
      <h3>
        <time dateTime={at} className="numbers">
          {when.exact(at)}
        </time>
        {t(`timeline.kind.${kind}`)}
      </h3>
      {(kind === 'raised' || kind === 'replaced') && <p>{textIn(words.headline)}</p>}
      <p className={classes.cause}>{t('timeline.by', { actor: person(actor), cause: causeWords(causeOf(cause)) })}</p>
      {(kind === 'raised' || kind === 'replaced') && <ApprovalMark approval={approval} />}
      <dl className={classes.figures}>
        <Figure name={t('timeline.shown')} value={t('timeline.of', { shown, displays })} />
        {firstReceivedAt !== null && <Figure name={t('timeline.firstReceived')} value={when.exact(firstReceivedAt)} />}
        {firstShownAt !== null && <Figure name={t('timeline.firstShown')} value={when.exact(firstShownAt)} />}
        {lastShownAt !== null && <Figure name={t('timeline.lastShown')} value={when.exact(lastShownAt)} />}
        {seen > 0 && <Figure name={t('timeline.seen')} value={t('timeline.of', { shown: seen, displays })} />}
        {lastSeenAt !== null && <Figure name={t('timeline.lastSeen')} value={when.exact(lastSeenAt)} />}
      </dl>
      {never.length > 0 && (
        <p className={classes.never}>{t('timeline.never', { names: never.map(({ name }) => name).join('、') })}</p>
      )}
    </li>
  )
}

/** What an entry of the log came from, in the words of the desk. */
function useCauseWords(): (cause: Cause) => string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const templates = useTemplates().data ?? []
  const titleOf = (id: string): string => {
    const template = templates.find((each) => each.id === id)
    return template === undefined ? id : textIn(template.words.headline)
  }
  return (cause) => {
    switch (cause.kind) {
      case 'telegram':
        return t('timeline.cause.telegram', { code: cause.code })
      case 'template':
      case 'correction':
        return t(`timeline.cause.${cause.kind}`, { title: titleOf(cause.templateId) })
      case 'message':
      case 'corrected':
        return t(`timeline.cause.${cause.kind}.${cause.by}`)
      case 'kept':
        return t('timeline.cause.kept', { at: when.time(cause.until) })
      case 'ended':
      case 'time':
      case 'sources':
        return t(`timeline.cause.${cause.kind}`)
      case 'other':
        return cause.text
    }
  }
}

function Figure({ name, value }: { name: string; value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  )
}
