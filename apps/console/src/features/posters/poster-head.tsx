import { ActionIcon, Anchor, Button, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { useTextIn } from '../../parts/texts-in.ts'
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
          <Step label={t('steps.undo')} off={editor.past.length === 0} onClick={() => dispatch({ type: 'undone' })}>
            <IconArrowBackUp size={20} />
          </Step>
          <Step label={t('steps.redo')} off={editor.future.length === 0} onClick={() => dispatch({ type: 'redone' })}>
            <IconArrowForwardUp size={20} />
          </Step>
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

function Step({
  label,
  off,
  onClick,
  children,
}: {
  label: string
  off: boolean
  onClick: () => void
  children: ReactElement
}): ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={off} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
