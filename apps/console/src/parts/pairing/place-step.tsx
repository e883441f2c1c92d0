import type { ConfirmClaim, PairingClaim } from '@akari/protocol'
import { Button, SegmentedControl, Select, Stack } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { Trouble } from '../trouble.tsx'
import { newDisplayDraft } from '../display-profile/panels.ts'
import { ProfileForm } from '../display-profile/profile-form.tsx'
import classes from './pairing.module.css'

/** Which record the player becomes: one that waits for a device, or a new one. */
export function PlaceStep({
  claim,
  attachTo,
  busy,
  error,
  onConfirm,
}: {
  claim: PairingClaim
  attachTo: string | null
  busy: boolean
  error: unknown
  onConfirm: (how: ConfirmClaim) => void
}): ReactElement {
  const { t } = useTranslation()
  const displays = useDisplays().data ?? []
  const playlists = usePlaylists().data ?? []
  const waiting = displays.filter((display) => display.status === 'unpaired')
  const [attach, setAttach] = useState<'existing' | 'new'>(attachTo !== null || waiting.length > 0 ? 'existing' : 'new')
  const [displayId, setDisplayId] = useState(attachTo ?? waiting[0]?.id ?? null)
  const [draft, setDraft] = useState(() => newDisplayDraft(claim.screen))
  const how: ConfirmClaim | null =
    attach === 'new'
      ? draft.profile.name === ''
        ? null
        : { attach, display: draft }
      : displayId === null
        ? null
        : { attach, displayId }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (how !== null) onConfirm(how)
      }}
    >
      <Stack>
        <Trouble error={error} />
        <SegmentedControl
          value={attach}
          onChange={(next) => setAttach(next === 'new' ? 'new' : 'existing')}
          data={[
            { value: 'existing', label: t('pairing.existing') },
            { value: 'new', label: t('pairing.new') },
          ]}
        />
        {attach === 'existing' ? (
          <>
            <p className={classes.explain}>{t('pairing.existingHow')}</p>
            <Select
              label={t('pairing.display')}
              data={displays.map((display) => ({
                value: display.id,
                label:
                  display.status === 'unpaired'
                    ? display.profile.name
                    : t('pairing.replaces', { name: display.profile.name }),
              }))}
              value={displayId}
              onChange={setDisplayId}
              searchable
              allowDeselect={false}
              data-testid="pairing-display"
            />
          </>
        ) : (
          <ProfileForm
            draft={draft}
            onChange={setDraft}
            playlists={playlists}
            groups={[...new Set(displays.flatMap((display) => display.groups))]}
            tags={[...new Set(displays.flatMap((display) => display.tags))]}
          />
        )}
        <Button type="submit" size="md" disabled={how === null} loading={busy} data-testid="pairing-confirm">
          {t('pairing.confirm')}
        </Button>
      </Stack>
    </form>
  )
}
