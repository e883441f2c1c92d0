/** What no venue has, and what would take minutes or all memory to work out: importers refuse what is beyond. */

/** Of one ring or line, and of one feature in parts. */
export const MOST_CORNERS = 50_000
export const MOST_PARTS = 1000
/** Features of one file, read or not. */
export const MOST_FEATURES = 250_000
/** Letters of one drawn plan. */
export const MOST_SVG_LETTERS = 30_000_000
