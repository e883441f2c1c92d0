/** How far a sheet may shrink. */
export const LEAST = 0.3
/** Rather than smaller than this, the languages take turns. A card's letters are larger from the start. */
export const TIGHT = { sheet: 0.8, card: 0.7 } as const
