import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { EditorHead } from '../../parts/editor-head.tsx'
import type { KeptEditor } from '../../parts/use-kept-editor.ts'
import { type Drawing, missingOf } from './drawing.ts'
import type { Edit } from './editor.ts'

/** Name, undo and redo, save, and what is still missing before it can be saved. */
export function LayoutHead(props: {
  state: KeptEditor<Drawing, Edit>
  saving: boolean
  readOnly: boolean
  onSave: () => void
}): ReactElement {
  const { t } = useTranslation()
  const missing = missingOf(props.state.editor.present)
  const texts = {
    new: t('layouts.new'),
    name: t('layouts.name'),
    placeholder: t('layouts.namePlaceholder'),
    list: t('layouts.title'),
    unsaved: t('layouts.unsaved'),
    saved: t('layouts.allSaved'),
  }
  return (
    <EditorHead
      {...props}
      texts={texts}
      back="/layouts"
      kind="layout"
      missing={missing === null ? null : t(`layouts.missing.${missing}`)}
    />
  )
}
