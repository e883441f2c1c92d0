/** A table as CSV for the spreadsheet of a city hall: byte order mark, CRLF, and no cell that it would calculate. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\u{feff}${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  // OWASP, CSV injection: a leading = + - @ or tab makes it a formula.
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
