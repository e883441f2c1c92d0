import { type Id, type RecordingInput, RecordingSettingsInput, RecordingsView, RecordingView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, send } from './client.ts'
import { keys } from './keys.ts'
import { useDelete, useWrite } from './write.ts'

const TOUCHED = { touches: [keys.recordings] }

/** All recordings of sittings, the newest first, and the room for more. */
export function useRecordings() {
  return useQuery({
    queryKey: keys.recordings,
    queryFn: ({ signal }) => get(RecordingsView, '/api/recordings', signal),
  })
}

/** A stale `version` is refused with 409. */
export function useSaveRecording() {
  return useWrite(
    ({ id, recording }: { id: Id; recording: RecordingInput }) =>
      send(RecordingView, 'PUT', `/api/recordings/${id}`, recording),
    TOUCHED,
  )
}

/** Ends one before its sitting does, records on after that (the answer is the other recording), or puts one together once more. */
export function useMoveRecording(how: 'end' | 'go-on' | 'retry') {
  return useWrite((id: Id) => send(RecordingView, 'POST', `/api/recordings/${id}/${how}`, {}), TOUCHED)
}

export function useDeleteRecording(onDeleted: () => void) {
  const touches = [keys.recordings, keys.assets, keys.bin]
  return useDelete((id) => `/api/recordings/${id}`, onDeleted, { touches })
}

export function useSaveRecordingRoom() {
  return useWrite(
    (settings: RecordingSettingsInput) => send(RecordingSettingsInput, 'PUT', '/api/recording-settings', settings),
    { ...TOUCHED, quiet: true },
  )
}
