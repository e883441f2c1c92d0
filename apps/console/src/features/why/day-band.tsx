import type { TFunction } from 'i18next'
import type { Course } from '@akari/programme'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import type { Names } from './names.ts'
import { dayOf } from './moment.ts'
import classes from './travel.module.css'

const SHADES = 6

/** The day of one display in colours: who has the glass when. The same entry has the same colour all day. */
export function DayBand({
  name,
  courses,
  names,
  atMs,
}: {
  name: string
  courses: readonly Course[]
  names: Names
  atMs: number
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { startsAtMs, endsAtMs } = dayOf(atMs)
  const shades = shadesOf(courses)
  const share = (ms: number): string => `${(ms / (endsAtMs - startsAtMs)) * 100}%`
  return (
    <ol className={classes.band} aria-label={t('why.slider.band', { name })} data-testid="day-band">
      {courses.map((course) => {
        const { startsAt, endsAt, layer, ids, interrupts } = course
        const label = labelOf(course, names, t)
        const span = `${when.time(startsAt)}–${when.time(endsAt)} ${label}`
        return (
          <li
            key={startsAt}
            title={span}
            data-layer={layer}
            data-shade={shades.get(ids.join(' '))}
            data-mixed={interrupts.length > 0}
            style={{ width: share(Date.parse(endsAt) - Date.parse(startsAt)) }}
          >
            <span>
              <span className={classes.spoken}>{`${when.time(startsAt)} `}</span>
              {label}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function shadesOf(courses: readonly Course[]): ReadonlyMap<string, number> {
  const whose = [...new Set(courses.filter(({ layer }) => layer === 'scheduled').map(({ ids }) => ids.join(' ')))]
  return new Map(whose.map((ids, n) => [ids, n % SHADES]))
}

function labelOf({ layer, ids }: Course, names: Names, t: TFunction): string {
  switch (layer) {
    case 'closed':
    case 'fallback':
    case 'default':
      return t(`why.band.${layer}`)
    case 'takeover':
    case 'scheduled':
      return ids.map(names.of).join(t('common.listSeparator'))
  }
}
