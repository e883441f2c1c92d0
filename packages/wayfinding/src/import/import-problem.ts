/**
 * What an import found wrong. Of the archive: `archive-*`, `file-*`, `format-unknown`. Features that are left out:
 * `feature-unreadable`, `duplicate-id`, `level-unknown`, `place-unknown` (no anchor or unit to stand on), `far-from-building`,
 * `name-missing`, `link-dangling`, `link-duplicate`. Kept all the same: `name-not-japanese`, `category-unknown`,
 * `code-table-doubtful`, `floor-doubtful`, `scale-assumed`. The whole venue: `size-implausible`, `crs-unknown`, `levels-missing`.
 */
export type ImportProblem = {
  code: ImportProblemCode
  file: string
  featureId: string | null
  /** For the log and the import report's small print: a path in the file, a category, an id that leads nowhere. */
  detail: string | null
}

export type ImportProblemCode =
  | 'archive-broken'
  | 'archive-too-large'
  | 'archive-path-unsafe'
  | 'archive-unsupported'
  | 'format-unknown'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-duplicate'
  | 'feature-unreadable'
  | 'duplicate-id'
  | 'level-unknown'
  | 'place-unknown'
  | 'far-from-building'
  | 'name-missing'
  | 'name-not-japanese'
  | 'category-unknown'
  | 'link-dangling'
  | 'link-duplicate'
  | 'code-table-doubtful'
  | 'floor-doubtful'
  | 'crs-unknown'
  | 'scale-assumed'
  | 'levels-missing'
  | 'size-implausible'

export type ReportProblem = (problem: ImportProblem) => void
