import { GuideView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useMay } from './session.ts'
import { useWrite } from './write.ts'

/** How far one is with the first-run guide; asked again whenever something changes that its steps are about. */
export function useGuide() {
  const composes = useMay('content')
  return useQuery({
    queryKey: keys.guide,
    queryFn: ({ signal }) => get(GuideView, '/api/guide', signal),
    // What is on the glass is told every ten seconds, without a word to the console.
    refetchInterval: ({ state }) => (waitsForGlass(state.data) ? 5_000 : false),
    enabled: composes,
  })
}

function waitsForGlass(guide: GuideView | undefined): boolean {
  return guide?.steps.some(({ step, done }) => step === 'glass' && !done) === true && guide.steps[3]?.done === true
}

export function useShowGuide() {
  return useWrite((putAway: boolean) => send(GuideView, 'PUT', '/api/guide', { putAway }), { touches: [keys.guide] })
}
