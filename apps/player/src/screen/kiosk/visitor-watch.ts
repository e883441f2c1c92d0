import type { GlassStore } from '../glass/glass-store.ts'

const LOOK_EVERY_MS = 1000

/** Tells the store of every touch (of the glass, or of keys beside it), and of the time that passes without one. */
export function startVisitorWatch(page: Document, store: GlassStore): { close: () => void } {
  const touched = (): void => store.tell({ type: 'visitor.touched', atMs: performance.now() })
  page.addEventListener('pointerdown', touched)
  page.addEventListener('keydown', touched)
  const timer = setInterval(() => store.tell({ type: 'time.passed', atMs: performance.now() }), LOOK_EVERY_MS)
  return {
    close: () => {
      page.removeEventListener('pointerdown', touched)
      page.removeEventListener('keydown', touched)
      clearInterval(timer)
    },
  }
}
