import type { Point, VenueModel } from '@akari/protocol'
import type { Projection } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import type { ChangeEdits } from '../model/editor.ts'
import { levelsBeside } from '../model/floors.ts'
import { selectedOf } from '../model/selected.ts'
import { useLevelName } from '../model/use-level-name.ts'
import { wayThrough } from '../model/way-through.ts'
import type { WayEnd } from '../model/ways.ts'
import { directionOf, movedTo } from './in-hand.ts'
import type { Tool } from './tools.tsx'
import { useHandle } from './use-handle.ts'
import classes from './layer.module.css'

/** Pixels from a display to the tip of the arrow that turns it. */
const ARROW_PX = 42

/** What staff place and draw, over the plan: each can be taken in hand by mouse, finger or key. */
export function EditLayer({
  model,
  levelId,
  projection,
  tool,
  selectedId,
  wayFrom,
  unreachable,
  accepted,
  readOnly,
  onSelect,
  onWayEnd,
  onChange,
}: {
  model: VenueModel
  levelId: string
  projection: Projection
  tool: Tool
  selectedId: string | null
  wayFrom: WayEnd | null
  unreachable: ReadonlySet<string>
  accepted: readonly string[]
  readOnly: boolean
  onSelect: (id: string) => void
  onWayEnd: (end: WayEnd) => void
  onChange: ChangeEdits
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { project } = projection
  const here = levelsBeside(model, levelId)
  const levelName = useLevelName(model)
  const ordinalOf = (id: string): number => model.levels.find((level) => level.id === id)?.ordinal ?? 0
  const nodes = new Map((model.network?.nodes ?? []).map((node) => [node.id, node]))
  const onFloor = <T extends { levelId: string }>(all: readonly T[]): T[] =>
    all.filter((each) => here.has(each.levelId))
  const handle = useHandle({
    projection,
    enabled: !readOnly && tool === 'select',
    onSelect: (id) => {
      if (tool === 'way' && nodes.has(id)) onWayEnd({ nodeId: id })
      else if (tool === 'select') onSelect(id)
    },
    onDrag: (id, at, about) => {
      const selected = selectedOf(model, id)
      const change = selected === null ? null : movedTo(model, selected, at)
      if (change !== null) onChange(change, about)
    },
  })
  const links = (model.network?.links ?? []).flatMap((link) => {
    const [from, to] = [nodes.get(link.from), nodes.get(link.to)]
    return from === undefined || to === undefined ? [] : [{ link, from, to }]
  })
  const start = wayFrom === null ? null : 'nodeId' in wayFrom ? (nodes.get(wayFrom.nodeId) ?? null) : wayFrom
  return (
    <g className={classes.layer} data-tool={tool}>
      {onFloor(model.units)
        .filter(({ id }) => unreachable.has(id))
        .map(({ id, shape }) => (
          <path
            key={id}
            className={classes.unreachable}
            data-accepted={accepted.includes(id) || undefined}
            d={pathOf(shape, project)}
          />
        ))}
      {onFloor(model.openings)
        .filter(({ id }) => id === selectedId)
        .map(({ id, line }) => (
          <polyline key={id} className={classes.door} points={line.map((at) => project(at).join(',')).join(' ')} />
        ))}
      {onFloor(model.openings).map((opening) => {
        const through = wayThrough(opening, model.units)
        return through !== null && <OneWay key={opening.id} way={through.map(project)} />
      })}
      {links
        .filter(({ from, to }) => here.has(from.levelId) && here.has(to.levelId))
        .map(({ link, from, to }) => {
          const way = [from.at, ...(link.bends ?? []), to.at].map(project)
          const points = way.map((point) => point.join(',')).join(' ')
          return (
            <g
              key={link.id}
              {...handle.select(link.id)}
              className={classes.link}
              data-kind={link.kind}
              data-passage={link.passage}
              aria-label={t('venues.link.named', { kind: t(`venues.link.kind.${link.kind}`) })}
              aria-pressed={link.id === selectedId}
              data-testid="plan-link"
            >
              <polyline className={classes.grip} points={points} />
              <polyline className={classes.line} points={points} />
              {link.oneWay && <OneWay way={way} />}
            </g>
          )
        })}
      {links
        .filter(({ from, to }) => here.has(from.levelId) !== here.has(to.levelId))
        .map(({ link, from, to }) => {
          const [near, far] = here.has(from.levelId) ? [from, to] : [to, from]
          const other = levelName(far.levelId)
          const [x, y] = project(near.at)
          const isUp = ordinalOf(far.levelId) > ordinalOf(levelId)
          return (
            <g
              key={link.id}
              {...handle.select(link.id)}
              className={classes.riser}
              aria-label={t('venues.link.toFloor', { level: other })}
              aria-pressed={link.id === selectedId}
              transform={`translate(${x} ${y})`}
              data-testid="plan-link"
            >
              <rect x={10} y={-22} width={48} height={20} rx={5} />
              <path d={isUp ? 'M18 -7v-9m-4 4l4 -4l4 4' : 'M18 -16v9m-4 -4l4 4l4 -4'} />
              <text x={28} y={-7.5}>
                {other}
              </text>
            </g>
          )
        })}
      {onFloor([...nodes.values()]).map((node) => {
        const [x, y] = project(node.at)
        return (
          <g
            key={node.id}
            {...handle.movable(node.id, node.at)}
            className={classes.node}
            aria-label={t('venues.node.label')}
            aria-pressed={node.id === selectedId}
            data-outside={node.outside || undefined}
            transform={`translate(${x} ${y})`}
            data-testid="plan-node"
          >
            <circle className={classes.grip} r={14} />
            <circle r={node.id === selectedId ? 7 : 5} />
          </g>
        )
      })}
      {onFloor(model.units)
        .filter(({ kind, direction }) => kind === 'escalator' && direction !== null)
        .map(({ id, labelAt, direction }) => {
          const [x, y] = project(labelAt)
          return (
            <path
              key={id}
              className={classes.escalator}
              transform={`translate(${x} ${y}) ${direction === 'down' ? 'rotate(180)' : ''}`}
              d="M0 9V-9M-5 -4L0 -9L5 -4"
            />
          )
        })}
      {onFloor(model.occupants).map(({ id, at, name }) => {
        const [x, y] = project(at)
        return (
          <g
            key={id}
            {...handle.movable(id, at)}
            className={classes.occupant}
            aria-label={textIn(name)}
            aria-pressed={id === selectedId}
            transform={`translate(${x} ${y})`}
            data-testid="plan-occupant"
          >
            <circle className={classes.grip} r={14} />
            <rect x={-4} y={-4} width={8} height={8} rx={1.5} transform="rotate(45)" />
          </g>
        )
      })}
      {onFloor(model.kiosks).map((kiosk) => {
        const [x, y] = project(kiosk.at)
        const isSelected = kiosk.id === selectedId
        const name = kiosk.name === null ? t('venues.kiosk.unnamed') : textIn(kiosk.name)
        return (
          <g key={kiosk.id}>
            {kiosk.facingDeg !== null && (
              <Facing
                at={[x, y]}
                tip={tipOf(kiosk.at, kiosk.facingDeg, projection)}
                isSelected={isSelected}
                name={name}
                drag={handle.drag(kiosk.id, (to, about) =>
                  onChange((edits) => changes.kiosk(edits, { ...kiosk, facingDeg: directionOf(kiosk.at, to) }), about),
                )}
              />
            )}
            <g
              {...handle.movable(kiosk.id, kiosk.at)}
              className={classes.kiosk}
              aria-label={name}
              aria-pressed={isSelected}
              transform={`translate(${x} ${y})`}
              data-testid={`plan-kiosk-${kiosk.id}`}
            >
              <circle className={classes.grip} r={18} />
              <circle r={11} />
              <path d="M-5 -4h10v6h-10zM-2.5 4.5h5" />
            </g>
          </g>
        )
      })}
      {start !== null && here.has(start.levelId) && (
        <circle className={classes.start} cx={project(start.at)[0]} cy={project(start.at)[1]} r={9} />
      )}
    </g>
  )
}

/** An arrow to where the reader of a display looks; its tip is dragged. */
function Facing({
  at: [x, y],
  tip: [tx, ty],
  isSelected,
  name,
  drag,
}: {
  at: Point
  tip: Point
  isSelected: boolean
  name: string
  drag: ReturnType<ReturnType<typeof useHandle>['drag']>
}): ReactElement {
  const { t } = useTranslation()
  return (
    <g className={classes.facing} data-selected={isSelected || undefined}>
      <line x1={x} y1={y} x2={tx} y2={ty} />
      <g
        {...drag}
        transform={`translate(${tx} ${ty})`}
        aria-label={t('venues.kiosk.turn', { name })}
        data-testid="facing-tip"
      >
        <circle className={classes.grip} r={14} />
        <circle r={isSelected ? 7 : 4} />
      </g>
    </g>
  )
}

/** On the last stretch, half-way to where it leads. */
function OneWay({ way }: { way: readonly Point[] }): ReactElement {
  const [bx, by] = way.at(-1) ?? [0, 0]
  const [ax, ay] = way.at(-2) ?? [bx, by]
  const turnDeg = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI
  return (
    <path
      className={classes.oneWay}
      transform={`translate(${(ax + bx) / 2} ${(ay + by) / 2}) rotate(${turnDeg})`}
      d="M-5 -6L6 0L-5 6z"
    />
  )
}

function tipOf([x, y]: Point, facingDeg: number, { project, pxPerM }: Projection): Point {
  const radians = (facingDeg * Math.PI) / 180
  const long = ARROW_PX / pxPerM
  return project([x + Math.sin(radians) * long, y - Math.cos(radians) * long])
}

function pathOf(shape: readonly (readonly (readonly Point[])[])[], project: (point: Point) => Point): string {
  return shape
    .flatMap((rings) => rings.map((ring) => `M${ring.map((point) => project(point).join(' ')).join('L')}Z`))
    .join('')
}
