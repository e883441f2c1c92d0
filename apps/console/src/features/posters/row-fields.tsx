import {
  type PosterContent,
  RECRUITMENT_FACTS,
  RecruitmentFact,
  WASTE_KINDS,
  WasteKind,
  Weekday,
  WEEKDAYS,
} from '@akari/protocol'
import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRows } from '../../parts/form-rows.tsx'
import { DaysFields, OneText, TimesFields } from './field-parts.tsx'
import type { PosterFieldsProps } from './poster-fields.tsx'

type Of<T extends PosterContent['template']> = PosterFieldsProps<Extract<PosterContent, { template: T }>>

export function CounterRows({ poster, language, onChange }: Of<'counters'>): ReactElement {
  const { t } = useTranslation()
  const { counters } = poster
  const set = (next: typeof counters, about: string): void => onChange({ ...poster, counters: next }, about)
  return (
    <FormRows
      legend={t('posters.counters')}
      canAdd={counters.length < 6}
      onAdd={() => set([...counters, { number: String(counters.length + 1), name: { ja: '' }, waiting: 0 }], 'add')}
      onRemove={(index) => set(counters.toSpliced(index, 1), 'remove')}
      rows={counters.map((counter, index) => {
        const change = (part: Partial<typeof counter>): void =>
          set(counters.with(index, { ...counter, ...part }), `counter ${index} ${Object.keys(part).join()} ${language}`)
        return (
          <Group key={index} gap="xs" align="flex-end" wrap="nowrap">
            <TextInput
              w={64}
              id={`poster-counter-${index}-number`}
              label={t('posters.number')}
              maxLength={4}
              value={counter.number}
              onChange={(event) => change({ number: event.currentTarget.value })}
            />
            <OneText
              label={t('posters.counterName')}
              value={counter.name}
              language={language}
              onChange={(name) => change({ name })}
              testId={`poster-counter-${index}`}
            />
            <NumberInput
              w={92}
              label={t('posters.waiting')}
              min={0}
              max={999}
              value={counter.waiting}
              onChange={(waiting) => typeof waiting === 'number' && change({ waiting })}
            />
            <NumberInput
              w={92}
              label={t('posters.minutes')}
              min={0}
              max={999}
              value={counter.minutes ?? ''}
              onChange={(minutes) => typeof minutes === 'number' && change({ minutes })}
            />
          </Group>
        )
      })}
    />
  )
}

export function EarlyRows({ poster, language, onChange }: Of<'election'>): ReactElement {
  const { t } = useTranslation()
  const { early, day } = poster
  const set = (next: typeof early, about: string): void => onChange({ ...poster, early: next }, about)
  return (
    <FormRows
      legend={t('posters.early')}
      canAdd={early.length < 3}
      onAdd={() =>
        set([...early, { place: { ja: '' }, days: { from: day }, times: { start: '08:30', end: '20:00' } }], 'add')
      }
      onRemove={(index) => set(early.toSpliced(index, 1), 'remove')}
      rows={early.map((each, index) => {
        const change = (part: Partial<typeof each>): void =>
          set(early.with(index, { ...each, ...part }), `early ${index} ${Object.keys(part).join()} ${language}`)
        return (
          <div key={index}>
            <OneText
              label={t('posters.place')}
              value={each.place}
              language={language}
              onChange={(place) => change({ place })}
              testId={`poster-early-${index}`}
            />
            <DaysFields days={each.days} onChange={(days) => change({ days })} />
            <TimesFields times={each.times} testId={`poster-early-${index}`} onChange={(times) => change({ times })} />
          </div>
        )
      })}
    />
  )
}

export function FactRows({ poster, language, onChange }: Of<'recruitment'>): ReactElement {
  const { t } = useTranslation()
  const { facts } = poster
  const set = (next: typeof facts, about: string): void => onChange({ ...poster, facts: next }, about)
  const free = RECRUITMENT_FACTS.filter((fact) => facts.every((each) => each.fact !== fact))
  return (
    <FormRows
      legend={t('posters.facts')}
      canAdd={facts.length < 4 && free.length > 0}
      onAdd={() => set([...facts, ...free.slice(0, 1).map((fact) => ({ fact, text: { ja: '' } }))], 'add')}
      onRemove={(index) => set(facts.toSpliced(index, 1), 'remove')}
      rows={facts.map(({ fact, text }, index) => (
        <Group key={fact} gap="xs" align="flex-end" wrap="nowrap">
          <Select
            w={120}
            label={t('posters.factName')}
            allowDeselect={false}
            value={fact}
            data={[fact, ...free].map((value) => ({ value, label: t(`posters.fact.${value}`) }))}
            onChange={(next) => set(facts.with(index, { fact: RecruitmentFact.parse(next), text }), 'fact')}
          />
          <OneText
            label={t('posters.factText')}
            value={text}
            language={language}
            onChange={(next) => set(facts.with(index, { fact, text: next }), `fact ${index} ${language}`)}
            testId={`poster-fact-${index}`}
          />
        </Group>
      ))}
    />
  )
}

export function WasteRows({ poster, onChange }: Of<'waste'>): ReactElement {
  const { t } = useTranslation()
  const { kinds } = poster
  const set = (next: typeof kinds, about: string): void => onChange({ ...poster, kinds: next }, about)
  const free = WASTE_KINDS.filter((kind) => kinds.every((each) => each.kind !== kind))
  return (
    <FormRows
      legend={t('posters.kinds')}
      canAdd={free.length > 0}
      onAdd={() => set([...kinds, ...free.slice(0, 1).map((kind) => ({ kind, weekdays: [WEEKDAYS[0]] }))], 'add')}
      onRemove={(index) => set(kinds.toSpliced(index, 1), 'remove')}
      rows={kinds.map((each, index) => {
        const { kind, weekdays, weeks } = each
        return (
          <div key={kind}>
            <Group gap="xs" align="flex-end">
              <Select
                w={170}
                label={t('posters.kindName')}
                allowDeselect={false}
                value={kind}
                data={[kind, ...free].map((value) => ({ value, label: t(`posters.waste.${value}`) }))}
                onChange={(next) => set(kinds.with(index, { ...each, kind: WasteKind.parse(next) }), 'kind')}
              />
              <Checkbox.Group
                label={t('posters.weeks')}
                value={(weeks ?? []).map(String)}
                onChange={(chosen) => {
                  const next = chosen.map(Number).toSorted((a, b) => a - b)
                  const { weeks: _before, ...others } = each
                  set(kinds.with(index, next.length === 0 ? others : { ...others, weeks: next }), 'weeks')
                }}
              >
                <Group gap={8}>
                  {[1, 2, 3, 4, 5].map((week) => (
                    <Checkbox key={week} value={String(week)} label={t('posters.week', { week })} />
                  ))}
                </Group>
              </Checkbox.Group>
            </Group>
            <Checkbox.Group
              mt="xs"
              aria-label={t('posters.weekdays')}
              value={weekdays}
              onChange={(chosen) => {
                const next = WEEKDAYS.filter((day) => chosen.includes(day)).map((day) => Weekday.parse(day))
                if (next.length > 0) set(kinds.with(index, { ...each, weekdays: next }), 'weekdays')
              }}
            >
              <Group gap={8}>
                {WEEKDAYS.map((day) => (
                  <Checkbox key={day} value={day} label={t(`posters.weekday.${day}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          </div>
        )
      })}
    />
  )
}
