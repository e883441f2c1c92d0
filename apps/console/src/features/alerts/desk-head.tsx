import type { Channel, ChannelDesk } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import classes from './desk.module.css'

const CHANNELS = ['drill', 'live'] as const

/** Title, the switch between live and drill, and which state is the newest. */
export function DeskHead({
  channel,
  desk,
  onChannel,
}: {
  channel: Channel
  desk: ChannelDesk
  onChannel: (channel: Channel) => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <header className={classes.head}>
      {channel === 'drill' && <div className={classes.hatch} aria-hidden />}
      <div className={classes.headRow}>
        <div>
          <h1>{t('desk.title')}</h1>
          <p role="status">{t(`desk.mode.${channel}`)}</p>
        </div>
        <div className={classes.switch} role="group" aria-label={t('desk.switch')}>
          {CHANNELS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={channel === each}
              data-channel={each}
              data-testid={`desk-channel-${each}`}
              onClick={() => onChannel(each)}
            >
              <b>{t(`desk.channel.${each}`)}</b>
              <small>{t(`desk.channelHint.${each}`)}</small>
            </button>
          ))}
        </div>
        <dl className={classes.revision}>
          <dt>{t('desk.issued')}</dt>
          <dd className="numbers">{when.exact(desk.issuedAt)}</dd>
          <dt>{t('desk.revision')}</dt>
          <dd className="numbers" data-testid="desk-revision">
            {desk.revision}
          </dd>
          <dt>{t('desk.onDisk')}</dt>
          <dd data-stored={desk.stored} className={classes.stored}>
            {desk.stored ? t('desk.stored') : t('desk.notStored')}
          </dd>
        </dl>
      </div>
    </header>
  )
}
