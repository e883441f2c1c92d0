import type { CaptionTrouble } from '@akari/protocol'

export type Troubles = ReturnType<typeof captionTroubles>

/** What does not work at this server now, for whoever looks after the captions. `changed`: something else than before. */
export function captionTroubles({ now, changed }: { now: () => Date; changed: () => void }) {
  const held = new Map<CaptionTrouble['of'], CaptionTrouble>()
  return {
    tell: (of: CaptionTrouble['of'], message: string): void => {
      const isNews = held.get(of)?.message !== message
      held.set(of, { of, at: now().toISOString(), message: message.slice(0, 300) })
      if (isNews) changed()
    },
    clear: (of: CaptionTrouble['of']): void => {
      if (held.delete(of)) changed()
    },
    list: (): CaptionTrouble[] => [...held.values()],
  }
}
