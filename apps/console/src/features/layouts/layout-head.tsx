import { ActionIcon, Anchor, Button, Group, TextInput, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { missingOf } from './drawing.ts'
import type { Edit, Editor } from './editor.ts'
import classes from './layouts.module.css'

/** Name, undo and redo, save, and what is still missing before it can be saved. */
export function LayoutHead({
  editor,
  dispatch,
  unsaved,
  saving,
  readOnly,
  onSave,
}: {
  editor: Editor
  dispatch: (edit: Edit) => void
  unsaved: boolean
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const { name } = editor.present
  const missing = missingOf(editor.present)
  const step = (label: string, icon: ReactElement, disabled: boolean, edit: Edit): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={() => dispatch(edit)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <header className={classes.head}>
      <VisuallyHidden component="h1">{name === '' ? t('layouts.new') : name}</VisuallyHidden>
      <Anchor component={Link} to="/layouts" className={classes.back ?? ''}>
        <IconArrowLeft size={18} aria-hidden /> {t('layouts.title')}
      </Anchor>
      <Group gap="md" wrap="nowrap">
        <TextInput
          flex={1}
          size="lg"
          classNames={{ input: classes.nameInput ?? '' }}
          aria-label={t('layouts.name')}
          placeholder={t('layouts.namePlaceholder')}
          value={name}
          onChange={(event) => dispatch({ type: 'renamed', name: event.currentTarget.value })}
          maxLength={120}
          readOnly={readOnly}
          data-testid="layout-name"
        />
        {!readOnly && (
          <>
            <Group gap={6} wrap="nowrap">
              {step(t('layouts.undo'), <IconArrowBackUp size={20} />, editor.past.length === 0, { type: 'undone' })}
              {step(t('layouts.redo'), <IconArrowForwardUp size={20} />, editor.future.length === 0, {
                type: 'redone',
              })}
            </Group>
            <Button
              size="md"
              leftSection={<IconDeviceFloppy size={20} />}
              disabled={!unsaved || missing !== null}
              loading={saving}
              onClick={onSave}
              data-testid="layout-save"
            >
              {t('common.save')}
            </Button>
          </>
        )}
      </Group>
      <p className={classes.state} role="status" data-unsaved={unsaved || missing !== null || undefined}>
        {missing === null ? (unsaved ? t('layouts.unsaved') : t('layouts.allSaved')) : t(`layouts.missing.${missing}`)}
      </p>
    </header>
  )
}
