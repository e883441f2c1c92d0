import { type VenueMapProps, VenueMap } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import '../../parts/world-fonts.ts'
import classes from './plan-map.module.css'

/** The map of the glass on a page of the console: its words in the console's language, its sizes for a desk or a tablet. */
export function PlanMap(props: Omit<VenueMapProps, 'language' | 'interactive' | 'className'>): ReactElement {
  const { i18n } = useTranslation()
  return (
    <VenueMap {...props} interactive language={i18n.language === 'en' ? 'en' : 'ja'} className={classes.map ?? ''} />
  )
}
