import type { ReactElement } from 'react'

/** Line drawings on a field of 24 × 24, all of one weight. */
const DRAWN = {
  errands: 'M5 3h10l4 4v14H5zM15 3v4h4M8.5 12h7M8.5 16h5',
  floors: 'M12 3 3 8l9 5 9-5zM3 12.5l9 5 9-5M3 17l9 5 9-5',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 21 21',
  nearest:
    'M12 21c-4.5-5-7-8.3-7-11.5a7 7 0 0 1 14 0c0 3.2-2.5 6.5-7 11.5zM12 7a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 12 7z',
  faqs: 'M4 4h16v12h-9l-4 4v-4H4zM9.8 8.6a2.3 2.3 0 1 1 2.2 2.6v.8M12 13.7v.1',
  shelters: 'M3 11 12 4l9 7M5.5 9.5V20h13V9.5M12 20v-6M9.5 14h5',
  bus: 'M5 4h14v13H5zM5 11h14M8 20v-3M16 20v-3M8.5 14v.1M15.5 14v.1',
  sky: 'M8 9a4 4 0 1 1 7.5-2M7 19a4 4 0 0 1-.3-8 5.5 5.5 0 0 1 10.6-.6A4.3 4.3 0 0 1 17 19zM4 4l1.2 1.2M10.5 1.5V3M16.5 3.5l-1 1',
  wifi: 'M3 9.5a13 13 0 0 1 18 0M6.2 13a8.5 8.5 0 0 1 11.6 0M9.3 16.3a4 4 0 0 1 5.4 0M12 19.5v.1',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7v5l3.5 2.5',
  language: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM3 12h18M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9S9 6 12 3z',
  large: 'M3 19 8.5 5 14 19M5 14.5h7M15 19l3-7.5L21 19M16 16.7h4',
  contrast: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z',
  aloud: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM15 9a4 4 0 0 1 0 6M17.5 6.5a7.5 7.5 0 0 1 0 11',
  low: 'M5 3h14v18H5zM8 14h8v4H8zM12 6v5M9.8 9 12 11.2 14.2 9',
  volume: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM16 9v6M19.5 6.5v11',
  muted: 'M4 9.5h3.5L12 5.5v13l-4.5-4H4zM16 9.5l5 5M21 9.5l-5 5',
  back: 'M11 5l-7 7 7 7M4 12h16',
  home: 'M3 11.5 12 4l9 7.5M6 9.5V20h12V9.5M10 20v-6h4v6',
  leave: 'M5 5l14 14M19 5 5 19',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  before: 'M15 4l-8 8 8 8',
  after: 'M9 4l8 8-8 8',
  go: 'M4 12h15M13 6l6 6-6 6',
  ahead: 'M12 20V5M6 11l6-6 6 6',
  left: 'M18 20v-6a4 4 0 0 0-4-4H5M10 5l-5 5 5 5',
  right: 'M6 20v-6a4 4 0 0 1 4-4h9M14 5l5 5-5 5',
  exit: 'M4 3h10v18H4zM10 12h11M17 8l4 4-4 4',
  phone: 'M7 3h10v18H7zM11 18h2',
  staff: 'M12 4a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM5 20c.5-4.5 3-6.5 7-6.5s6.5 2 7 6.5z',
  walk: 'M13 3.5a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zM8 12l1.5-3.5L13 8l2 3.5 3 1M12.5 9l-1.5 5 3.5 3v4M11 14l-2 4-2.5 3',
  wheelchair: 'M11 3.2a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zM11 8v6h5.5l2.5 5.5M11 10.5h4.5M9 11.5a5 5 0 1 0 6 7',
  stroller:
    'M4 5h2.5l2 9h9c1-2 1.5-3.5 1.5-5h-7V4.5c4 0 7 2.5 7 4.5M9.5 17.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM16.5 17.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6z',
  tactile: 'M4 4h16v16H4zM8.5 8.5v.1M15.5 8.5v.1M8.5 15.5v.1M15.5 15.5v.1M12 12v.1',
  hand: 'M9 11.5V5a1.6 1.6 0 0 1 3.2 0v5.5l5 1c1.3.3 2 1.2 1.8 2.5l-.8 4.5c-.3 1.5-1.2 2.5-2.7 2.5h-3.5c-1 0-1.8-.4-2.5-1.2L5.5 15.5c-.7-.8-.5-1.7.2-2.2.7-.5 1.5-.4 2.1.2z',
  lift: 'M5 3h14v18H5zM12 3v18M7 9l1.5-2.5L10 9M14 7l1.5 2.5L17 7',
  stairs: 'M4 20h4v-4h4v-4h4V8h4',
  recordings: 'M3 5h18v13H3zM10 8.8v5.4l4.8-2.7zM8 21h8',
  play: 'M8 5v14l11-7z',
  pause: 'M8.5 5v14M15.5 5v14',
  earlier: 'M11 6l-7 6 7 6zM20 6l-7 6 7 6z',
  later: 'M13 6l7 6-7 6zM4 6l7 6-7 6z',
  captions: 'M3 5h18v14H3zM6.5 11h5M14 11h3.5M6.5 15h3.5M12.5 15h5',
  flag: 'M6 21V4M6 4.5h12l-3 4 3 4H6',
} as const
export type IconName = keyof typeof DRAWN

/** A sign for a word beside it; alone it says nothing to anybody who does not see it. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg className="ak-kiosk-icon" viewBox="0 0 24 24" aria-hidden focusable="false">
      <path d={DRAWN[name]} />
      {name === 'contrast' && <path className="ak-kiosk-icon-full" d="M12 3a9 9 0 0 1 0 18z" />}
    </svg>
  )
}
