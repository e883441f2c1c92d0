import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { History } from './history.ts'

/** One step back in what is edited, and forth again. */
export function UndoSteps({
  editor: { past, future },
  onStep,
}: {
  editor: Pick<History<unknown>, 'past' | 'future'>
  onStep: (type: 'undone' | 'redone') => void
}): ReactElement {
  const { t } = useTranslation()
  const step = (type: 'undone' | 'redone', label: string, icon: ReactElement, disabled: boolean): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={() => onStep(type)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <Group gap={6} wrap="nowrap">
      {step('undone', t('steps.undo'), <IconArrowBackUp size={20} />, past.length === 0)}
      {step('redone', t('steps.redo'), <IconArrowForwardUp size={20} />, future.length === 0)}
    </Group>
  )
}
