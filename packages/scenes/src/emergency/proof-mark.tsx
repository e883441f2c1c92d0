import {
  type AlertState,
  type Channel,
  encodeMark,
  MARK_CELL_PX,
  MARK_COLUMNS,
  MARK_ROWS,
  MOST_PARTS,
  type ProofMark,
} from '@akari/protocol'
import { createContext, type ReactElement, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { type Corner, snapToCorner } from './proof-place.ts'

/** Names the alert state a frame is drawn from. */
export type ProofOf = Pick<AlertState, 'channel' | 'epoch' | 'revision'>

const Proofs = createContext<readonly ProofOf[]>([])

/**
 * Tells the scenes inside which alert states they are drawn from: those very states, so that a mark never says more than
 * the frame around it. Without it (in a preview) no mark is drawn.
 */
export const ProofProvider = Proofs.Provider

const CORNERS: readonly Corner[] = ['topLeft', 'topRight', 'bottomLeft', 'bottomRight']
const ENDS: readonly Corner[] = ['topLeft', 'bottomRight']

/** The marks of a scene that an alert has taken over, one in each corner. */
export function TakeoverProof({ channel }: { channel: Channel }): ReactElement {
  return <Marks channel={channel} shape="takeover" corners={CORNERS} before={0} parts={CORNERS.length} />
}

/** The marks of the `nth` (from 0) of `count` strips of a channel, one at each end. */
export function StripProof({ channel, nth, count }: { channel: Channel; nth: number; count: number }): ReactElement {
  const parts = Math.min(count * ENDS.length, MOST_PARTS)
  return <Marks channel={channel} shape="strip" corners={ENDS} before={nth * ENDS.length} parts={parts} />
}

interface MarksProps {
  channel: Channel
  shape: ProofMark['shape']
  corners: readonly Corner[]
  /** How many parts other strips have before this one. */
  before: number
  parts: number
}

function Marks({ channel, shape, corners, before, parts }: MarksProps): ReactElement | null {
  const proof = useContext(Proofs).find((one) => one.channel === channel)
  if (proof === undefined) return null
  return (
    <>
      {corners.map((corner, index) =>
        before + index < parts ? (
          <Cells key={corner} corner={corner} mark={{ ...proof, shape, part: before + index, parts }} />
        ) : null,
      )}
    </>
  )
}

/** Two tones a twentieth to either side of the ground: people see nothing, a reader of pixels everything. */
function Cells({ mark, corner }: { mark: ProofMark; corner: Corner }): ReactElement {
  const drawn = useRef<SVGSVGElement>(null)
  // After every change of the page, as the scale of the stage may have changed with it.
  useLayoutEffect(() => snapToCorner(drawn.current, corner))
  useEffect(() => {
    const ground = drawn.current?.parentElement
    if (ground == null) return
    const observer = new ResizeObserver(() => snapToCorner(drawn.current, corner))
    observer.observe(ground)
    return () => observer.disconnect()
  }, [corner])
  const cells = encodeMark(mark)
  return (
    <svg
      ref={drawn}
      className="ak-proof"
      width={MARK_COLUMNS * MARK_CELL_PX}
      height={MARK_ROWS * MARK_CELL_PX}
      viewBox={`0 0 ${MARK_COLUMNS} ${MARK_ROWS}`}
      shapeRendering="crispEdges"
      aria-hidden
      focusable="false"
    >
      <path fill="#ffffff" fillOpacity={0.05} d={squares(cells, true)} />
      <path fill="#000000" fillOpacity={0.05} d={squares(cells, false)} />
    </svg>
  )
}

function squares(cells: readonly boolean[], tone: boolean): string {
  return cells
    .map((cell, index) => (cell === tone ? `M${index % MARK_COLUMNS} ${Math.floor(index / MARK_COLUMNS)}h1v1h-1z` : ''))
    .join('')
}
