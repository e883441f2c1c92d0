import { ActionIcon, Anchor, Button, Group, TextInput, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { asDuration } from '../../parts/when.ts'
import { type Edit, type Editor, roundSeconds } from './editor.ts'
import classes from './playlists.module.css'

/** Name, length, undo and redo, save. */
export function EditorHead({
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
  const { name, items } = editor.present
  const step = (label: string, icon: ReactElement, disabled: boolean, edit: Edit): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={() => dispatch(edit)}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  return (
    <header className={classes.head}>
      <VisuallyHidden component="h1">{name === '' ? t('playlists.new') : name}</VisuallyHidden>
      <Anchor component={Link} to="/playlists" className={classes.back ?? ''}>
        <IconArrowLeft size={18} aria-hidden /> {t('playlists.title')}
      </Anchor>
      <Group gap="md" wrap="nowrap">
        <TextInput
          flex={1}
          size="lg"
          classNames={{ input: classes.nameInput ?? '' }}
          aria-label={t('playlists.name')}
          placeholder={t('playlists.namePlaceholder')}
          value={name}
          onChange={(event) => dispatch({ type: 'renamed', name: event.currentTarget.value })}
          maxLength={120}
          readOnly={readOnly}
          autoFocus={name === ''}
          data-testid="playlist-name"
        />
        <dl className={classes.sums}>
          <div>
            <dt>{t('playlists.count')}</dt>
            <dd className="numbers">{items.length}</dd>
          </div>
          <div>
            <dt>{t('playlists.round')}</dt>
            <dd className="numbers">{asDuration(roundSeconds(items))}</dd>
          </div>
        </dl>
        {!readOnly && (
          <>
            <Group gap={6} wrap="nowrap">
              {step(t('playlists.undo'), <IconArrowBackUp size={20} />, editor.past.length === 0, { type: 'undone' })}
              {step(t('playlists.redo'), <IconArrowForwardUp size={20} />, editor.future.length === 0, {
                type: 'redone',
              })}
            </Group>
            <Button
              size="md"
              leftSection={<IconDeviceFloppy size={20} />}
              disabled={!unsaved || name.trim() === ''}
              loading={saving}
              onClick={onSave}
              data-testid="playlist-save"
            >
              {t('common.save')}
            </Button>
          </>
        )}
      </Group>
      <p className={classes.state} role="status" data-unsaved={unsaved || undefined}>
        {unsaved ? t('playlists.unsaved') : t('playlists.allSaved')}
      </p>
    </header>
  )
}
