import type { ReactElement } from 'react'
import { Link, useLocation } from 'react-router'
import classes from './section-nav.module.css'

export type SectionPlace = {
  to: string
  /** Of the link, in tests. */
  name: string
  text: string
  /** What is to be seen to there, in a word or two. */
  mark?: string | null
}

/** The pages of one section, above each of them. Whoever is deeper is still at the page above: at the longest address that theirs begins with. */
export function SectionNav({
  label,
  section,
  places,
}: {
  label: string
  section: string
  places: readonly SectionPlace[]
}): ReactElement {
  const { pathname } = useLocation()
  const [here] = places
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)
  return (
    <nav aria-label={label} className={classes.nav}>
      {places.map(({ to, name, text, mark = null }) => (
        <Link
          key={to}
          to={to}
          className={classes.place ?? ''}
          aria-current={to === here?.to ? 'page' : undefined}
          data-testid={`${section}-nav-${name}`}
        >
          {text}
          {mark !== null && <span className={classes.count}>{mark}</span>}
        </Link>
      ))}
    </nav>
  )
}
