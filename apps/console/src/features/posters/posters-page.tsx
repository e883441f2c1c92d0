import { POSTER_TEMPLATES, type PosterView } from '@akari/protocol'
import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDeletePoster, usePosters } from '../../api/posters.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { PosterSmall } from '../../parts/poster-small.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { everyLanguage, useTextIn } from '../../parts/texts-in.ts'
import { useLibrary } from '../../parts/use-library.ts'
import classes from '../../parts/picture-cards.module.css'
import { examplePoster } from './example-posters.ts'

/** Every poster as it looks, and the templates that a new one starts from. */
export function PostersPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  return (
    <Page
      title={t('posters.title')}
      lead={t('posters.lead')}
      actions={<SearchField value={search} onChange={setSearch} label={t('posters.search')} />}
    >
      <Loaded query={usePosters()}>
        {(all) => (
          <ul className={classes.cards}>
            {all
              .filter(({ title }) => matches(search, everyLanguage(title)))
              .map((poster) => (
                <Card key={poster.id} poster={poster} mayChange={mayChange} />
              ))}
            {all.length === 0 && <li className={classes.none}>{t('posters.emptyHint')}</li>}
          </ul>
        )}
      </Loaded>
      {mayChange && (
        <section aria-labelledby="poster-templates" className={classes.templates} data-guide="material">
          <h2 id="poster-templates">{t('posters.make')}</h2>
          <ul className={classes.cards}>
            {POSTER_TEMPLATES.map((template) => (
              <li key={template} className={classes.card}>
                <Link to={`/posters/new?template=${template}`} data-testid={`poster-template-${template}`}>
                  <PosterSmall poster={examplePoster(template)} assets={[]} />
                  <b>{t(`posters.template.${template}`)}</b>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

function Card({ poster, mayChange }: { poster: PosterView; mayChange: boolean }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { assets } = useLibrary()
  const remove = useDeletePoster()
  const title = textIn(poster.title)
  return (
    <li className={classes.card} data-testid={`poster-${poster.id}`}>
      <Link to={`/posters/${poster.id}`}>
        <PosterSmall poster={poster} assets={assets} />
        <b>{title}</b>
      </Link>
      <div className={classes.cardFoot}>
        <small>
          {t(`posters.template.${poster.poster.template}`)}
          {' · '}
          {poster.usedIn.length === 0
            ? t('posters.unused')
            : t('posters.usedIn', { names: poster.usedIn.map(({ name }) => name).join(t('common.listSeparator')) })}
        </small>
        {mayChange && (
          <Group gap={2} wrap="nowrap">
            <Tooltip label={t('posters.duplicate')}>
              <ActionIcon
                component={Link}
                to={`/posters/new?from=${poster.id}&template=${poster.poster.template}`}
                variant="subtle"
                color="gray"
                aria-label={t('posters.duplicateNamed', { title })}
              >
                <IconCopy size={18} />
              </ActionIcon>
            </Tooltip>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('posters.deleteNamed', { title })}
              onClick={() =>
                ask({
                  title: t('posters.deleteNamed', { title }),
                  text: t('posters.deleteText'),
                  yes: t('posters.delete'),
                  no: t('common.stop'),
                  onYes: () => remove.mutate(poster.id),
                })
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        )}
      </div>
    </li>
  )
}
