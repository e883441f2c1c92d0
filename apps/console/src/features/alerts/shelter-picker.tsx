import type { DeskShelter, EvacuationHazard, EvacuationOrder } from '@akari/protocol'
import { Checkbox } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { SheltersButton } from './shelters-drawer.tsx'
import classes from './desk.module.css'
import compose from './compose.module.css'

/** The shelters that are open and fit; all go on the glass unless somebody takes one out. */
export function ShelterPicker({
  order,
  hazard,
  offered,
  chosen,
  onChoose,
}: {
  order: EvacuationOrder | null
  hazard: EvacuationHazard
  offered: readonly DeskShelter[]
  chosen: readonly string[]
  onChoose: (id: string, wanted: boolean) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <div className={compose.shelters}>
      {order === 'emergency' ? (
        <p className={classes.calm}>{t('evacuation.noSheltersNow')}</p>
      ) : offered.length === 0 ? (
        <p className={classes.calm}>{t('evacuation.noneOpen', { hazard: t(`evacuation.hazard.${hazard}`) })}</p>
      ) : (
        <ul>
          {offered.map((shelter) => (
            <li key={shelter.id}>
              <Checkbox
                checked={chosen.includes(shelter.id)}
                onChange={(event) => onChoose(shelter.id, event.currentTarget.checked)}
                label={textIn(shelter.name)}
                description={shelter.address === null ? undefined : textIn(shelter.address)}
                data-testid={`shelter-${shelter.id}`}
              />
            </li>
          ))}
        </ul>
      )}
      <SheltersButton />
    </div>
  )
}
