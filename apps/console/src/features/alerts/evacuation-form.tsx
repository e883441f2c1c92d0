import {
  type Channel,
  type DeskShelter,
  EvacuationHazard,
  EvacuationOrder,
  isFitFor,
  type OrderedArea,
} from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShelters, useTowns } from '../../api/desk-messages.ts'
import { AreaPicker } from './area-picker.tsx'
import { MessageDesk } from './message-desk.tsx'
import { ShelterPicker } from './shelter-picker.tsx'
import classes from './desk.module.css'
import compose from './compose.module.css'

/** An order of the city: what, because of what, where, and which open shelters fit; a second person confirms it. */
export function EvacuationForm({ channel }: { channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const towns = useTowns().data ?? []
  const shelters = useShelters().data ?? []
  const [order, setOrder] = useState<EvacuationOrder | null>(null)
  const [hazard, setHazard] = useState<EvacuationHazard>('flood')
  const [area, setArea] = useState<OrderedArea>({ kind: 'towns', towns: [] })
  const [left, setLeft] = useState<readonly string[]>([])
  const offered = order === null || order === 'emergency' ? [] : offeredFor(shelters, hazard)
  const shelterIds = offered.map(({ id }) => id).filter((id) => !left.includes(id))
  const clear = (): void => {
    setOrder(null)
    setArea({ kind: 'towns', towns: [] })
    setLeft([])
  }
  return (
    <>
      <h2>
        <span className={classes.number}>1</span>
        {t('evacuation.which')}
      </h2>
      <div className={compose.orders} role="radiogroup" aria-label={t('evacuation.which')}>
        {EvacuationOrder.options.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={order === each}
            data-order={each}
            className={compose.order}
            onClick={() => setOrder(each)}
            data-testid={`evacuation-${each}`}
          >
            <b>{t(`evacuation.order.${each}`)}</b>
            <small>{t(`evacuation.orderHint.${each}`)}</small>
          </button>
        ))}
      </div>
      <div className={compose.chips} role="radiogroup" aria-label={t('evacuation.hazardLabel')}>
        <b aria-hidden>{t('evacuation.hazardLabel')}</b>
        {EvacuationHazard.options.map((each) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={hazard === each}
            className={compose.chip}
            onClick={() => setHazard(each)}
            data-testid={`hazard-${each}`}
          >
            {t(`evacuation.hazard.${each}`)}
          </button>
        ))}
      </div>
      {(hazard === 'fire' || hazard === 'other') && <p className={classes.calm}>{t('evacuation.noLevel')}</p>}
      <h2>
        <span className={classes.number}>2</span>
        {t('evacuation.where')}
      </h2>
      <AreaPicker towns={towns} area={area} onChange={setArea} />
      <h2>
        <span className={classes.number}>3</span>
        {t('evacuation.shelters')}
      </h2>
      <ShelterPicker
        order={order}
        hazard={hazard}
        offered={offered}
        chosen={shelterIds}
        onChoose={(id, wanted) => setLeft(wanted ? left.filter((each) => each !== id) : [...left, id])}
      />
      <MessageDesk
        channel={channel}
        draft={order === null ? null : { kind: 'evacuation', order, hazard, area, shelterIds }}
        firstNumber={4}
        onSent={clear}
      />
    </>
  )
}

/** Only what staff opened and what is fit for the hazard is offered at all. */
function offeredFor(shelters: readonly DeskShelter[], hazard: EvacuationHazard): DeskShelter[] {
  return shelters.filter((shelter) => shelter.open && isFitFor(shelter, hazard))
}
