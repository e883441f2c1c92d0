import { readdir } from 'node:fs/promises'
import { faultCode } from '@akari/node-kit'

const NAME = /^part-(\d{3,6})\.mkv$/

export function partFile(number: number): string {
  return `part-${String(number).padStart(3, '0')}.mkv`
}

/**
 * Of all parts in the folder of a recording, in order; none where there is no folder. A server that died may have written one that
 * nobody noted.
 */
export async function partNumbers(folder: string): Promise<number[]> {
  try {
    const numbers = (await readdir(folder)).map((name) => Number(NAME.exec(name)?.[1] ?? 0))
    return numbers.filter((number) => number > 0).toSorted((a, b) => a - b)
  } catch (err) {
    if (faultCode(err) === 'ENOENT') return []
    throw err
  }
}
