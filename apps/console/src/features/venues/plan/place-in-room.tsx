import type { Point, VenueModel } from '@akari/protocol'
import { Button, Select } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { placeOf } from '../model/floors.ts'
import { placeOptions } from '../model/place-options.ts'
import classes from './plan.module.css'

/** The way to put something on the plan without touching it: into the middle of a room, from where the arrow keys move it. */
export function PlaceInRoom({
  model,
  onPlace,
}: {
  model: VenueModel
  onPlace: (levelId: string, at: Point) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [roomId, setRoomId] = useState<string | null>(null)
  const place = roomId === null ? null : placeOf(model, roomId)
  return (
    <section aria-label={t('venues.panel.inRoom')}>
      <h3>{t('venues.panel.inRoom')}</h3>
      <p className={classes.hint}>{t('venues.panel.inRoomHint')}</p>
      <Select
        aria-label={t('venues.panel.room')}
        placeholder={t('venues.panel.room')}
        data={placeOptions(model, 'rooms', textIn)}
        value={roomId}
        onChange={setRoomId}
        searchable
        nothingFoundMessage={t('venues.notFound')}
      />
      <Button
        mt="xs"
        variant="default"
        disabled={place === null}
        onClick={() => place !== null && onPlace(place.levelId, place.at)}
      >
        {t('venues.panel.placeHere')}
      </Button>
    </section>
  )
}
