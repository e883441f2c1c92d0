import type { DisplayView, User } from '@akari/protocol'
import { answersFor } from '../../api/session.ts'

/** Which of the chosen displays can be asked, and why the others cannot. */
export type Parts = {
  reached: readonly DisplayView[]
  unpaired: readonly DisplayView[]
  /** The person asking does not answer for their groups. */
  notYours: readonly DisplayView[]
}

export function partsOf(displays: readonly DisplayView[], user: User | null | undefined): Parts {
  const yours = displays.filter((display) => answersFor(user, display))
  return {
    reached: yours.filter(({ status }) => status !== 'unpaired'),
    unpaired: yours.filter(({ status }) => status === 'unpaired'),
    notYours: displays.filter((display) => !yours.includes(display)),
  }
}
