import type { ModelUnit } from '@akari/protocol'
import { Radio, Stack } from '@mantine/core'
import { IconDoor } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { HoursField } from './hours-field.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { PanelProps } from './plan-panel.tsx'
import classes from './plan.module.css'

const PASSAGES = ['public', 'staff', 'none'] as const
const DIRECTIONS = ['up', 'down'] as const

/** A room, corridor or shaft: who may enter it, when, and where an escalator runs. */
export function UnitPanel({
  unit,
  model,
  isUnreachable,
  readOnly,
  onChange,
}: PanelProps & { unit: ModelUnit; isUnreachable: boolean }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const offices = model.occupants.filter(({ unitId }) => unitId === unit.id)
  const about = `unit ${unit.id}`
  return (
    <HeldPanel
      icon={IconDoor}
      title={unit.name === null ? t(`venues.unit.kind.${unit.kind}`) : textIn(unit.name)}
      hint={
        offices.length === 0
          ? null
          : t('venues.unit.offices', { names: offices.map(({ name }) => textIn(name)).join(t('common.listSeparator')) })
      }
      readOnly={readOnly}
    >
      {isUnreachable && (
        <p className={classes.trouble} role="status">
          {t('venues.unit.unreachable')}
        </p>
      )}
      <Radio.Group
        label={t('venues.unit.who')}
        value={unit.passage}
        onChange={(value) => {
          const passage = PASSAGES.find((each) => each === value)
          if (passage !== undefined) onChange((edits) => changes.unit(edits, { id: unit.id, passage }))
        }}
      >
        <Stack gap={6} mt={6}>
          {PASSAGES.map((passage) => (
            <Radio
              key={passage}
              value={passage}
              label={t(`venues.passage.${passage}`)}
              data-testid={`unit-${passage}`}
            />
          ))}
        </Stack>
      </Radio.Group>
      {unit.kind === 'escalator' && (
        <Radio.Group
          label={t('venues.unit.direction')}
          value={unit.direction ?? 'both'}
          onChange={(value) => {
            const direction = DIRECTIONS.find((each) => each === value) ?? null
            onChange((edits) => changes.unit(edits, { id: unit.id, direction }))
          }}
        >
          <Stack gap={6} mt={6}>
            {[...DIRECTIONS, 'both' as const].map((direction) => (
              <Radio key={direction} value={direction} label={t(`venues.unit.runs.${direction}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <HoursField
        value={unit.hours}
        onChange={(hours) => onChange((edits) => changes.unit(edits, { id: unit.id, hours }), about)}
      />
    </HeldPanel>
  )
}
