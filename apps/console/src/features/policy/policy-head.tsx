import { ActionIcon, Button, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconHistory, IconListSearch } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PolicyDraft } from './use-policy-draft.ts'
import { type Checked, errorsOf } from './use-findings.ts'
import classes from './table.module.css'

/** History and trial for everyone; undo, redo and saving for those who may change the table, with the reason why not. */
export function PolicyActions({
  draft,
  checked,
  readOnly,
  trying,
  onTry,
  onHistory,
  onSave,
}: {
  draft: PolicyDraft
  checked: Checked
  readOnly: boolean
  trying: boolean
  onTry: () => void
  onHistory: () => void
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const { editor, dispatch } = draft
  const why = useWhyNot(draft, checked)
  const step = (label: string, icon: ReactElement, disabled: boolean, type: 'undone' | 'redone'): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={() => dispatch({ type })}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <>
      <Button
        variant={trying ? 'light' : 'default'}
        leftSection={<IconListSearch size={18} />}
        aria-pressed={trying}
        onClick={onTry}
        data-testid="policy-try"
      >
        {t('policy.try')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconHistory size={18} />}
        onClick={onHistory}
        data-testid="policy-history"
      >
        {t('policy.history')}
      </Button>
      {!readOnly && (
        <>
          <Group gap={6} wrap="nowrap">
            {step(t('policy.undo'), <IconArrowBackUp size={20} />, editor.past.length === 0, 'undone')}
            {step(t('policy.redo'), <IconArrowForwardUp size={20} />, editor.future.length === 0, 'redone')}
          </Group>
          <Group gap="sm" wrap="nowrap">
            {why !== null && (
              <span
                className={classes.why}
                data-blocked={why.blocked || undefined}
                id="policy-why-not"
                data-testid="policy-why-not"
              >
                {why.text}
              </span>
            )}
            <Button
              leftSection={<IconDeviceFloppy size={18} />}
              disabled={why !== null}
              aria-describedby={why === null ? undefined : 'policy-why-not'}
              onClick={onSave}
              data-testid="policy-save"
            >
              {t('policy.save')}
            </Button>
          </Group>
        </>
      )}
    </>
  )
}

/** Why the table cannot be saved just now; null when it can. */
function useWhyNot(draft: PolicyDraft, checked: Checked): { text: string; blocked: boolean } | null {
  const { t } = useTranslation()
  if (!draft.unsaved) return { text: t('policy.whyNot.nothing'), blocked: false }
  const errors = errorsOf(checked.findings).length
  if (checked.state === 'failed') return { text: t('policy.whyNot.checkFailed'), blocked: true }
  if (checked.state === 'checking') return { text: t('policy.whyNot.checking'), blocked: false }
  return errors > 0 ? { text: t('policy.whyNot.errors', { count: errors }), blocked: true } : null
}
