import { askAhead } from '../api/ahead.ts'
import { languageOf, textsOf } from './languages.ts'
import { PAGES, type ConsolePage } from './pages.ts'

/**
 * Begins, before the console itself is there, what the page at this address will wait for: its code, its texts and the answers
 * of the CMS. A script of its own, so that it runs while the others are on their way (vite.config.ts).
 */
const page = pageAt(window.location.pathname)
askAhead(['/api/session', ...(page?.asks ?? [])])
void textsOf(languageOf(window.localStorage))
// Who is not let in, or cannot be reached, hears of it from the page.
page?.load().catch(() => undefined)

function pageAt(pathname: string): ConsolePage | undefined {
  return PAGES.find(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`).test(pathname))
}
