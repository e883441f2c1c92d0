import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { useKiosk } from './kiosk-context.ts'
import { Press } from './parts.tsx'

/** Part of the visible height that one touch moves by: the last line of before stays in sight. */
const SHARE = 0.8

/** What may be longer than its place: moved by a finger, and by two buttons that are there when it is. `mark` changes with what is in it. */
export function ScrollList({ mark, children }: { mark: string; children: ReactNode }): ReactElement {
  const { word } = useKiosk()
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ above: false, below: false })
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    element.scrollTop = 0
    const look = (): void => {
      const { scrollTop, scrollHeight, clientHeight } = element
      const seen = { above: scrollTop > 2, below: scrollTop + clientHeight < scrollHeight - 2 }
      setRoom((before) => (before.above === seen.above && before.below === seen.below ? before : seen))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    element.addEventListener('scroll', look)
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [mark])
  const move = (way: 1 | -1): void => box.current?.scrollBy({ top: way * SHARE * box.current.clientHeight })
  const isLong = room.above || room.below
  return (
    <div className="ak-scroll" data-above={room.above} data-below={room.below}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys */}
      <div className="ak-scroll-box" ref={box} tabIndex={isLong ? 0 : -1} role="group">
        <div>{children}</div>
      </div>
      {isLong && (
        <div className="ak-scroll-buttons">
          <Press icon="up" kind="scroll" disabled={!room.above} label={word('moreAbove')} onPress={() => move(-1)} />
          <Press icon="down" kind="scroll" disabled={!room.below} label={word('moreBelow')} onPress={() => move(1)} />
        </div>
      )}
    </div>
  )
}
