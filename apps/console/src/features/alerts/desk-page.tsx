import type { AlertDesk, Channel } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useProposals } from '../../api/desk-messages.ts'
import { useMay } from '../../api/session.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useNow } from '../../parts/use-now.ts'
import { alertsByPhase } from '../../parts/alerts-by-phase.ts'
import { BrokenGlassBanner } from './broken-glass-banner.tsx'
import { ComposeTabs } from './compose-tabs.tsx'
import { DeskHead } from './desk-head.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { IN_FORCE_ID, InForce } from './in-force.tsx'
import { ProposalsPanel } from './proposals-panel.tsx'
import { SourceHealthPanel } from './source-health.tsx'
import classes from './desk.module.css'

const CLOCK_MS = 1000

/** The alert desk: its own look, so that one knows where one is; live or drill recolours everything. */
export function DeskPage(): ReactElement {
  return (
    <Loaded query={useDesk()} skeleton={<Skeleton height="100%" radius={0} />}>
      {(desk) => <Desk desk={desk} />}
    </Loaded>
  )
}

function Desk({ desk }: { desk: AlertDesk }): ReactElement {
  const { t } = useTranslation()
  const mayAct = useMay('alerts')
  const nowMs = useNow(CLOCK_MS)
  const liveInForce = alertsByPhase(desk.live, nowMs).inForce.length
  // Who opens the desk without an emergency most likely practises; forgetting to switch must never make a drill real.
  const [channel, setChannel] = useState<Channel>(liveInForce > 0 ? 'live' : 'drill')
  const state = desk[channel]
  const inForce = alertsByPhase(state, nowMs).inForce.length
  const elsewhere = channel === 'live' ? 'drill' : 'live'
  const waiting = (useProposals().data?.proposals ?? []).filter(
    ({ state: at, message }) => at === 'waiting' && message.channel === elsewhere,
  ).length
  return (
    <div className={classes.desk} data-channel={channel}>
      <DeskHead channel={channel} desk={state} onChannel={setChannel} />
      {channel === 'drill' && liveInForce > 0 && (
        <button type="button" className={classes.liveNow} onClick={() => setChannel('live')}>
          {t('desk.liveNow', { count: liveInForce })}
        </button>
      )}
      {desk.policyUnreadable === true && (
        <p className={classes.policyUnreadable} role="alert" data-testid="policy-unreadable">
          {t('desk.policyUnreadable')} <Link to="/policy">{t('desk.policyOpen')}</Link>
        </p>
      )}
      {waiting > 0 && (
        <button type="button" className={classes.waiting} onClick={() => setChannel(elsewhere)}>
          {t(`desk.waitingElsewhere.${elsewhere}`, { count: waiting })}
        </button>
      )}
      <BrokenGlassBanner />
      {inForce > 0 && (
        <button type="button" className={classes.toInForce} onClick={goToInForce} data-testid="to-in-force">
          {t(`desk.toInForce.${channel}`, { count: inForce })}
        </button>
      )}
      <div className={classes.columns} data-looks-only={!mayAct}>
        <div className={classes.column}>
          <ProposalsPanel channel={channel} mayAct={mayAct} />
          {mayAct ? <ComposeTabs channel={channel} /> : <p className={classes.looksOnly}>{t('desk.looksOnly')}</p>}
        </div>
        <div className={classes.column}>
          <InForce desk={state} mayAct={mayAct} />
          <DeliveryPanel desk={state} />
          <SourceHealthPanel />
        </div>
      </div>
    </div>
  )
}

/** On a narrow window what is in force stands below what one may raise; ending it must not need a search. */
function goToInForce(): void {
  const section = document.getElementById(IN_FORCE_ID)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}
