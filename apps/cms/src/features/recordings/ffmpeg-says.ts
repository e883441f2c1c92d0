/** The newest number that ffmpeg's `-progress` wrote under a name: `out_time_us` (microseconds), `total_size` (bytes). */
export function lastOf(text: string, name: 'out_time_us' | 'total_size'): number | null {
  const last = [...text.matchAll(new RegExp(`${name}=(\\d+)`, 'g'))].at(-1)?.[1]
  return last === undefined ? null : Number(last)
}

/** Whether ffmpeg's errors say that the disk took no more. */
export function saysFull(stderr: string): boolean {
  return /No space left/i.test(stderr)
}
