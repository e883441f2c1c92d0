import { type ModelOpening, Passage } from '@akari/protocol'
import { roomsBeside } from '@akari/wayfinding'
import { NumberInput, Radio, Select, Stack } from '@mantine/core'
import { IconDoorEnter } from '@tabler/icons-react'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes, type OpeningEdit } from '../model/changes.ts'
import { AsImported } from './as-imported.tsx'
import { HeldPanel } from './held-panel.tsx'
import { HoursField } from './hours-field.tsx'
import type { PanelProps } from './plan-panel.tsx'

const STEPS = [
  { value: 'free', stepFree: true },
  { value: 'stepped', stepFree: false },
  { value: 'unknown', stepFree: null },
] as const
const BOTH = 'both'
const OUTSIDE = 'outside'
const CM = 100

/** A door: who may pass it, which way, how wide it is, whether there is a step, and when it is open. */
export function OpeningPanel({
  opening,
  imported,
  edits,
  readOnly,
  onChange,
}: PanelProps & { opening: ModelOpening }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const rooms = useMemo(() => roomsBeside(imported, opening.id), [imported, opening.id])
  const nameOf = (unit: (typeof rooms)[number]): string =>
    unit.name === null ? t(`venues.unit.kind.${unit.kind}`) : textIn(unit.name)
  const change = (part: Omit<OpeningEdit, 'id'>, about?: string): void =>
    onChange((before) => changes.opening(before, { id: opening.id, ...part }), about)
  return (
    <HeldPanel
      icon={IconDoorEnter}
      title={opening.name === null ? t('venues.standing.opening') : textIn(opening.name)}
      hint={
        rooms.length === 0
          ? t('venues.opening.nowhere')
          : t('venues.opening.between', { names: rooms.map(nameOf).join(t('common.listSeparator')) })
      }
      readOnly={readOnly}
    >
      <Select
        label={t('venues.link.passage')}
        data={Passage.options.map((passage) => ({ value: passage, label: t(`venues.passage.${passage}`) }))}
        value={opening.passage}
        allowDeselect={false}
        onChange={(value) => {
          const passage = Passage.options.find((each) => each === value)
          if (passage !== undefined) change({ passage })
        }}
        data-testid="opening-passage"
      />
      <Radio.Group
        label={t('venues.opening.direction')}
        value={opening.oneWay === undefined ? BOTH : (opening.oneWay.into ?? OUTSIDE)}
        onChange={(value) =>
          onChange((before) => {
            const oneWay = value === BOTH ? null : { into: value === OUTSIDE ? null : value }
            return changes.openingDirection(before, opening.id, oneWay)
          })
        }
      >
        <Stack gap={6} mt={6}>
          <Radio value={BOTH} label={t('venues.opening.both')} />
          {rooms.map((unit) => (
            <Radio
              key={unit.id}
              value={unit.id}
              label={t('venues.opening.into', { name: nameOf(unit) })}
              data-testid={`opening-into-${unit.id}`}
            />
          ))}
          {rooms.length === 1 && <Radio value={OUTSIDE} label={t('venues.opening.out')} />}
        </Stack>
      </Radio.Group>
      <Select
        label={t('venues.opening.step')}
        data={STEPS.map(({ value }) => ({ value, label: t(`venues.opening.steps.${value}`) }))}
        value={STEPS.find(({ stepFree }) => stepFree === opening.stepFree)?.value ?? null}
        allowDeselect={false}
        onChange={(value) => {
          const step = STEPS.find((each) => each.value === value)
          if (step !== undefined) change({ stepFree: step.stepFree })
        }}
        data-testid="opening-step"
      />
      <NumberInput
        label={t('venues.opening.width')}
        description={t('venues.opening.widthHint')}
        suffix=" cm"
        min={10}
        max={10_000}
        allowDecimal={false}
        value={opening.widthM === undefined ? '' : Math.round(opening.widthM * CM)}
        onChange={(value) => {
          if (value === '') onChange((before) => changes.openingWidth(before, opening.id, null), `width ${opening.id}`)
          else if (typeof value === 'number' && value >= 10) {
            onChange((before) => changes.openingWidth(before, opening.id, value / CM), `width ${opening.id}`)
          }
        }}
        data-testid="opening-width"
      />
      <HoursField value={opening.hours} onChange={(hours) => change({ hours }, `opening hours ${opening.id}`)} />
      {(edits.openings ?? []).some(({ id }) => id === opening.id) && (
        <AsImported onClick={() => onChange((before) => changes.openingAsImported(before, opening.id))} />
      )}
    </HeldPanel>
  )
}
