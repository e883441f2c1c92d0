import { crc32 } from 'node:zlib'

/**
 * A value as one line of a file that is only ever appended to: JSON, a tab, and the CRC-32 of the JSON (eight hex digits), so
 * that a flipped bit inside a number is noticed as well. JSON itself holds no tab and no newline.
 */
export function sealedLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${json}\t${sealOf(json)}\n`
}

/** The value of a line, without its newline; undefined where it is torn or damaged. One of before lines had seals is read all the same. */
export function openedLine(line: string): unknown {
  const [json = '', seal, ...more] = line.split('\t')
  if (more.length > 0 || (seal !== undefined && seal !== sealOf(json))) return undefined
  try {
    return JSON.parse(json)
  } catch {
    // A power cut tears the last line; whoever reads it counts it as damaged.
    return undefined
  }
}

function sealOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0')
}
