import { Switch, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FormRows } from '../../parts/form-rows.tsx'
import { OneText } from '../../parts/one-text.tsx'
import type { BoardFieldsProps } from './board-fields-props.ts'

const MOST_STEPS = 6

/** The network's name, its password, and how to join. */
export function WifiFields({ board, language, onChange }: BoardFieldsProps<'wifi'>): ReactElement {
  const { t } = useTranslation()
  const { steps } = board
  const isOpen = board.password === null
  return (
    <>
      <TextInput
        id="board-ssid"
        label={t('boards.field.ssid')}
        value={board.ssid}
        maxLength={32}
        onChange={(event) => onChange({ ...board, ssid: event.currentTarget.value }, 'ssid')}
        data-testid="board-ssid"
      />
      <Switch
        label={t('boards.openNetwork')}
        checked={isOpen}
        onChange={(event) => onChange({ ...board, password: event.currentTarget.checked ? null : '' }, 'open')}
        data-testid="board-open"
      />
      {board.password !== null && (
        <TextInput
          id="board-password"
          label={t('boards.field.password')}
          description={t('boards.passwordHint')}
          value={board.password}
          maxLength={63}
          onChange={(event) => onChange({ ...board, password: event.currentTarget.value }, 'password')}
        />
      )}
      <FormRows
        legend={t('boards.field.steps')}
        canAdd={steps.length < MOST_STEPS}
        onAdd={() => onChange({ ...board, steps: [...steps, { ja: '' }] }, 'add')}
        onRemove={(index) => onChange({ ...board, steps: steps.toSpliced(index, 1) }, 'remove')}
        rows={steps.map((step, index) => (
          <OneText
            key={index}
            label={t('boards.step', { number: index + 1 })}
            value={step}
            language={language}
            fault={undefined}
            onChange={(next) => onChange({ ...board, steps: steps.with(index, next) }, `step ${index} ${language}`)}
            testId={index === 0 ? 'board-steps' : `board-steps-${index}`}
          />
        ))}
      />
      <OneText
        label={t('boards.field.note')}
        value={board.note}
        language={language}
        lines={2}
        fault={undefined}
        onChange={(note) => onChange({ ...board, note }, `note ${language}`)}
        testId="board-note"
      />
      <Switch
        label={t('boards.disasterNetwork')}
        description={t('boards.disasterNetworkHint')}
        checked={board.disasterNetwork}
        onChange={(event) => onChange({ ...board, disasterNetwork: event.currentTarget.checked }, 'disaster')}
      />
    </>
  )
}
