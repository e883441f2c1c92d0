import type { ComponentType, ReactElement, ReactNode } from 'react'
import classes from './empty.module.css'

/** Nothing here yet: says so, and what the next step is. */
export function Empty({
  icon: Icon,
  title,
  hint,
  children,
}: {
  icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>
  title: string
  hint: string
  children?: ReactNode
}): ReactElement {
  return (
    <div className={classes.empty}>
      <Icon size={44} stroke={1.2} aria-hidden />
      <p className={classes.title}>{title}</p>
      <p className={classes.hint}>{hint}</p>
      {children}
    </div>
  )
}
