import { join } from 'node:path'
import { buildPages } from '../../scripts/build-pages.ts'

/** Builds the pages that browsers open, once before all files: two that build at the same time write over one another. */
export default async function builtPages(): Promise<void> {
  if (!(await buildPages(join(import.meta.dirname, '../..')))) throw new Error('the pages could not be built')
}
