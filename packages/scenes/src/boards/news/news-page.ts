/** How long a page of headlines stays. */
export const NEWS_TURN_MS = 12_000

/** Headlines that stand on the board together. */
export interface NewsPage<T> {
  items: readonly T[]
  /** So many stand together; the last page may have fewer. */
  size: number
  /** From 0, and of how many. */
  page: number
  pages: number
}

/**
 * Which headlines stand on the board at a moment, where so many have room together: pages of one size that take turns by the
 * clock, so that displays side by side turn them together.
 */
export function newsPage<T>(items: readonly T[], room: number, nowMs: number): NewsPage<T> {
  const size = Math.max(1, Math.min(Math.floor(room), items.length))
  const pages = Math.max(1, Math.ceil(items.length / size))
  const page = Math.floor(nowMs / NEWS_TURN_MS) % pages
  return { items: items.slice(page * size, (page + 1) * size), size, page, pages }
}
