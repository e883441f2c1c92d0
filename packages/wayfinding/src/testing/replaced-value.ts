/** A JSON text in which the value at one of its places, counted by `choice`, is another one. */
export function withOneValueReplaced(text: string, choice: number, value: unknown): string {
  let places = 0
  JSON.parse(text, (_, old: unknown) => {
    places++
    return old
  })
  let place = 0
  return JSON.stringify(JSON.parse(text, (_, old: unknown) => (place++ === choice % places ? value : old))) ?? 'null'
}
