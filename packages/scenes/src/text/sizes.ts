/**
 * The sizes of these elements and of what is in them, to be compared later: fonts are loaded that no letter here is set in,
 * and an observer tells the size it finds at first. Reading them costs nothing where nothing has moved.
 */
export function sizesOf(elements: readonly HTMLElement[]): string {
  return elements
    .map(({ offsetWidth, offsetHeight, scrollWidth, scrollHeight }) =>
      [offsetWidth, offsetHeight, scrollWidth, scrollHeight].join(' '),
    )
    .join(',')
}
