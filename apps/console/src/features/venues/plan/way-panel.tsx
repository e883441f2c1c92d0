import { Button, Select, Stack } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { placeOf } from '../model/floors.ts'
import { placeOptions } from '../model/place-options.ts'
import type { WayEnd } from '../model/ways.ts'
import type { PanelProps } from './plan-panel.tsx'
import classes from './plan.module.css'

/** Joins two rooms without touching the plan: between the middles of both. */
export function WayPanel({
  model,
  onDrawn,
}: PanelProps & { onDrawn: (ends: readonly [WayEnd, WayEnd]) => void }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const rooms = placeOptions(model, 'rooms', textIn)
  const [a, b] = [from, to].map((id) => (id === null ? null : placeOf(model, id)))
  const choice = (name: 'from' | 'to', value: string | null, onPick: (id: string | null) => void): ReactElement => (
    <Select
      label={t(`venues.way.${name}`)}
      data={rooms}
      value={value}
      onChange={onPick}
      searchable
      nothingFoundMessage={t('venues.notFound')}
      data-testid={`way-${name}`}
    />
  )
  return (
    <>
      <h2>
        <IconRoute size={20} aria-hidden /> {t('venues.tool.way')}
      </h2>
      <p className={classes.hint}>{t('venues.way.hint')}</p>
      <h3>{t('venues.way.byName')}</h3>
      <Stack gap="sm">
        {choice('from', from, setFrom)}
        {choice('to', to, setTo)}
        <Button
          disabled={a === null || a === undefined || b === null || b === undefined || from === to}
          onClick={() => {
            if (a !== null && a !== undefined && b !== null && b !== undefined) onDrawn([a, b])
          }}
          data-testid="way-join"
        >
          {t('venues.way.join')}
        </Button>
      </Stack>
    </>
  )
}
