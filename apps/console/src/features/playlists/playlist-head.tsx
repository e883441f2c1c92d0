import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { EditorHead } from '../../parts/editor-head.tsx'
import type { KeptEditor } from '../../parts/use-kept-editor.ts'
import { asDuration } from '../../parts/when.ts'
import { roundSeconds } from '../../parts/round-seconds.ts'
import { type Draft, type Edit } from './editor.ts'
import classes from './playlists.module.css'

/** Name, length, undo and redo, save. */
export function PlaylistHead(props: {
  state: KeptEditor<Draft, Edit>
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const { name, items } = props.state.editor.present
  const texts = {
    new: t('playlists.new'),
    name: t('playlists.name'),
    placeholder: t('playlists.namePlaceholder'),
    list: t('playlists.title'),
    unsaved: t('playlists.unsaved'),
    saved: t('playlists.allSaved'),
  }
  return (
    <EditorHead {...props} texts={texts} back="/playlists" kind="playlist" missing={name.trim() === '' ? '' : null}>
      <dl className={classes.sums}>
        <div>
          <dt>{t('playlists.count')}</dt>
          <dd className="numbers">{items.length}</dd>
        </div>
        <div>
          <dt>{t('playlists.round')}</dt>
          <dd className="numbers">{asDuration(roundSeconds(items))}</dd>
        </div>
      </dl>
    </EditorHead>
  )
}
