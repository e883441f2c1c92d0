import type { VenueDraft } from '@akari/protocol'
import { ActionIcon, Anchor, Button, Group, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTextIn } from '../../parts/texts-in.ts'
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
  const step = (type: 'undone' | 'redone', label: string, icon: ReactElement, disabled: boolean): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={label}
        disabled={disabled}
        onClick={() => dispatch({ type })}
        data-testid={`venue-${type}`}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  )
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
          <Group gap={6} wrap="nowrap">
            {step('undone', t('steps.undo'), <IconArrowBackUp size={20} />, editor.past.length === 0)}
            {step('redone', t('steps.redo'), <IconArrowForwardUp size={20} />, editor.future.length === 0)}
          </Group>
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
