import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { LocalDate } from '@akari/protocol'
import { type Span, spanOf, stepFrom, VIEWS } from './calendar/span.ts'
import type { Shown } from './calendar/toolbar.tsx'

type Place = {
  shown: Shown
  span: Span
  onShow: (shown: Shown, day?: string) => void
  onStep: (direction: 1 | -1) => void
  onToday: () => void
}

/** Which view of which days is open. It is in the address, so that it can be sent to a colleague. */
export function usePlace(today: string): Place {
  const [params, setParams] = useSearchParams()
  const asked = LocalDate.safeParse(params.get('day'))
  const day = asked.success ? asked.data : today
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'week'
  const shown: Shown = params.get('view') === 'list' ? 'list' : view
  const go = (next: Shown, to: string): void => setParams(to === today ? { view: next } : { view: next, day: to })
  return {
    shown,
    span: useMemo(() => spanOf(view, day), [view, day]),
    onShow: (next, to = day) => go(next, to),
    onStep: (direction) => go(shown, stepFrom(view, day, direction)),
    onToday: () => go(shown, today),
  }
}
