import type { DisplayView, Point, VenueLevel } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { BatteryMark } from '../../parts/battery-mark.tsx'
import { stateOf } from '../../parts/display-state.ts'
import { StatusMark } from '../../parts/status-mark.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import classes from './map.module.css'

type Box = { x: number; y: number; w: number; h: number }

const MARGIN_M = 2

/** One level of the building with the displays that stand on it. */
export function LevelMap({ level, displays }: { level: VenueLevel; displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const box = boxOf(level)
  const here = level.kiosks.flatMap(({ id, at }) =>
    displays.filter(({ profile }) => profile.kioskId === id).map((display) => ({ display, at })),
  )
  const name = textIn(level.shortName)
  return (
    <section className={classes.level} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="numbers">{t('fleet.map.count', { count: here.length })}</span>
      </header>
      <div className={classes.plan} style={{ aspectRatio: `${box.w} / ${box.h}` }}>
        <svg viewBox={`${box.x} ${box.y} ${box.w} ${box.h}`} aria-hidden focusable="false">
          <path className={classes.outline} fillRule="evenodd" d={pathOf(level.outline)} />
          {level.units.map((unit) => (
            <path
              key={unit.id}
              className={classes.unit}
              data-kind={unit.kind}
              fillRule="evenodd"
              d={pathOf(unit.shape)}
            />
          ))}
        </svg>
        {here.map(({ display, at: [x, y] }) => (
          <Link
            key={display.id}
            to={`/displays/${encodeURIComponent(display.id)}`}
            className={classes.pin ?? ''}
            data-state={stateOf(display)}
            data-side={x > box.x + box.w / 2 ? 'left' : 'right'}
            style={{ left: `${((x - box.x) / box.w) * 100}%`, top: `${((y - box.y) / box.h) * 100}%` }}
            data-testid={`pin-${display.id}`}
          >
            <span className={classes.dot} aria-hidden />
            <span className={classes.label}>
              <b>{display.profile.name}</b>
              <StatusMark status={stateOf(display)} />
              <BatteryMark display={display} />
            </span>
          </Link>
        ))}
      </div>
    </section>
  )
}

function boxOf({ outline }: VenueLevel): Box {
  const points = outline.flat(2)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs) - MARGIN_M, Math.min(...ys) - MARGIN_M]
  return { x, y, w: Math.max(...xs) + MARGIN_M - x, h: Math.max(...ys) + MARGIN_M - y }
}

/** SVG path data of polygons with holes, in metres of the venue. */
function pathOf(shape: readonly (readonly (readonly Point[])[])[]): string {
  const ring = (points: readonly Point[]): string =>
    `M${points.map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`
  return shape.flatMap((rings) => rings.map(ring)).join('')
}
