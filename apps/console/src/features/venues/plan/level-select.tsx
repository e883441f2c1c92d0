import type { VenueModel } from '@akari/protocol'
import { Select } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { floorsFromTop } from '../model/floors.ts'

/** The level that something stands on. */
export function LevelSelect({
  model,
  value,
  onChange,
}: {
  model: VenueModel
  value: string
  onChange: (levelId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <Select
      label={t('venues.level')}
      data={floorsFromTop(model.levels)
        .flatMap(({ levels }) => levels)
        .map(({ id, shortName }) => ({ value: id, label: textIn(shortName) }))}
      value={value}
      allowDeselect={false}
      onChange={(id) => id !== null && onChange(id)}
    />
  )
}
