import { IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import type { VenueKit } from '../model/kit.ts'
import { useLevelName } from '../model/use-level-name.ts'
import { CLOSABLE, closables } from './closable.ts'
import { useClosedNames } from './closed-names.ts'
import { type ClosureDraft, toggled } from './closure-draft.ts'
import classes from './closures.module.css'

/** What is to be closed: what was touched on the plan, and by name what is closed most. */
export function WhereStep({
  kit: { model, built },
  draft,
  onChange,
  onShow,
}: {
  kit: VenueKit
  draft: ClosureDraft
  onChange: (draft: ClosureDraft) => void
  onShow: (id: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const names = useClosedNames(model)
  const byKind = closables(model, built.graph)
  const floorOf = useLevelName(model)
  const chosen = [
    ...draft.featureIds.map((id) => ({
      key: id,
      name: names({ featureIds: [id], zones: [] }),
      without: (): ClosureDraft => toggled(draft, id),
    })),
    ...draft.zones.map((zone, index) => ({
      key: `zone ${index}`,
      name: names({ featureIds: [], zones: [zone] }),
      without: (): ClosureDraft => ({ ...draft, zones: draft.zones.filter((each) => each !== zone) }),
    })),
  ]
  return (
    <>
      {chosen.length === 0 ? (
        <p className={classes.hint}>{t('venues.closures.whereHint')}</p>
      ) : (
        <ul className={classes.chosen}>
          {chosen.map(({ key, name, without }) => (
            <li key={key}>
              {name}
              <button
                type="button"
                aria-label={t('venues.closures.without', { name })}
                onClick={() => onChange(without())}
              >
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {CLOSABLE.filter((kind) => byKind[kind].length > 0).map((kind) => (
        <details key={kind} name="closable" className={classes.quick} open={kind === 'exits' && chosen.length === 0}>
          <summary>{t(`venues.closures.kind.${kind}`)}</summary>
          <div>
            {byKind[kind].map(({ id, levelId, name, near }) => {
              const label = `${floorOf(levelId)} ${name === null ? t(`venues.closures.one.${kind}`) : textIn(name)}`
              return (
                <button
                  key={id}
                  type="button"
                  aria-pressed={draft.featureIds.includes(id)}
                  onClick={() => {
                    onShow(id)
                    onChange(toggled(draft, id))
                  }}
                  data-testid={`close-${kind}`}
                >
                  {label}
                  {near !== null && <small>{t('venues.closures.near', { name: textIn(near) })}</small>}
                </button>
              )
            })}
          </div>
        </details>
      ))}
    </>
  )
}
