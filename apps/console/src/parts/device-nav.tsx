import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatch } from '../api/fleet.ts'
import { SectionNav } from './section-nav.tsx'

const PLACES = [
  { to: '/displays', name: 'list' },
  { to: '/displays/map', name: 'map' },
  { to: '/displays/plays', name: 'plays' },
  { to: '/displays/watch', name: 'watch' },
] as const

/** The pages about displays, above each of them. Displays that are missing are counted. */
export function DeviceNav(): ReactElement {
  const { t } = useTranslation()
  const missing = useWatch().data?.alarms.length ?? 0
  const mark = missing > 0 ? t('fleet.nav.missing', { count: missing }) : null
  const places = PLACES.map(({ to, name }) => ({
    to,
    name,
    text: t(`fleet.nav.${name}`),
    mark: name === 'watch' ? mark : null,
  }))
  return <SectionNav label={t('fleet.nav.label')} section="device" places={places} />
}
