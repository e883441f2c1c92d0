/**
 * What an import found wrong. Files: `file-missing`, `file-unreadable`. Features that are left out: `feature-unreadable`,
 * `duplicate-id`, `level-unknown`, `place-unknown` (no anchor or unit to stand on), `far-from-building`, `name-missing`.
 * Kept all the same: `name-not-japanese`, `category-unknown`. The whole venue: `size-implausible`.
 */
export type ImportProblem = {
  code:
    | 'file-missing'
    | 'file-unreadable'
    | 'feature-unreadable'
    | 'duplicate-id'
    | 'level-unknown'
    | 'place-unknown'
    | 'far-from-building'
    | 'name-missing'
    | 'name-not-japanese'
    | 'category-unknown'
    | 'size-implausible'
  file: string
  featureId: string | null
  /** For the log and the import report's small print: a path in the file, a category, an id that leads nowhere. */
  detail: string | null
}

export type ReportProblem = (problem: ImportProblem) => void
