import { useEffect } from 'react'
import { useKiosk } from '../kiosk-context.ts'
import { keepWatching } from './keep-watching.ts'

/** A film that plays keeps the visit from ending, for ten minutes after the last touch. */
export function useWatching(isPlaying: boolean): void {
  const { stay } = useKiosk()
  useEffect(() => (isPlaying ? keepWatching(window, stay) : undefined), [isPlaying, stay])
}
