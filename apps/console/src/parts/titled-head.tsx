import { Anchor, Button, Group } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import classes from './titled-head.module.css'
import { UndoSteps } from './undo-steps.tsx'
import type { KeptEditor } from './use-kept-editor.ts'

/** The head of a page that edits one thing whose title is written in its form: the way back, the title, undo and redo, save. */
export function TitledHead<T extends object>({
  state: { editor, dispatch, savable },
  title,
  back,
  list,
  kind,
  complete,
  saving,
  readOnly,
  onSave,
}: {
  state: Pick<KeptEditor<T, { type: 'undone' } | { type: 'redone' }>, 'editor' | 'dispatch' | 'savable'>
  title: string
  /** The list it is one of, and what that is called. */
  back: string
  list: string
  /** Begins the name that tests find the button by. */
  kind: string
  complete: boolean
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <header className={classes.head}>
      <div>
        <Anchor component={Link} to={back} className={classes.back ?? ''}>
          <IconArrowLeft size={18} aria-hidden /> {list}
        </Anchor>
        <h1>{title}</h1>
      </div>
      {!readOnly && (
        <Group gap="sm" wrap="nowrap">
          <UndoSteps editor={editor} onStep={(type) => dispatch({ type })} />
          <Button
            size="md"
            leftSection={<IconDeviceFloppy size={20} />}
            disabled={!savable || !complete}
            loading={saving}
            onClick={onSave}
            data-testid={`${kind}-save`}
          >
            {t('common.save')}
          </Button>
        </Group>
      )}
    </header>
  )
}
