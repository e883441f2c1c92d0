import type { InfoType } from '../telegram.ts'

/** Of two messages alike in number and time, a 訂正 replaces what was issued and a 取消 has the last word. */
export function rankOf(infoType: InfoType): number {
  switch (infoType) {
    case 'issue':
    case 'delay':
      return 0
    case 'correction':
      return 1
    case 'cancel':
      return 2
  }
}
