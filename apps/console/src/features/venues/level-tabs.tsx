import type { ModelLevel } from '@akari/protocol'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { floorsFromTop } from './model/floors.ts'
import classes from './level-tabs.module.css'

/** The floors of a building from below to above; what shares a height is one floor. */
export function LevelTabs({
  levels,
  levelId,
  marks = {},
  onChange,
}: {
  levels: readonly Pick<ModelLevel, 'id' | 'ordinal' | 'shortName'>[]
  levelId: string
  /** How much on a level is to be looked at, by the level's id. */
  marks?: Readonly<Record<string, number>>
  onChange: (levelId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const floors = floorsFromTop(levels).toReversed()
  const press = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
    const next = floors[index + step]?.levels[0]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(next.id)
    const neighbour = step === 1 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling
    if (neighbour instanceof HTMLElement) neighbour.focus()
  }
  return (
    <div className={classes.tabs} role="tablist" aria-label={t('venues.floors')}>
      {floors.map(({ ordinal, levels: here }, index) => {
        const isShown = here.some(({ id }) => id === levelId)
        const count = here.reduce((sum, { id }) => sum + (marks[id] ?? 0), 0)
        return (
          <button
            key={ordinal}
            type="button"
            role="tab"
            aria-selected={isShown}
            tabIndex={isShown ? 0 : -1}
            onClick={() => here[0] !== undefined && onChange(here[0].id)}
            onKeyDown={(event) => press(event, index)}
            data-testid={`level-${ordinal}`}
          >
            {here.map(({ shortName }) => textIn(shortName)).join(t('common.listSeparator'))}
            {count > 0 && <small aria-label={t('venues.toLookAt', { count })}>{count}</small>}
          </button>
        )
      })}
    </div>
  )
}
