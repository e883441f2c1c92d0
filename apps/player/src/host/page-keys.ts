/** Keys that stay inside the page. Whatever is not here, and every chord with Ctrl, Alt or Meta, is swallowed. */
export const PAGE_KEYS: readonly string[] = [
  'Enter',
  'Tab',
  'Escape',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]
