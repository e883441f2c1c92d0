import {
  IconBadgeCc,
  IconBuildingBank,
  IconBuildingBroadcastTower,
  IconBus,
  IconCalendarWeek,
  IconChecks,
  IconDeviceTv,
  IconEye,
  IconHistory,
  IconLanguage,
  IconLayoutBoardSplit,
  IconLayoutGrid,
  IconMap2,
  IconPhoto,
  IconPlaylist,
  IconPresentation,
  IconShieldCheck,
  IconTable,
  IconUsers,
} from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, matchPath, useLocation } from 'react-router'
import type { Link as LinkState } from '../api/live-updates.ts'
import { useDesk } from '../api/alerts.ts'
import { useProposals } from '../api/desk-messages.ts'
import { useSubmissions } from '../api/publishing.ts'
import { useMay } from '../api/session.ts'
import { alertsByPhase } from '../parts/alerts-by-phase.ts'
import { Bell } from '../features/notices/bell.tsx'
import { AccountMenu } from '../features/session/account-menu.tsx'
import { useNow } from '../parts/use-now.ts'
import mark from '@akari/scenes/akari.svg'
import classes from './rail.module.css'

type Place = {
  to: string
  /** Where one is still at this place besides. */
  also?: readonly string[]
  name:
    | 'wall'
    | 'schedule'
    | 'assets'
    | 'playlists'
    | 'posters'
    | 'layouts'
    | 'town'
    | 'sittings'
    | 'captions'
    | 'venues'
    | 'approvals'
    | 'preview'
    | 'desk'
    | 'drills'
    | 'policy'
    | 'languages'
    | 'displays'
    | 'users'
    | 'audit'
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
}

const CONTENT: readonly Place[] = [
  { to: '/', name: 'wall', icon: IconLayoutGrid },
  { to: '/schedule', name: 'schedule', icon: IconCalendarWeek },
  { to: '/library', name: 'assets', icon: IconPhoto },
  { to: '/posters', name: 'posters', icon: IconPresentation },
  { to: '/boards', also: ['/feeds'], name: 'town', icon: IconBus },
  { to: '/sittings', also: ['/recordings', '/streams'], name: 'sittings', icon: IconBuildingBank },
  { to: '/captions', name: 'captions', icon: IconBadgeCc },
  { to: '/playlists', name: 'playlists', icon: IconPlaylist },
  { to: '/layouts', name: 'layouts', icon: IconLayoutBoardSplit },
  { to: '/venues', name: 'venues', icon: IconMap2 },
  { to: '/approvals', name: 'approvals', icon: IconChecks },
  { to: '/preview', name: 'preview', icon: IconEye },
]
const EMERGENCY: readonly Place[] = [
  { to: '/desk', name: 'desk', icon: IconBuildingBroadcastTower },
  { to: '/drills', name: 'drills', icon: IconShieldCheck },
  { to: '/policy', name: 'policy', icon: IconTable },
  { to: '/languages', name: 'languages', icon: IconLanguage },
]
const DEVICES: readonly Place[] = [{ to: '/displays', name: 'displays', icon: IconDeviceTv }]
const ADMINISTRATION: readonly Place[] = [
  { to: '/users', name: 'users', icon: IconUsers },
  { to: '/records', name: 'audit', icon: IconHistory },
]

const CLOCK_MS = 2000

/** The left rail: where one can go, who is signed in, and whether what one sees is fresh. */
export function Rail({ link }: { link: LinkState }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const desk = useDesk().data
  const nowMs = useNow(CLOCK_MS)
  const inForce = desk === undefined ? 0 : alertsByPhase(desk.live, nowMs).inForce.length
  const submitted = (useSubmissions().data ?? []).filter(({ state }) => state === 'submitted').length
  const waiting = (useProposals().data?.proposals ?? []).filter(({ state }) => state === 'waiting').length
  return (
    <nav className={classes.rail} aria-label={t('shell.navigation')}>
      <div className={classes.mark}>
        <img src={mark} alt="" width={36} height={36} />
        <div>
          <div className={classes.name}>{t('app.name')}</div>
          <div className={classes.city}>{t('app.city')}</div>
        </div>
      </div>
      <Places places={CONTENT} waiting={{ approvals: submitted }} />
      <Places places={EMERGENCY} count={inForce} waiting={{ desk: waiting }} />
      <Places places={DEVICES} />
      {administers && <Places places={ADMINISTRATION} />}
      <div className={classes.foot}>
        <output className={classes.link} data-link={link}>
          {t(`shell.link.${link}`)}
        </output>
        <Bell />
        <AccountMenu />
      </div>
    </nav>
  )
}

function Places({
  places,
  count = 0,
  waiting = {},
}: {
  places: readonly Place[]
  count?: number
  /** How much waits for somebody's approval, by place. */
  waiting?: Partial<Record<Place['name'], number>>
}): ReactElement {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const isAt = (path: string): boolean => matchPath({ path, end: path === '/' }, pathname) !== null
  return (
    <ul className={classes.places}>
      {places.map(({ to, also = [], name, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            className={classes.place}
            aria-current={[to, ...also].some(isAt) ? 'page' : undefined}
            data-testid={`nav-${name}`}
          >
            <Icon size={21} stroke={1.7} aria-hidden />
            <span>{t(`nav.${name}`)}</span>
            <Badges of={name} count={name === 'desk' ? count : 0} waiting={waiting[name] ?? 0} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Badges({ of, count, waiting }: { of: Place['name']; count: number; waiting: number }): ReactElement | null {
  const { t } = useTranslation()
  if (count === 0 && waiting === 0) return null
  return (
    <span className={classes.badges}>
      {count > 0 && <span className={classes.count}>{t('shell.inForce', { count })}</span>}
      {waiting > 0 && (
        <span className={classes.waiting} data-testid="rail-waiting">
          {t(of === 'approvals' ? 'approvals.toDecide' : 'shell.waiting', { count: waiting })}
        </span>
      )}
    </span>
  )
}
