import type { Language, PosterContent, Texts } from '@akari/protocol'
import { Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ClockField } from '../../parts/clock-field.tsx'
import { useFaultOf } from './use-fault-of.ts'
import { DayField, DaysFields, OneText, TimesFields } from './field-parts.tsx'
import { CounterRows, EarlyRows, FactRows, WasteRows } from './row-fields.tsx'

export type PosterFieldsProps<P extends PosterContent = PosterContent> = {
  poster: P
  language: Language
  onChange: (poster: PosterContent, about: string) => void
}

/** The form of a template, without the title that all of them have. */
export function PosterFields(props: PosterFieldsProps): ReactElement {
  const { poster } = props
  return (
    <Stack gap="sm">
      <OwnFields {...props} />
      {poster.template !== 'counters' && <FootFields {...props} poster={poster} />}
    </Stack>
  )
}

function OwnFields({ poster, language, onChange }: PosterFieldsProps): ReactElement {
  const { t } = useTranslation()
  const text = (key: 'body' | 'place' | 'note' | 'area', value: Texts | undefined, lines = 1) => (
    <OneText
      label={t(`posters.${key}`)}
      value={value}
      language={language}
      lines={lines}
      onChange={(next) => onChange({ ...poster, [key]: next }, `${key} ${language}`)}
      testId={`poster-${key}`}
    />
  )
  switch (poster.template) {
    case 'notice':
      return text('body', poster.body, 4)
    case 'event':
    case 'exhibition':
      return (
        <>
          <DaysFields days={poster.days} onChange={(days) => onChange({ ...poster, days }, 'days')} />
          <TimesFields
            times={poster.times ?? { start: '09:00' }}
            testId="poster-times"
            onChange={(times) => onChange({ ...poster, times }, 'times')}
          />
          {text('place', poster.place)}
          {text('note', poster.note)}
        </>
      )
    case 'counters':
      return (
        <>
          <ClockField
            label={t('posters.at')}
            value={poster.at}
            onChange={(at) => onChange({ ...poster, at }, 'at')}
            testId="poster-at"
          />
          <CounterRows poster={poster} language={language} onChange={onChange} />
          {text('note', poster.note)}
        </>
      )
    case 'election':
      return (
        <>
          <DayField
            label={t('posters.day')}
            value={poster.day}
            onChange={(day) => day !== undefined && onChange({ ...poster, day }, 'day')}
          />
          <TimesFields
            times={poster.times}
            testId="poster-times"
            onChange={(times) => onChange({ ...poster, times }, 'times')}
          />
          <EarlyRows poster={poster} language={language} onChange={onChange} />
          {text('note', poster.note)}
        </>
      )
    case 'waste':
      return (
        <>
          {text('area', poster.area)}
          <ClockField
            label={t('posters.by')}
            value={poster.by ?? ''}
            onChange={(by) => onChange({ ...poster, by }, 'by')}
            testId="poster-by"
          />
          <WasteRows poster={poster} language={language} onChange={onChange} />
        </>
      )
    case 'recruitment':
      return (
        <>
          <FactRows poster={poster} language={language} onChange={onChange} />
          <DayField
            label={t('posters.deadline')}
            value={poster.deadline}
            clearable
            onChange={(day) => {
              const { deadline: _before, ...others } = poster
              onChange(day === undefined ? others : { ...poster, deadline: day }, 'deadline')
            }}
          />
        </>
      )
    case 'closure':
      return (
        <>
          <DaysFields days={poster.days} onChange={(days) => onChange({ ...poster, days }, 'days')} />
          <DayField
            label={t('posters.reopens')}
            value={poster.reopens}
            clearable
            onChange={(day) => {
              const { reopens: _before, ...others } = poster
              onChange(day === undefined ? others : { ...poster, reopens: day }, 'reopens')
            }}
          />
          {text('place', poster.place)}
          {text('note', poster.note, 2)}
        </>
      )
  }
}

function FootFields({
  poster,
  language,
  onChange,
}: PosterFieldsProps<Exclude<PosterContent, { template: 'counters' }>>): ReactElement {
  const { t } = useTranslation()
  const fault = useFaultOf('poster-link')
  return (
    <>
      <OneText
        label={t('posters.contact')}
        value={poster.contact}
        language={language}
        onChange={(contact) => onChange({ ...poster, contact }, `contact ${language}`)}
        testId="poster-contact"
      />
      <TextInput
        type="url"
        id="poster-link"
        error={fault}
        label={t('posters.link')}
        description={t('posters.linkHint')}
        placeholder="https://"
        value={poster.link ?? ''}
        onChange={(event) => onChange({ ...poster, link: event.currentTarget.value }, 'link')}
        data-testid="poster-link"
      />
    </>
  )
}
