import { Tooltip } from '@mantine/core'
import { IconDeviceTv, IconMapPinPlus, IconPointer, IconRoute } from '@tabler/icons-react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './plan.module.css'

const TOOLS = ['select', 'display', 'occupant', 'way'] as const
export type Tool = (typeof TOOLS)[number]

const ICONS = { select: IconPointer, display: IconDeviceTv, occupant: IconMapPinPlus, way: IconRoute }

/** What the next touch of the plan does. */
export function Tools({ tool, onChange }: { tool: Tool; onChange: (tool: Tool) => void }): ReactElement {
  const { t } = useTranslation()
  const press = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const next = TOOLS[index + step]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onChange(next)
    const neighbour = step === 1 ? event.currentTarget.nextElementSibling : event.currentTarget.previousElementSibling
    if (neighbour instanceof HTMLElement) neighbour.focus()
  }
  return (
    <div className={classes.tools} role="toolbar" aria-orientation="vertical" aria-label={t('venues.tool.label')}>
      {TOOLS.map((each, index) => {
        const Icon = ICONS[each]
        return (
          <Tooltip key={each} label={t(`venues.tool.hint.${each}`)} position="right">
            <button
              type="button"
              aria-pressed={each === tool}
              tabIndex={each === tool ? 0 : -1}
              onClick={() => onChange(each)}
              onKeyDown={(event) => press(event, index)}
              data-testid={`tool-${each}`}
            >
              <Icon size={24} stroke={1.7} aria-hidden />
              <span>{t(`venues.tool.${each}`)}</span>
            </button>
          </Tooltip>
        )
      })}
    </div>
  )
}
