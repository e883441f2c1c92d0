import type { TakeoverInput } from '@akari/protocol'
import { Button, Group, Modal, Stack, Stepper, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { useStartTakeover } from '../../api/schedule.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { reachedBy } from '../../parts/target-picker.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { endAfter } from './takeover-times.ts'
import { HowLong, WhatAndWhere } from './takeover-steps.tsx'

/** What is being put together; `startsAt` null: at once. */
export type TakeoverDraft = Omit<TakeoverInput, 'playlistId'> & { playlistId: string | null }

const USUAL_MINUTES = 30
const SECOND_MS = 1000

/** Two steps: what and where, then how long. The last button says what will happen. */
export function StartTakeover({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const where = useTargetWords()
  const start = useStartTakeover()
  const playlists = usePlaylists().data ?? []
  const displays = useShownDisplays().data ?? []
  const nowMs = useNow(SECOND_MS)
  const [step, setStep] = useState(0)
  const [draft, setDraft] = useState<TakeoverDraft>(() => ({
    name: '',
    playlistId: null,
    targets: { displayIds: [], groups: [] },
    startsAt: null,
    endsAt: endAfter(Date.now(), USUAL_MINUTES),
    noticeSeconds: 10,
  }))
  const playlist = playlists.find(({ id }) => id === draft.playlistId)
  const reached = reachedBy(draft.targets, displays).length
  const name = draft.name.trim() === '' ? (playlist?.name ?? '') : draft.name.trim()
  const submit = (): void => {
    if (playlist === undefined) return
    start.mutate(
      { ...draft, name, playlistId: playlist.id },
      {
        onSuccess: () => {
          notifications.show({ color: 'zelkova', message: t('timing.takeovers.started', { name }) })
          onClose()
        },
      },
    )
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={t('timing.takeovers.new')}>
      <Stack gap="lg">
        <Stepper active={step} onStepClick={(next) => next < step && setStep(next)} size="sm">
          <Stepper.Step label={t('timing.takeovers.stepWhat')} />
          <Stepper.Step label={t('timing.takeovers.stepLong')} />
        </Stepper>
        <Trouble error={start.error} />
        {step === 0 ? (
          <WhatAndWhere draft={draft} onChange={setDraft} />
        ) : (
          <>
            <HowLong draft={draft} onChange={setDraft} nowMs={nowMs} />
            <Text fw={700} role="status" data-testid="takeover-effect">
              {t(draft.startsAt === null ? 'timing.takeovers.effectNow' : 'timing.takeovers.effectAt', {
                count: reached,
                where: where(draft.targets),
                name,
                from: draft.startsAt === null ? '' : when.dayAndTime(draft.startsAt),
                until: when.dayAndTime(draft.endsAt),
              })}
            </Text>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={step === 0 ? onClose : () => setStep(0)}>
            {t(step === 0 ? 'common.stop' : 'timing.takeovers.back')}
          </Button>
          {step === 0 ? (
            <Button
              onClick={() => setStep(1)}
              disabled={playlist === undefined || reached === 0}
              data-testid="takeover-next"
            >
              {t('timing.takeovers.next')}
            </Button>
          ) : (
            <Button onClick={submit} loading={start.isPending} data-testid="takeover-start">
              {t(draft.startsAt === null ? 'timing.takeovers.startNow' : 'timing.takeovers.plan')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
