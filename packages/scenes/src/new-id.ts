/**
 * A new id of 128 random bits, in hexadecimal. Not `crypto.randomUUID`: browsers leave it out on plain http, where a
 * city hall's inner network may well be.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
