import type { ReactElement } from 'react'

/** Akari's mark: a lamp that is left on. */
export function CityMark(): ReactElement {
  return (
    <svg className="ak-mark" viewBox="0 0 40 40" aria-hidden focusable="false">
      <rect className="ak-mark-field" width="40" height="40" rx="11" />
      <path className="ak-mark-lamp" d="M20 7c6 5 9 9 9 14a9 9 0 0 1-18 0c0-5 3-9 9-14z" />
      <circle className="ak-mark-field" cx="20" cy="21.5" r="3.6" />
      <rect className="ak-mark-lamp" x="13" y="31.5" width="14" height="2.6" rx="1.3" />
    </svg>
  )
}
