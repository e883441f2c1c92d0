import type { VenueDraft } from '@akari/protocol'
import type { VenueReport } from '@akari/wayfinding'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconSend } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePublishVenue } from '../../../api/venues.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { useWhen } from '../../../parts/when.ts'
import type { Light } from './problems.ts'
import classes from './check.module.css'

const LIGHTS = ['red', 'amber', 'green'] as const
const COUNTED = ['levels', 'units', 'openings', 'occupants', 'amenities', 'components'] as const

/** May this be published? A light, the reason in words, what the plan holds, and the button. */
export function PublishCard({
  venue,
  unsaved,
  light,
  inTheWay,
  problems,
  report,
  readOnly,
}: {
  venue: VenueDraft
  unsaved: boolean
  light: Light
  inTheWay: number
  problems: number
  report: VenueReport
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const publish = usePublishVenue()
  const { id, version, published, displays } = venue
  const isPublished = published !== null && published.version >= version
  const held = unsaved ? 'unsaved' : light === 'red' ? 'rooms' : isPublished ? 'same' : null
  return (
    <section className={classes.publish} data-light={light} aria-label={t('venues.publish.title')}>
      <div className={classes.lamps} aria-hidden>
        {LIGHTS.map((each) => (
          <span key={each} data-light={each} data-on={each === light || undefined} />
        ))}
      </div>
      <div className={classes.verdict}>
        <h2 data-testid="venue-light" data-light={light}>
          {held === 'same' && light === 'green'
            ? t('venues.light.done')
            : t(`venues.light.${light}`, { count: light === 'red' ? inTheWay : problems })}
        </h2>
        <p>{t(`venues.light.next.${light}`)}</p>
        <p className={classes.standing}>
          {published === null
            ? t('venues.publish.never')
            : t('venues.publish.last', { at: when.dayAndTime(published.at), by: who(published.by) })}
          {' · '}
          {displays.length === 0
            ? t('venues.publish.noDisplays')
            : t('venues.publish.displays', { count: displays.length })}
        </p>
        <Trouble error={publish.error} />
      </div>
      {!readOnly && (
        <div className={classes.act}>
          <Button
            size="md"
            leftSection={<IconSend size={20} />}
            disabled={held !== null}
            loading={publish.isPending}
            onClick={() =>
              publish.mutate(
                { id, version },
                { onSuccess: () => notifications.show({ color: 'zelkova', message: t('venues.publish.done') }) },
              )
            }
            data-testid="venue-publish"
          >
            {t('venues.publish.button')}
          </Button>
          {held !== null && <small>{t(`venues.publish.held.${held}`)}</small>}
        </div>
      )}
      <dl className={classes.counts}>
        {COUNTED.map((name) => (
          <div key={name} data-doubt={(name === 'components' && report.components > 1) || undefined}>
            <dt>{t(`venues.count.${name}`)}</dt>
            <dd className="numbers">{report[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
