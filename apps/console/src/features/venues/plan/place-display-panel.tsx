import type { DisplayView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { newDisplayPlace } from './new-things.ts'
import { PlaceInRoom } from './place-in-room.tsx'
import type { PanelProps } from './plan-panel.tsx'
import { spotOf } from './use-settle-displays.ts'
import classes from './plan.module.css'

/** Which display the next touch puts on the plan; for the keyboard, which room it goes into. */
export function PlaceDisplayPanel({
  model,
  displays,
  displayId,
  onDisplay,
  onSelect,
  onChange,
}: PanelProps & {
  displays: readonly DisplayView[]
  displayId: string | null
  onDisplay: (id: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const standing = new Set(model.kiosks.map(({ id }) => id))
  const waiting = displays.filter((display) => !standing.has(spotOf(display)))
  const chosen = displays.find(({ id }) => id === displayId)
  return (
    <>
      <h2>
        <IconDeviceTv size={20} aria-hidden /> {t('venues.tool.display')}
      </h2>
      {waiting.length === 0 ? (
        <>
          <p className={classes.hint}>{t('venues.kiosk.allPlaced')}</p>
          <Button component={Link} to="/displays" variant="default">
            {t('venues.kiosk.toDisplays')}
          </Button>
        </>
      ) : (
        <>
          <p className={classes.hint}>{t('venues.kiosk.choose')}</p>
          <ul className={classes.list}>
            {waiting.map((display) => (
              <li key={display.id}>
                <button
                  type="button"
                  aria-pressed={display.id === displayId}
                  onClick={() => onDisplay(display.id === displayId ? null : display.id)}
                  data-testid={`place-${display.id}`}
                >
                  <IconDeviceTv size={17} aria-hidden /> {display.profile.name}
                </button>
              </li>
            ))}
          </ul>
          {chosen !== undefined && (
            <PlaceInRoom
              model={model}
              onPlace={(levelId, at) => {
                const kiosk = newDisplayPlace(chosen, levelId, at)
                onChange((edits) => kiosk.placed(edits))
                onDisplay(null)
                onSelect(kiosk.id)
              }}
            />
          )}
        </>
      )}
    </>
  )
}
