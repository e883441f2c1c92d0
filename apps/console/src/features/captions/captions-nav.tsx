import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { SectionNav } from '../../parts/section-nav.tsx'

const PLACES = [
  { to: '/captions', name: 'transcripts' },
  { to: '/captions/terms', name: 'terms' },
  { to: '/captions/settings', name: 'settings' },
] as const

/** The pages about captions, above each of them; whoever reads one transcript is still among the transcripts. */
export function CaptionsNav(): ReactElement {
  const { t } = useTranslation()
  const places = PLACES.map(({ to, name }) => ({ to, name, text: t(`captions.nav.${name}`) }))
  return <SectionNav label={t('captions.nav.label')} section="captions" places={places} />
}
