import type { LayoutView } from '@akari/protocol'
import { ActionIcon } from '@mantine/core'
import { IconLayoutBoardSplit, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDeleteLayout, useLayouts } from '../../api/layouts.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { Empty } from '../../parts/empty.tsx'
import { LayoutGlass } from '../../parts/layout-glass.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { sceneOfLayout } from '../../parts/scene-of-draft.ts'
import { SearchField } from '../../parts/search-field.tsx'
import { LOBBY, LOBBY_TURNED } from '../../parts/small-glass.tsx'
import { useWhen } from '../../parts/when.ts'
import { ZoneDrawing } from '../../parts/zone-drawing.tsx'
import { drawingOf, TEMPLATES } from './templates.ts'
import classes from './layouts.module.css'

/** Every layout as it looks now, and what a new one can start from. */
export function LayoutsPage(): ReactElement {
  const { t } = useTranslation()
  const layouts = useLayouts()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  return (
    <Page
      title={t('layouts.title')}
      lead={t('layouts.lead')}
      actions={<SearchField value={search} onChange={setSearch} label={t('layouts.search')} />}
    >
      <Loaded query={layouts}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconLayoutBoardSplit} title={t('layouts.emptyTitle')} hint={t('layouts.emptyHint')} />
          ) : (
            <ul className={classes.cards}>
              {all
                .filter((layout) => matches(search, [layout.name]))
                .map((layout) => (
                  <Card key={layout.id} layout={layout} mayChange={mayChange} />
                ))}
            </ul>
          )
        }
      </Loaded>
      {mayChange && (
        <section aria-label={t('layouts.templates')} className={classes.templates}>
          <h2>{t('layouts.templates')}</h2>
          <ul>
            {TEMPLATES.map((template) => (
              <li key={template}>
                <Link to={`/layouts/new?from=${template}`} data-testid={`template-${template}`}>
                  <ZoneDrawing drawing={drawingOf(template)} shape={template === 'thirds' ? 'tall' : 'wide'} />
                  <b>{t(`layouts.template.${template}`)}</b>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Card({ layout, mayChange }: { layout: LayoutView; mayChange: boolean }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const remove = useDeleteLayout()
  const { id, name, usedIn, updatedAt, landscape, portrait } = layout
  const content = useMemo(
    () => sceneOfLayout({ name, ...(landscape && { landscape }), ...(portrait && { portrait }) }),
    [name, landscape, portrait],
  )
  const isTall = landscape === undefined
  const drawnAs = isTall ? 'tall' : portrait === undefined ? 'wide' : 'both'
  return (
    <li className={classes.card} data-testid={`layout-${id}`}>
      {/* The name below leads there for the keyboard and a screen reader. */}
      <Link
        to={`/layouts/${id}`}
        className={classes.cardGlass}
        data-shape={isTall ? 'tall' : 'wide'}
        aria-hidden
        tabIndex={-1}
      >
        <LayoutGlass content={content} profile={isTall ? LOBBY_TURNED : LOBBY} fit={isTall ? 'height' : 'width'} />
      </Link>
      <div className={classes.cardWords}>
        <div>
          <h2>
            <Link to={`/layouts/${id}`}>{name}</Link>
          </h2>
          <p className={classes.quiet}>
            {t(`layouts.drawnAs.${drawnAs}`, { count: (landscape ?? portrait ?? []).length })}
          </p>
          <p className={classes.quiet}>
            {usedIn.length === 0
              ? t('layouts.unused')
              : t('layouts.usedIn', { names: usedIn.map((playlist) => playlist.name).join(t('common.listSeparator')) })}
          </p>
          <p className={classes.quiet}>{t('layouts.updated', { at: when.dayAndTime(updatedAt) })}</p>
        </div>
        {mayChange && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('layouts.deleteNamed', { name })}
            onClick={() =>
              ask({
                title: t('layouts.deleteTitle', { name }),
                text:
                  usedIn.length === 0
                    ? t('layouts.deleteUnused')
                    : t('layouts.deleteUsed', {
                        names: usedIn.map((playlist) => playlist.name).join(t('common.listSeparator')),
                      }),
                barred: usedIn.length > 0,
                yes: t('layouts.delete'),
                no: t('common.stop'),
                onYes: () => remove.mutate(id),
              })
            }
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </div>
    </li>
  )
}
