import type { VenueDraft } from '@akari/protocol'
import { Anchor, Button, Group } from '@mantine/core'
import { IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTextIn } from '../../parts/texts-in.ts'
import { UndoSteps } from '../../parts/undo-steps.tsx'
import type { VenueEditor } from './model/use-venue-editor.ts'
import { PublishedMark } from './published-mark.tsx'
import classes from './venues.module.css'

/** What stays on top of every view of a venue: its name, what displays have of it, undo, redo and save. */
export function VenueHead({
  venue,
  state: { editor, dispatch, unsaved },
  saving,
  readOnly,
  onSave,
}: {
  venue: VenueDraft
  state: VenueEditor
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <header className={classes.head}>
      <Anchor component={Link} to="/venues" className={classes.back ?? ''}>
        <IconArrowLeft size={17} aria-hidden /> {t('venues.title')}
      </Anchor>
      <h1>{textIn(venue.name)}</h1>
      <PublishedMark venue={venue} />
      {!readOnly && (
        <Group gap="sm" wrap="nowrap" className={classes.push ?? ''}>
          <p className={unsaved ? classes.unsaved : classes.saved} role="status">
            {t(unsaved ? 'venues.unsaved' : 'venues.allSaved')}
          </p>
          <UndoSteps editor={editor} onStep={(type) => dispatch({ type })} />
          <Button
            leftSection={<IconDeviceFloppy size={18} />}
            disabled={!unsaved}
            loading={saving}
            onClick={onSave}
            data-testid="venue-save"
          >
            {t('common.save')}
          </Button>
        </Group>
      )}
    </header>
  )
}
