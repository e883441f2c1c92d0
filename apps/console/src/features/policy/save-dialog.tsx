import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Trouble } from '../../parts/trouble.tsx'
import { ChangeList } from './change-list.tsx'
import type { RuleChange } from './policy-diff.ts'
import classes from './changes.module.css'

const MOST_CHARACTERS = 500

/** Before a version is made: what changes, and why, in the words of who changes it. */
export function SaveDialog({
  title,
  text,
  firstNote,
  yes,
  changes,
  warnings,
  busy,
  error,
  onSave,
  onClose,
}: {
  title: string
  text: string
  firstNote: string
  yes: string
  changes: readonly RuleChange[]
  /** How many points to consider are left. */
  warnings: number
  busy: boolean
  error: unknown
  onSave: (note: string) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const [note, setNote] = useState(firstNote)
  return (
    <Modal opened onClose={onClose} size="lg" title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSave(note.trim())
        }}
      >
        <Stack>
          <Text size="sm">{text}</Text>
          <Trouble error={error} />
          <Textarea
            label={t('policy.saveDialog.note')}
            description={t('policy.saveDialog.noteHint')}
            placeholder={t('policy.saveDialog.notePlaceholder')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={MOST_CHARACTERS}
            minRows={2}
            autosize
            data-autofocus
            data-testid="policy-note"
          />
          <section>
            <h3 className={classes.heading}>{t('policy.saveDialog.changes')}</h3>
            <ChangeList changes={changes} label={t('policy.saveDialog.changes')} />
          </section>
          {warnings > 0 && <Text size="sm">{t('policy.saveDialog.warnings', { count: warnings })}</Text>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" loading={busy} data-testid="policy-save-yes">
              {yes}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
