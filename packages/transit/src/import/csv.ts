/** Letters of one row; a quotation mark that is never closed would swallow the rest of the file otherwise. */
const MOST_ROW = 1_000_000
const CHUNK = 1 << 18
const [QUOTE, COMMA, LF, CR, SPACE, TAB] = [0x22, 0x2c, 0x0a, 0x0d, 0x20, 0x09]

/**
 * Reads a table of comma-separated values (RFC 4180; any line end, with or without a byte order mark, empty lines anywhere). `slotsOf` is
 * given the first row (an empty one where there is none) and says for each column where of `width` values its own is wanted, −1 for
 * nowhere; `onRow` gets the same array every time, and the number of the row. Gives false where a row is endless: what comes
 * after it is not read.
 */
export function readCsv(
  bytes: Uint8Array,
  encoding: string,
  width: number,
  slotsOf: (header: readonly string[]) => readonly number[],
  onRow: (fields: readonly string[], row: number) => void,
): boolean {
  const decoder = new TextDecoder(encoding)
  const header: string[] = []
  let slots: readonly number[] | null = null
  const fields = Array.from({ length: width }, () => '')
  let rest = ''
  let row = 0
  for (let from = 0; from < bytes.length || from === 0; from += CHUNK) {
    const isLast = from + CHUNK >= bytes.length
    const text = rest + decoder.decode(bytes.subarray(from, from + CHUNK), { stream: !isLast })
    let at = 0
    while (at < text.length) {
      const into = slots === null ? header : fields
      fields.fill('')
      const next = readRow(text, at, isLast, slots, into)
      if (next === -1) break
      at = next
      row++
      const isEmpty = into.every((value) => value === '')
      if (slots !== null) {
        if (!isEmpty) onRow(fields, row)
      } else if (isEmpty) header.length = 0
      else slots = slotsOf(header.map((name) => name.toLowerCase()))
    }
    rest = text.slice(at)
    if (rest.length > MOST_ROW) return false
  }
  if (slots === null) slotsOf([])
  return true
}

/** Reads one row into the slots (all of it while there are none) and gives where the next begins; −1 where the row goes on in the next chunk. */
function readRow(
  text: string,
  start: number,
  isLast: boolean,
  slots: readonly number[] | null,
  into: string[],
): number {
  let at = start
  for (let column = 0; ; column++) {
    let end: number
    let value: string | null = null
    const slot = slots === null ? column : (slots[column] ?? -1)
    const opening = firstLetter(text, at)
    if (text.charCodeAt(opening) === QUOTE) {
      const closing = closingQuote(text, opening + 1)
      if (closing === -1 || (closing === text.length - 1 && !isLast)) {
        if (!isLast) return -1
        end = text.length
        value = text.slice(opening + 1)
      } else {
        if (slot >= 0) value = text.slice(opening + 1, closing).replaceAll('""', '"')
        end = fieldEnd(text, closing + 1)
      }
    } else end = fieldEnd(text, at)
    if (end === text.length && !isLast) return -1
    if (slot >= 0) into[slot] = trimmed(value ?? text.slice(at, end))
    const stop = text.charCodeAt(end)
    if (stop === COMMA) at = end + 1
    else if (stop === CR && end + 1 === text.length && !isLast) return -1
    else return end + (stop === CR && text.charCodeAt(end + 1) === LF ? 2 : 1)
  }
}

/** Spreadsheets and people put a space after the comma, before the quotation mark too. */
function firstLetter(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) at++
  return at
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at
  return -1
}

function fieldEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === COMMA || letter === LF || letter === CR) break
  }
  return at
}

/** Most fields have nothing to trim, and are many. */
function trimmed(value: string): string {
  const [first, last] = [value.charCodeAt(0), value.charCodeAt(value.length - 1)]
  return first <= SPACE || last <= SPACE || first > 0x7f || last > 0x7f ? value.trim() : value
}
