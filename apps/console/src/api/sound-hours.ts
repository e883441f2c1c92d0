import { type SoundHoursInput, SoundHoursView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

const PATH = '/api/sound-hours'

export function useSoundHours() {
  return useQuery({ queryKey: keys.sound, queryFn: ({ signal }) => get(SoundHoursView.array(), PATH, signal) })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestSoundHours(): Promise<SoundHoursView[]> {
  return get(SoundHoursView.array(), PATH)
}

export function useSaveSoundHours() {
  return useWrite(
    ({ id, hours }: { id: string | null; hours: SoundHoursInput }) =>
      id === null ? send(SoundHoursView, 'POST', PATH, hours) : send(SoundHoursView, 'PUT', `${PATH}/${id}`, hours),
    { touches: [keys.sound, keys.draft], quiet: true },
  )
}

export function useDeleteSoundHours() {
  return useWrite((id: string) => act('DELETE', `${PATH}/${id}`), { touches: [keys.sound, keys.draft] })
}
