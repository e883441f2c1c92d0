import { type ProblemCode, problemText } from '../report/problem-words.ts'

/**
 * What an import found wrong, once for each kind and file: how often, and the first of them. Nothing can be used after
 * `archive-broken`, `archive-too-large` and `not-a-timetable`; all others are warnings.
 */
export type ImportProblem = {
  code: ProblemCode
  file: string
  count: number
  /** The first of them: a row, an id, a value. */
  detail: string | null
  text: { ja: string; en: string }
}

export type ReportProblem = (code: ProblemCode, file: string, detail?: string | null) => void
export type Problems = { report: ReportProblem; list: () => ImportProblem[] }

/** Letters of a detail: it is for reading, and a hostile file may have a megabyte in one field. */
const MOST_DETAIL = 120

/** Gathers problems; a thousand rows of one mistake are one problem. */
export function problemList(): Problems {
  const found = new Map<string, { code: ProblemCode; file: string; count: number; detail: string | null }>()
  return {
    report: (code, file, detail = null) => {
      const known = found.get(`${code} ${file}`)
      if (known === undefined)
        found.set(`${code} ${file}`, { code, file, count: 1, detail: detail?.slice(0, MOST_DETAIL) ?? null })
      else known.count++
    },
    list: () =>
      [...found.values()].map((problem) => ({
        ...problem,
        text: problemText(problem.code, {
          file: problem.file,
          count: String(problem.count),
          detail: problem.detail ?? '',
        }),
      })),
  }
}
