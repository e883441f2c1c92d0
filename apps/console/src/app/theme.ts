import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core'

const kingfisher: MantineColorsTuple = [
  '#e3f1f4',
  '#c9e4ea',
  '#9fd0db',
  '#6db7c8',
  '#3f9fb5',
  '#1d8ba4',
  '#0a7d97',
  '#00708a',
  '#005a70',
  '#00414f',
]
const zelkova: MantineColorsTuple = [
  '#e7f0e9',
  '#d3e4d8',
  '#b4d0be',
  '#8db79c',
  '#6ba07e',
  '#54906a',
  '#487f5b',
  '#3f6b4b',
  '#31553b',
  '#233e2b',
]
const vermilion: MantineColorsTuple = [
  '#fcedea',
  '#f8d5ce',
  '#efa99d',
  '#e67c6a',
  '#de5640',
  '#d03a22',
  '#c02f18',
  '#a82612',
  '#871d0d',
  '#621408',
]
const amber: MantineColorsTuple = [
  '#fdf1d8',
  '#fae4b4',
  '#f4cf80',
  '#ecb84d',
  '#dda124',
  '#b97f0c',
  '#996600',
  '#7a4f00',
  '#5f3d00',
  '#452c00',
]
const stone: MantineColorsTuple = [
  '#faf8f4',
  '#f2eee6',
  '#e9e3d7',
  '#dcd4c5',
  '#bfb6a6',
  '#756d5f',
  '#6b6558',
  '#524d43',
  '#38352e',
  '#1b1f23',
]

const OVERLAY = { backgroundOpacity: 0.45, color: '#12303a' }
/** As high as its letters reach down: it hides what sticks out. */
const TITLE = { fontSize: '1.25rem', fontWeight: 700, lineHeight: 1.5 }

/** What a screen reader says of the cross that closes a window, and of the one that empties a field. */
export function crossLabels({ close, clear }: { close: string; clear: string }): MantineThemeOverride {
  const closes = { defaultProps: { closeButtonProps: { 'aria-label': close } } }
  const clears = { defaultProps: { 'aria-label': clear } }
  return { components: { Modal: closes, Drawer: closes, Notification: closes, InputClearButton: clears } }
}

/** How calendars write the month and the year at their head, as dayjs formats. */
export function calendarHeads({ month, year }: { month: string; year: string }): MantineThemeOverride {
  const heads = { defaultProps: { monthLabelFormat: month, yearLabelFormat: year } }
  return { components: { Calendar: heads, DateInput: heads, DatePickerInput: heads } }
}

/** The tokens of the glass, for Mantine: paper, ink, kingfisher; BIZ UDPGothic; squarer corners, hairlines for shadows. */
export const theme = createTheme({
  fontFamily: "'BIZ UDPGothic', 'Noto Sans SC', 'Noto Sans KR', sans-serif",
  headings: {
    fontFamily: "'BIZ UDPGothic', sans-serif",
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.35' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.45' },
    },
  },
  black: '#1b1f23',
  colors: { kingfisher, zelkova, vermilion, amber, gray: stone, red: vermilion, green: zelkova, yellow: amber },
  primaryColor: 'kingfisher',
  primaryShade: 7,
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { fw: 700 } },
    Modal: {
      defaultProps: { radius: 10, overlayProps: OVERLAY, centered: true },
      styles: { title: TITLE },
    },
    Drawer: {
      defaultProps: { overlayProps: OVERLAY, position: 'right', padding: 'xl' },
      styles: { title: TITLE },
    },
    Badge: { defaultProps: { radius: 4, tt: 'none', fw: 700, miw: 'max-content' } },
    Tooltip: { defaultProps: { color: '#12303a' } },
    Input: { styles: { input: { borderColor: '#8a8273' } } },
    Table: { defaultProps: { verticalSpacing: 'sm' }, styles: { th: { whiteSpace: 'nowrap' } } },
    // Its invisible first child is no menu item (ARIA 1.2 §5.2.6); without it the first item has the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
})
