import { LanguageBeside } from '@akari/protocol'
import { Input, MultiSelect, SegmentedControl } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Chosen = LanguageBeside[] | null

const WAYS = ['all', 'some', 'none'] as const

/** What a display speaks beside Japanese, and in which order: everything that is written (null), some languages, or none. */
export function BesideField({ value, onChange }: { value: Chosen; onChange: (value: Chosen) => void }): ReactElement {
  const { t } = useTranslation()
  const [way, setWay] = useState(value === null ? 'all' : value.length === 0 ? 'none' : 'some')
  const go = (next: string): void => {
    setWay(next)
    onChange(next === 'all' ? null : next === 'none' ? [] : ['en'])
  }
  return (
    <Input.Wrapper label={t('displays.beside.label')} description={t('displays.beside.hint')}>
      <SegmentedControl
        fullWidth
        mt={4}
        data={WAYS.map((each) => ({ value: each, label: t(`displays.beside.${each}`) }))}
        value={way}
        onChange={go}
        data-testid="display-beside"
      />
      {way === 'some' && (
        <MultiSelect
          mt="xs"
          aria-label={t('displays.beside.chosen')}
          data={LanguageBeside.options.map((language) => ({ value: language, label: t(`languageIn.${language}`) }))}
          value={value ?? []}
          onChange={(next) => onChange(LanguageBeside.array().parse(next))}
          placeholder={value?.length === 0 ? t('displays.beside.none') : ''}
          searchable
          data-testid="display-beside-languages"
        />
      )}
    </Input.Wrapper>
  )
}
