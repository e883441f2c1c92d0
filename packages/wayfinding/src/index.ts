export { importImdf } from './import-imdf.ts'
export type { ImportProblem } from './import-problem.ts'
