import type { KioskLanguage, SentWay, Texts, VenueModel, WaySending } from '@akari/protocol'
import { Button, Group, Modal, Radio, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDeviceTv } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSendWay } from '../../../api/venues.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { useLevelName } from '../model/use-level-name.ts'
import { showsEmergency, type StandingDisplay } from './standing-displays.ts'
import classes from './send.module.css'

/** Long enough to walk up and read it; a glass that shows a way shows nothing else. */
const MINUTES = [1, 3, 5, 10] as const

/** Puts the way to a place onto a display of the building, from where that display stands. */
export function SendToDisplay({
  venueId,
  model,
  displays,
  name,
  way,
  onClose,
}: {
  venueId: string
  model: VenueModel
  displays: readonly StandingDisplay[]
  name: Texts
  way: Pick<SentWay, 'placeId' | 'profile'> & { language: KioskLanguage }
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const level = useLevelName(model)
  const send = useSendWay(venueId)
  const [displayId, setDisplayId] = useState(displays.find(({ display }) => isReady(display))?.display.id ?? null)
  const [minutes, setMinutes] = useState<WaySending['minutes']>(3)
  const chosen = displays.find(({ display }) => display.id === displayId)?.display ?? null
  return (
    <Modal opened onClose={onClose} size="lg" title={t('venues.send.title', { name: textIn(name) })}>
      <form
        className={classes.send}
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen === null) return
          send.mutate(
            { ...way, displayId: chosen.id, minutes },
            {
              onSuccess: () => {
                notifications.show({ message: t('venues.send.done', { display: chosen.profile.name }) })
                onClose()
              },
            },
          )
        }}
      >
        <Trouble error={send.error} />
        <Radio.Group
          label={t('venues.send.where')}
          description={t('venues.send.fromThere')}
          value={displayId}
          onChange={setDisplayId}
        >
          <div className={classes.displays}>
            {displays.map(({ display, levelId }) => (
              <Radio.Card
                key={display.id}
                value={display.id}
                disabled={!isReady(display)}
                className={classes.display ?? ''}
                data-testid={`send-${display.id}`}
              >
                <Radio.Indicator />
                <span>
                  <b>{display.profile.name}</b>
                  <small>
                    {level(levelId)}
                    {showsEmergency(display)
                      ? ` · ${t('venues.send.emergency')}`
                      : display.status === 'online'
                        ? ''
                        : ` · ${t('venues.send.offline')}`}
                  </small>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <div>
          <p className={classes.label} id="send-minutes">
            {t('venues.send.howLong')}
          </p>
          <SegmentedControl
            fullWidth
            size="md"
            aria-labelledby="send-minutes"
            value={String(minutes)}
            onChange={(value) => setMinutes(Number(value))}
            data={MINUTES.map((each) => ({
              value: String(each),
              label: t('venues.send.minutes', { count: each }),
            }))}
          />
        </div>
        <Group justify="flex-end">
          <Button size="md" variant="default" onClick={onClose}>
            {t('common.stop')}
          </Button>
          <Button
            type="submit"
            size="md"
            leftSection={<IconDeviceTv size={22} />}
            disabled={chosen === null}
            loading={send.isPending}
            data-testid="send-way"
          >
            {t('venues.send.button')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

/** One that is away now shows it if it is back in time; one with an emergency on it shows nothing else. */
function isReady(display: StandingDisplay['display']): boolean {
  return display.publishedRevision !== null && !showsEmergency(display)
}
