export function isWhole(root: string): boolean
