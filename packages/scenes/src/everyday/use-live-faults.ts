import { useEffect } from 'react'
import type { SceneProps } from './scene-props.ts'
import { isAway, type LiveState } from './use-live-playback.ts'

/** Says of a stream what staff should know: that its picture stopped or never came, or what is wrong with what it shows. */
export function useLiveFaults(
  { picture, troubles }: LiveState,
  streamId: string,
  onFault: SceneProps['onFault'],
): void {
  const found = [...(isAway(picture) ? ['stopped'] : []), ...troubles].join(' ')
  useEffect(() => {
    for (const trouble of found.split(' ').filter((each) => each !== ''))
      onFault({ kind: 'passing', code: `live-${trouble}`, detail: streamId })
  }, [found, streamId, onFault])
}
