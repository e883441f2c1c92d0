import type { DisplayView } from '@akari/protocol'
import { Anchor, Badge, Button, Group } from '@mantine/core'
import { IconDeviceTv, IconHelpCircle, IconPlugConnected } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useDisplays } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { BatteryMark } from '../../parts/battery-mark.tsx'
import { stateOf } from '../../parts/display-state.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { StatusMark } from '../../parts/status-mark.tsx'
import { useWhen } from '../../parts/when.ts'
import { PairingWizard } from '../../parts/pairing/pairing-wizard.tsx'
import { TroubleList } from '../../parts/trouble-list.tsx'
import classes from './display.module.css'
import { FaultRecordsCard } from './fault-records-card.tsx'
import { HealthFacts } from './facts-list.tsx'
import { LogCard } from './log-card.tsx'
import { MaintenanceCard } from './maintenance-card.tsx'
import { OrdersCard } from './orders-card.tsx'
import { PictureCard } from './picture-card.tsx'

/** One display from afar: how it is, what is on its glass, and what can be asked of it. */
export function DisplayPage(): ReactElement {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const displays = useDisplays()
  return (
    <Loaded query={displays}>
      {(all) => {
        const display = all.find((each) => each.id === id)
        return display === undefined ? (
          <Page title={t('fleet.display.gone')}>
            <Empty icon={IconDeviceTv} title={t('fleet.display.gone')} hint={t('fleet.display.goneHint')}>
              <Button component={Link} to="/displays">
                {t('fleet.display.toAll')}
              </Button>
            </Empty>
          </Page>
        ) : (
          <Told key={id} display={display} />
        )
      }}
    </Loaded>
  )
}

function Told({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [replacing, setReplacing] = useState(false)
  const { id, profile } = display
  return (
    <Page
      title={profile.name}
      actions={
        <>
          <Button
            component={Link}
            to={`/why?display=${encodeURIComponent(id)}`}
            variant="default"
            leftSection={<IconHelpCircle size={18} />}
          >
            {t('why.short')}
          </Button>
          {mayChange && (
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={18} />}
              onClick={() => setReplacing(true)}
              data-testid="display-replace"
            >
              {display.status === 'unpaired' ? t('pairing.start') : t('fleet.display.replace')}
            </Button>
          )}
        </>
      }
    >
      <Head display={display} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <PictureCard display={display} />
          <HealthCard display={display} />
        </div>
        <div className={classes.side}>
          {mayChange && <MaintenanceCard display={display} />}
          <OrdersCard display={display} />
        </div>
      </div>
      <FaultRecordsCard displayId={id} />
      <LogCard display={display} />
      {replacing && <PairingWizard attachTo={id} code="" onClose={() => setReplacing(false)} />}
    </Page>
  )
}

function Head({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { lastSeenAt, groups, tags, health } = display
  return (
    <Group gap="sm">
      <Anchor component={Link} to="/displays/map" size="sm">
        {t('fleet.display.back')}
      </Anchor>
      <StatusMark status={stateOf(display)} />
      <BatteryMark display={display} />
      <span className={classes.quiet}>
        {lastSeenAt === null ? t('wall.neverSeen') : t('wall.lastSeen', { at: when.dayAndTime(lastSeenAt) })}
      </span>
      {[...groups, ...tags].map((name) => (
        <Badge key={name} variant="default" fw={400}>
          {name}
        </Badge>
      ))}
      {health !== null && (
        <span className={classes.quiet}>{t('fleet.display.software', { name: health.software })}</span>
      )}
    </Group>
  )
}

function HealthCard({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={classes.card} aria-labelledby="health">
      <h2 id="health">{t('fleet.health.title')}</h2>
      {display.health === null ? (
        <p className={classes.quiet}>{t('fleet.health.none')}</p>
      ) : (
        <>
          {display.status === 'offline' && <p className={classes.quiet}>{t('fleet.health.old')}</p>}
          <HealthFacts display={display} />
          <TroubleList display={display} />
        </>
      )}
    </section>
  )
}
