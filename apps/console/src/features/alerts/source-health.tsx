import type { SourceHealth, SourceNotice, SourcesDesk } from '@akari/protocol'
import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconAntennaBars5, IconClock, IconMoonStars, IconPlugConnectedX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { useAcknowledgeNotice, useSources } from '../../api/sources.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { asSize, useWhen } from '../../parts/when.ts'
import classes from './source-health.module.css'

/** Where news of emergencies comes from and whether it still does; what is wrong stands first, in words. */
export function SourceHealthPanel(): ReactElement {
  return (
    <Loaded query={useSources()} skeleton={<Skeleton height={160} />}>
      {(desk) => <Panel desk={desk} />}
    </Loaded>
  )
}

function Panel({ desk: { sources, notices } }: { desk: SourcesDesk }): ReactElement {
  const { t } = useTranslation()
  const listenedTo = sources.filter(({ state }) => state !== 'off')
  const unwell = listenedTo.filter(({ state }) => state !== 'ok')
  const wrong = notices.filter(({ until }) => until === null)
  const over = notices.filter(({ until }) => until !== null)
  return (
    <section className={classes.panel} aria-label={t('sources.title')} data-testid="source-health">
      <header>
        <h2>{t('sources.title')}</h2>
        <p role="status" data-well={unwell.length === 0}>
          {listenedTo.length === 0
            ? t('sources.none')
            : unwell.length === 0
              ? t('sources.well', { count: listenedTo.length })
              : t('sources.unwell', { count: unwell.length })}
        </p>
      </header>
      {wrong.length > 0 && (
        <ul className={classes.wrong} role="alert">
          {wrong.map((notice) => (
            <Notice key={notice.id} notice={notice} sources={sources} />
          ))}
        </ul>
      )}
      <ul className={classes.sources}>
        {sources.map((source) => (
          <Row key={source.id} source={source} />
        ))}
      </ul>
      {over.length > 0 && (
        <ul className={classes.over}>
          {over.slice(0, 5).map((notice) => (
            <Notice key={`${notice.id} ${notice.since}`} notice={notice} sources={sources} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Notice({ notice, sources }: { notice: SourceNotice; sources: readonly SourceHealth[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const source = sources.find(({ id }) => id === notice.sourceId)
  const mayAct = useMay('alerts')
  const acknowledge = useAcknowledgeNotice()
  const until = notice.until === null ? '' : when.dayAndTime(notice.until)
  return (
    <li data-testid={`source-notice-${notice.kind}`}>
      <IconAlertTriangle size={20} stroke={2} aria-hidden />
      <span>
        {t(`sources.notice.${notice.kind}`, {
          source: source === undefined ? notice.sourceId : t(`sources.kind.${source.kind}`),
          since: when.dayAndTime(notice.since),
          until,
          count: notice.alertIds.length,
          detail: notice.detail ?? '',
        })}
      </span>
      {notice.until !== null && notice.kind !== 'eew-gap' && (
        <small>{t(isForAPerson(notice) ? 'sources.acknowledged' : 'sources.over', { until })}</small>
      )}
      {notice.until === null && isForAPerson(notice) && mayAct && (
        <Button
          size="compact-sm"
          variant="default"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate(notice.id)}
        >
          {t('sources.acknowledge')}
        </Button>
      )}
    </li>
  )
}

/** A message that was held or refused: a person ends it, nothing else does. */
function isForAPerson({ kind }: SourceNotice): boolean {
  return kind === 'telegram-held' || kind === 'telegram-refused'
}

function Row({ source }: { source: SourceHealth }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { id, kind, label, state, lastHeardAt, lagMs, errors, lastError, bytesToday, byteBudget, links } = source
  return (
    <li data-state={state} data-testid={`source-${id}`}>
      {iconOf(state)}
      <div>
        <b>{t(`sources.kind.${kind}`)}</b> <small>{label}</small>
        <p className="numbers">
          <span>
            {lastHeardAt === null ? t('sources.neverHeard') : t('sources.heard', { time: when.exact(lastHeardAt) })}
          </span>
          {lagMs !== null && <span>{t('sources.lag', { seconds: Math.round(lagMs / 1000) })}</span>}
          {errors > 0 && <span>{t('sources.errors', { count: errors })}</span>}
          {bytesToday !== null && byteBudget !== null && (
            <span>{t('sources.bytes', { today: asSize(bytesToday), budget: asSize(byteBudget) })}</span>
          )}
          {links.map(({ name, up }) => (
            <span key={name} data-up={up}>
              {name} {t(`sources.link.${up ? 'up' : 'down'}`)}
            </span>
          ))}
        </p>
        {state !== 'ok' && lastError !== null && (
          <p className={classes.error}>
            {t('sources.lastError', { time: when.exact(lastError.at), message: lastError.message })}
          </p>
        )}
      </div>
      <strong>{t(`sources.state.${state}`)}</strong>
    </li>
  )
}

function iconOf(state: SourceHealth['state']): ReactElement {
  const look = { size: 20, stroke: 2, 'aria-hidden': true } as const
  switch (state) {
    case 'ok':
      return <IconAntennaBars5 {...look} />
    case 'late':
      return <IconClock {...look} />
    case 'failing':
      return <IconPlugConnectedX {...look} />
    case 'off':
      return <IconMoonStars {...look} />
  }
}
