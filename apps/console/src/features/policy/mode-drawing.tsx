import type { PolicyAct } from '@akari/protocol'
import type { ReactElement } from 'react'
import classes from './marks.module.css'

/** A small glass that shows how much of it an alert takes. Its words stand beside it. */
export function ModeDrawing({ mode }: { mode: PolicyAct['mode'] }): ReactElement {
  return (
    <svg className={classes.glass} viewBox="0 0 64 40" aria-hidden focusable="false" data-mode={mode}>
      <rect className={classes.pane} x="1.5" y="1.5" width="61" height="37" rx="3" />
      {contentOf(mode)}
    </svg>
  )
}

function contentOf(mode: PolicyAct['mode']): ReactElement {
  switch (mode) {
    case 'fullScreen':
      return (
        <g>
          <rect className={classes.alarm} x="3" y="3" width="58" height="34" rx="1.5" />
          <path className={classes.sign} d="M15 26 22 13l7 13z" />
          <path className={classes.line} d="M35 15h20M35 21h20M35 27h13" />
        </g>
      )
    case 'banner':
      return (
        <g>
          <Programme from={19} />
          <rect className={classes.alarm} x="3" y="3" width="58" height="12" rx="1.5" />
          <path className={classes.sign} d="m7 12 3-6 3 6z" />
          <path className={classes.line} d="M18 9h36" />
        </g>
      )
    case 'ticker':
      return (
        <g>
          <Programme from={8} to={29} />
          <rect className={classes.alarm} x="3" y="32" width="58" height="5" rx="1" />
        </g>
      )
    case 'board':
      return (
        <g>
          <Programme from={8} to={27} />
          <rect className={classes.quiet} x="3" y="30" width="58" height="7" rx="1" />
          <path className={classes.alarmMark} d="M7 33.5h3" />
          <path className={classes.entry} d="M14 33.5h24" />
        </g>
      )
    case 'none':
      return <path className={classes.absent} d="M6 35 58 5" />
  }
}

/** The programme that goes on beside the alert. */
function Programme({ from, to = 34 }: { from: number; to?: number }): ReactElement {
  const middle = (from + to) / 2
  return (
    <g>
      <rect className={classes.picture} x="8" y={from} width="20" height={to - from} rx="1.5" />
      <path className={classes.entry} d={`M33 ${from + 2}h22M33 ${middle}h22M33 ${to - 2}h14`} />
    </g>
  )
}
