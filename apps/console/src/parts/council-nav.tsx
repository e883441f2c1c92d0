import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionNav } from './section-nav.tsx'

const PLACES = [
  { to: '/sittings', name: 'sittings' },
  { to: '/recordings', name: 'recordings' },
  { to: '/streams', name: 'streams' },
] as const

/** The pages about the council's sittings, above each of them. */
export function CouncilNav(): ReactElement {
  const { t } = useTranslation()
  const places = PLACES.map(({ to, name }) => ({ to, name, text: t(`recordings.nav.${name}`) }))
  return <SectionNav label={t('recordings.nav.label')} section="council" places={places} />
}
