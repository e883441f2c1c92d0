import type { OrderedArea, Town } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { isChosen, toggled, wholeTown } from './ordered-area.ts'
import compose from './compose.module.css'

/** The whole city, or towns and their 丁目: each a button that stays pressed. */
export function AreaPicker({
  towns,
  area,
  onChange,
}: {
  towns: readonly Town[]
  area: OrderedArea
  onChange: (area: OrderedArea) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const isWhole = area.kind === 'whole'
  return (
    <div className={compose.area}>
      <button
        type="button"
        className={compose.chip}
        aria-pressed={isWhole}
        onClick={() => onChange(isWhole ? { kind: 'towns', towns: [] } : { kind: 'whole' })}
        data-testid="area-whole"
      >
        {t('evacuation.wholeCity')}
      </button>
      {!isWhole && (
        <ul className={compose.towns}>
          {towns.map((town) => {
            const name = textIn(town.name)
            return (
              <li key={town.id}>
                <button
                  type="button"
                  className={compose.town}
                  aria-pressed={isChosen(area, town, null)}
                  onClick={() => onChange(wholeTown(area, town))}
                  data-testid={`town-${town.id}`}
                >
                  {name}
                </button>
                {Array.from({ length: town.blocks }, (_, index) => index + 1).map((block) => (
                  <button
                    key={block}
                    type="button"
                    className={compose.chome}
                    aria-pressed={isChosen(area, town, block)}
                    aria-label={t('evacuation.block', { town: name, block })}
                    onClick={() => onChange(toggled(area, town, block))}
                    data-testid={`town-${town.id}-${block}`}
                  >
                    {block}
                  </button>
                ))}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
