import type { SittingView } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useRecordings } from '../../api/recordings.ts'

/** What becomes of a sitting that is deleted, of its captions and its recordings; `barred`: it cannot be, and `text` says why. */
export function useDeletion({ id, live: { standing } }: SittingView): { text: string; barred: boolean } {
  const { t } = useTranslation()
  const { phase } = standing
  const playlists = (usePlaylists().data ?? []).filter(({ items }) =>
    items.some(({ scene }) => scene.kind === 'sitting' && scene.sittingId === id),
  )
  const recordings = (useRecordings().data?.recordings ?? []).filter(({ sittingId }) => sittingId === id).length
  if (phase === 'inSession' || phase === 'recess') return { text: t('sittings.deleteRuns'), barred: true }
  if (playlists.length > 0) {
    const names = playlists.map(({ name }) => name).join(t('common.listSeparator'))
    return { text: t('sittings.deleteUsed', { names }), barred: true }
  }
  if (phase === 'planned') return { text: t('sittings.deletePlanned'), barred: false }
  return { text: t('sittings.deleteOver', { count: recordings }), barred: false }
}
