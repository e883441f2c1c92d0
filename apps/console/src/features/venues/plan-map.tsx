import type { ModelLevel } from '@akari/protocol'
import { type VenueMapProps, VenueMap } from '@akari/scenes'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import '../../parts/world-fonts.ts'
import { LevelTabs } from './level-tabs.tsx'
import classes from './plan-map.module.css'

/** A plan with its floors above it, and beside them what is to be done there. */
export function PlanFrame({
  label,
  levels,
  levelId,
  marks = {},
  tool,
  beside = null,
  onLevel,
  onKeyDownCapture,
  children,
}: {
  label: string
  levels: readonly Pick<ModelLevel, 'id' | 'ordinal' | 'shortName'>[]
  levelId: string
  /** How much on a level is to be looked at, by the level's id. */
  marks?: Readonly<Record<string, number>>
  /** What the next touch does, for the shape of the pointer. */
  tool?: string
  beside?: ReactNode
  onLevel: (levelId: string) => void
  onKeyDownCapture?: (event: KeyboardEvent) => void
  children: ReactNode
}): ReactElement {
  return (
    <section
      className={classes.frame}
      aria-label={label}
      data-tool={tool}
      {...(onKeyDownCapture === undefined ? {} : { onKeyDownCapture })}
    >
      <div className={classes.bar}>
        <LevelTabs levels={levels} levelId={levelId} marks={marks} onChange={onLevel} />
        <div className={classes.beside}>{beside}</div>
      </div>
      <div className={classes.ground}>{children}</div>
    </section>
  )
}

/** The map of the glass on a page of the console: its words in the console's language, its sizes for a desk or a tablet. */
export function PlanMap(props: Omit<VenueMapProps, 'language' | 'interactive' | 'className'>): ReactElement {
  const { i18n } = useTranslation()
  return (
    <VenueMap {...props} interactive language={i18n.language === 'en' ? 'en' : 'ja'} className={classes.map ?? ''} />
  )
}
