import type { DisplayProfile, DisplayView } from '@akari/protocol'
import { Anchor, Button, NumberInput, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useChangeDisplay } from '../../../api/displays.ts'

type Measures = Pick<DisplayProfile, 'mountHeightMm' | 'mmPerPx' | 'viewingDistanceM'>

/** How high a display hangs, how large its pixels are and from where it is read: of the device, so saved with the device. */
export function DisplayFields({ display, readOnly }: { display: DisplayView; readOnly: boolean }): ReactElement {
  const { t } = useTranslation()
  const { id, profile } = display
  const save = useChangeDisplay()
  const [draft, setDraft] = useState<Measures>({
    mmPerPx: profile.mmPerPx,
    viewingDistanceM: profile.viewingDistanceM,
    ...(profile.mountHeightMm === undefined ? {} : { mountHeightMm: profile.mountHeightMm }),
  })
  const isChanged =
    draft.mmPerPx !== profile.mmPerPx ||
    draft.viewingDistanceM !== profile.viewingDistanceM ||
    draft.mountHeightMm !== profile.mountHeightMm
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(
          { id, patch: { profile: draft } },
          {
            onSuccess: () =>
              notifications.show({ color: 'zelkova', message: t('venues.device.saved', { name: profile.name }) }),
          },
        )
      }}
    >
      <Stack gap="sm">
        <Anchor component={Link} to={`/displays/${encodeURIComponent(id)}`} fw={700}>
          {profile.name}
        </Anchor>
        <NumberInput
          label={t('venues.device.mountHeight')}
          description={t('venues.device.mountHeightHint')}
          value={draft.mountHeightMm ?? ''}
          min={0}
          max={5000}
          step={10}
          suffix=" mm"
          allowDecimal={false}
          readOnly={readOnly}
          onChange={(value) => {
            const { mountHeightMm: _before, ...others } = draft
            setDraft(typeof value === 'number' ? { ...others, mountHeightMm: value } : others)
          }}
        />
        <NumberInput
          label={t('displays.mmPerPx')}
          value={draft.mmPerPx}
          min={0.01}
          max={20}
          step={0.01}
          decimalScale={3}
          suffix=" mm"
          readOnly={readOnly}
          onChange={(value) => typeof value === 'number' && value > 0 && setDraft({ ...draft, mmPerPx: value })}
        />
        <NumberInput
          label={t('displays.viewingDistanceM')}
          value={draft.viewingDistanceM}
          min={0.1}
          max={50}
          step={0.5}
          decimalScale={1}
          suffix=" m"
          readOnly={readOnly}
          onChange={(value) =>
            typeof value === 'number' && value > 0 && setDraft({ ...draft, viewingDistanceM: value })
          }
        />
        {!readOnly && (
          <Button
            type="submit"
            variant="light"
            disabled={!isChanged}
            loading={save.isPending}
            data-testid="device-save"
          >
            {t('venues.device.save')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
