import { Anchor, Button, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './editor-head.module.css'
import { UndoSteps } from './undo-steps.tsx'
import type { KeptEditor } from './use-kept-editor.ts'

type StepEdit = { type: 'undone' } | { type: 'redone' } | { type: 'renamed'; name: string }

/** The head of a page that edits one thing with a name: the way back, the name, undo and redo, save, and what is unsaved. */
export function EditorHead<T extends { name: string }>({
  state: { editor, dispatch, unsaved, savable },
  texts,
  back,
  kind,
  missing,
  saving,
  readOnly,
  onSave,
  children,
}: {
  state: Pick<KeptEditor<T, StepEdit>, 'editor' | 'dispatch' | 'unsaved' | 'savable'>
  /** `new`: what it is called before it has a name. */
  texts: { new: string; name: string; placeholder: string; list: string; unsaved: string; saved: string }
  /** The list it is one of. */
  back: string
  /** Begins the names that tests find the fields by. */
  kind: string
  /** Why it cannot be saved yet, in words; empty where there is nothing to say. */
  missing: string | null
  saving: boolean
  readOnly: boolean
  onSave: () => void
  /** Beside the name. */
  children?: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  const { name } = editor.present
  return (
    <header className={classes.head}>
      <VisuallyHidden component="h1">{name === '' ? texts.new : name}</VisuallyHidden>
      <Anchor component={Link} to={back} className={classes.back ?? ''}>
        <IconArrowLeft size={18} aria-hidden /> {texts.list}
      </Anchor>
      <Group gap="md" wrap="nowrap">
        <TextInput
          flex={1}
          size="lg"
          classNames={{ input: classes.nameInput ?? '' }}
          aria-label={texts.name}
          placeholder={texts.placeholder}
          value={name}
          onChange={(event) => dispatch({ type: 'renamed', name: event.currentTarget.value })}
          maxLength={120}
          readOnly={readOnly}
          autoFocus={name === ''}
          data-testid={`${kind}-name`}
        />
        {children}
        {!readOnly && (
          <>
            <UndoSteps editor={editor} onStep={(type) => dispatch({ type })} />
            <Button
              size="md"
              leftSection={<IconDeviceFloppy size={20} />}
              disabled={!savable || missing !== null}
              loading={saving}
              onClick={onSave}
              data-testid={`${kind}-save`}
            >
              {t('common.save')}
            </Button>
          </>
        )}
      </Group>
      <p className={classes.state} role="status" data-unsaved={unsaved || (missing ?? '') !== '' || undefined}>
        {(missing ?? '') !== '' ? missing : unsaved ? texts.unsaved : texts.saved}
      </p>
    </header>
  )
}
