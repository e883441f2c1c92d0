import { Anchor, Button, Group } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { UndoSteps } from '../../parts/undo-steps.tsx'
import type { KeptEditor } from '../../parts/use-kept-editor.ts'
import type { PosterEdit } from './poster-history.ts'
import classes from './posters.module.css'

/** The way back, what the poster is called, undo and redo, save. */
export function PosterHead({
  state: { editor, dispatch, unsaved },
  complete,
  saving,
  readOnly,
  onSave,
}: {
  state: KeptEditor<PosterDraft, PosterEdit>
  complete: boolean
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { title, poster } = editor.present
  return (
    <header className={classes.head}>
      <div>
        <Anchor component={Link} to="/posters" className={classes.back ?? ''}>
          <IconArrowLeft size={18} aria-hidden /> {t('posters.title')}
        </Anchor>
        <h1>
          {title.ja === '' ? t('posters.newOf', { template: t(`posters.template.${poster.template}`) }) : textIn(title)}
        </h1>
      </div>
      {!readOnly && (
        <Group gap="sm" wrap="nowrap">
          <UndoSteps editor={editor} onStep={(type) => dispatch({ type })} />
          <Button
            size="md"
            leftSection={<IconDeviceFloppy size={20} />}
            disabled={!unsaved || !complete}
            loading={saving}
            onClick={onSave}
            data-testid="poster-save"
          >
            {t('common.save')}
          </Button>
        </Group>
      )}
    </header>
  )
}
