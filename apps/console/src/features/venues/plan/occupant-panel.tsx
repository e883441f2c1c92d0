import type { ModelOccupant } from '@akari/protocol'
import { TagsInput } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { HeldTexts } from './held-texts.tsx'
import { HoursField } from './hours-field.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { PanelProps } from './plan-panel.tsx'

const MOST_COUNTERS = 50

/** An office or counter: its name in every language, its numbers, when it is open, and what people come for. */
export function OccupantPanel({
  occupant,
  model,
  readOnly,
  onChange,
}: PanelProps & { occupant: ModelOccupant }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const change = (part: Partial<ModelOccupant>, about?: string): void =>
    onChange((edits) => changes.occupant(edits, { ...occupant, ...part }), about)
  const room = model.units.find(({ id }) => id === occupant.unitId)
  return (
    <HeldPanel
      icon={IconMapPin}
      title={t('venues.occupant.title')}
      hint={
        room?.name === null || room === undefined
          ? t('venues.occupant.noRoom')
          : t('venues.occupant.inRoom', { name: textIn(room.name) })
      }
      readOnly={readOnly}
    >
      <HeldTexts
        label={t('venues.occupant.name')}
        value={occupant.name}
        onChange={(name) => change({ name }, `occupant name ${occupant.id}`)}
        testId="occupant-name"
      />
      <TagsInput
        label={t('venues.occupant.counters')}
        description={t('venues.occupant.countersHint')}
        value={occupant.counters.map(String)}
        maxTags={MOST_COUNTERS}
        onChange={(tags) => change({ counters: countersOf(tags) })}
      />
      <HoursField value={occupant.hours} onChange={(hours) => change({ hours }, `occupant hours ${occupant.id}`)} />
      <TagsInput
        label={t('venues.occupant.keywords')}
        description={t('venues.occupant.keywordsHint')}
        value={occupant.keywords}
        maxTags={200}
        maxLength={200}
        onChange={(keywords) => change({ keywords })}
      />
      <TagsInput
        label={t('venues.occupant.readings')}
        description={t('venues.occupant.readingsHint')}
        value={occupant.readings}
        maxTags={50}
        maxLength={200}
        onChange={(readings) => change({ readings })}
      />
    </HeldPanel>
  )
}

/** Numbers as people type them, also full-width; anything else is left out. */
function countersOf(tags: readonly string[]): number[] {
  const numbers = tags.map((tag) => Number(tag.normalize('NFKC').trim()))
  return [...new Set(numbers.filter((number) => Number.isInteger(number) && number >= 0 && number <= 999))]
}
