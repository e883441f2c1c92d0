/** Byte order mark: without it spreadsheets in Japanese read UTF-8 as Shift_JIS. */
const BOM = '\uFEFF'

/** RFC 4180, with CRLF. A text that a spreadsheet would take for a formula is made a plain one. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BOM + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
