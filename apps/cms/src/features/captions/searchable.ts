/** As it is compared: half and full width, capitals and small letters are one (Unicode NFKC). */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
