import type { VenueView } from '@akari/protocol'
import { IconBuilding, IconDeviceTv, IconMapOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useMay } from '../../api/session.ts'
import { useVenues } from '../../api/venues.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { DropField } from '../../parts/uploads/drop-field.tsx'
import { useWhen } from '../../parts/when.ts'
import { ImportField } from './import/import-field.tsx'
import { useImport } from './import/use-import.ts'
import { floorsFromTop } from './model/floors.ts'
import { PublishedMark } from './published-mark.tsx'
import classes from './venues.module.css'

/** 館内案内: the buildings that displays show the way through, and where a plan is handed in. */
export function VenuesPage(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayChange = useMay('content')
  const { progress, begin, forget } = useImport(null, ({ venue }) => void navigate(`/venues/${venue.id}`))
  const page = (
    <Page title={t('venues.title')} lead={t('venues.lead')}>
      <Loaded query={useVenues()}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              icon={IconMapOff}
              title={t('venues.emptyTitle')}
              hint={t(mayChange ? 'venues.emptyHint' : 'venues.emptyHintViewer')}
            />
          ) : (
            <ul className={classes.cards}>
              {all.map((venue) => (
                <Card key={venue.id} venue={venue} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayChange && <ImportField progress={progress} replacing={false} onFiles={begin} onForget={forget} />}
    </Page>
  )
  if (!mayChange) return page
  return (
    <DropField onFiles={begin} hint={t('venues.import.dropHere')}>
      {page}
    </DropField>
  )
}

function Card({ venue }: { venue: VenueView }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const who = useActorWords()
  const { id, name, plan, levels, displays, closures, changedAt, changedBy } = venue
  return (
    <li className={classes.card} data-testid={`venue-${id}`}>
      <ol className={classes.stack} aria-label={t('venues.floors')}>
        {floorsFromTop(levels).map(({ ordinal, levels: here }) => (
          <li key={ordinal} data-ground={ordinal === 0 || undefined} data-below={ordinal < 0 || undefined}>
            {here.map(({ shortName }) => textIn(shortName)).join(t('common.listSeparator'))}
          </li>
        ))}
      </ol>
      <div className={classes.cardWords}>
        <h2>
          <Link to={`/venues/${encodeURIComponent(id)}`} data-testid="venue-open">
            {textIn(name)}
          </Link>
        </h2>
        <PublishedMark venue={venue} />
        <dl className={classes.facts}>
          <div>
            <dt>
              <IconBuilding size={17} aria-hidden /> {t('venues.plan.file')}
            </dt>
            <dd>
              {plan.filename}
              <small>{t(`venues.format.${plan.format}`)}</small>
            </dd>
          </div>
          <div>
            <dt>
              <IconDeviceTv size={17} aria-hidden /> {t('venues.displays')}
            </dt>
            <dd>
              {displays.length === 0
                ? t('venues.noDisplays')
                : displays.map((display) => display.name).join(t('common.listSeparator'))}
            </dd>
          </div>
        </dl>
        <p className={classes.quiet}>{t('venues.changed', { at: when.dayAndTime(changedAt), by: who(changedBy) })}</p>
      </div>
      {closures > 0 && (
        <Link to={`/venues/${encodeURIComponent(id)}/closures`} className={classes.closed}>
          {t('venues.closedNow', { count: closures })}
        </Link>
      )}
    </li>
  )
}
