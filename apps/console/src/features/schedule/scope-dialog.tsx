import { Button, Modal, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { type Edits, editsOf, type Scope, scopesOf, type Shift } from './series.ts'

/** Asks how much of a series a change is: この回だけ, これ以降, すべて; says why where not all can be chosen. */
export function ScopeDialog({
  shift,
  onChoose,
  onClose,
}: {
  shift: Shift
  onChoose: (edits: Edits) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const scopes = scopesOf(shift)
  const choose = (scope: Scope) => () => {
    const edits = editsOf(shift, scope)
    onClose()
    if (edits !== null) onChoose(edits)
  }
  return (
    <Modal opened onClose={onClose} title={t('calendar.scope.title', { name: shift.entry.name })} size="sm">
      <Stack gap="sm">
        {scopes.map((scope) => (
          <Button
            key={scope}
            variant={scope === 'this' ? 'filled' : 'default'}
            onClick={choose(scope)}
            data-autofocus={scope === 'this' || undefined}
            data-testid={`scope-${scope}`}
          >
            {t(`calendar.scope.${scope}`)}
          </Button>
        ))}
        {scopes.length < 3 && <Text size="sm">{t('calendar.scope.only')}</Text>}
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('common.stop')}
        </Button>
      </Stack>
    </Modal>
  )
}
