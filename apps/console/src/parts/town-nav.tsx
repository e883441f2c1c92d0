import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isWell, useFeeds } from '../api/feeds.ts'
import { SectionNav } from './section-nav.tsx'

const PLACES = [
  { to: '/boards', name: 'boards' },
  { to: '/feeds', name: 'feeds' },
] as const

/** The pages about the town and its traffic, above each of them. Sources with something wrong are counted. */
export function TownNav(): ReactElement {
  const { t } = useTranslation()
  const unwell = useFeeds().data?.filter(({ health }) => !isWell(health)).length ?? 0
  const mark = unwell > 0 ? t('town.nav.unwell', { count: unwell }) : null
  const places = PLACES.map(({ to, name }) => ({
    to,
    name,
    text: t(`town.nav.${name}`),
    mark: name === 'feeds' ? mark : null,
  }))
  return <SectionNav label={t('town.nav.label')} section="town" places={places} />
}
