import type { EntryView } from '@akari/protocol'
import { useSearchParams } from 'react-router'

/** The entry that the address asks for (`?entry=`), e.g. from «なぜこれが表示?»; null: none, or it is gone. */
export function useAskedEntry(entries: readonly EntryView[] | undefined): {
  asked: EntryView | null
  forget: () => void
} {
  const [params, setParams] = useSearchParams()
  const id = params.get('entry')
  return {
    asked: entries?.find((entry) => entry.id === id) ?? null,
    forget: () =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          after.delete('entry')
          return after
        },
        { replace: true },
      ),
  }
}
