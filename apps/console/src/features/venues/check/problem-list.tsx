import type { VenueModel, VenueProblemView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconMapPin } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf } from '../model/floors.ts'
import { FAMILIES, type Family } from './problems.ts'
import classes from './check.module.css'

const FIRST = 6

/** Everything to look at, by what it is about, each with the way to it on the plan. */
export function ProblemList({
  problems,
  model,
  onShow,
}: {
  problems: Record<Family, VenueProblemView[]>
  model: VenueModel
  onShow: (id: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const families = FAMILIES.filter((family) => problems[family].length > 0)
  return (
    <section className={classes.card} aria-label={t('venues.problems.title')}>
      <h2>{t('venues.problems.title')}</h2>
      {families.length === 0 ? (
        <p className={classes.none}>
          <IconCircleCheck size={20} aria-hidden /> {t('venues.problems.none')}
        </p>
      ) : (
        families.map((family) => (
          <FamilyList key={family} family={family} problems={problems[family]} model={model} onShow={onShow} />
        ))
      )}
    </section>
  )
}

function FamilyList({
  family,
  problems,
  model,
  onShow,
}: {
  family: Family
  problems: readonly VenueProblemView[]
  model: VenueModel
  onShow: (id: string) => void
}): ReactElement {
  const { t, i18n } = useTranslation()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? problems : problems.slice(0, FIRST)
  return (
    <div className={classes.family}>
      <h3>
        {t(`venues.problems.family.${family}`)} <span className="numbers">{problems.length}</span>
      </h3>
      <ul>
        {shown.map(({ code, feature, text }) => {
          const said = i18n.language === 'en' ? text.en : text.ja
          return (
            <li key={`${code} ${feature ?? ''} ${said}`}>
              <span>{said}</span>
              {feature !== null && placeOf(model, feature) !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconMapPin size={16} />}
                  onClick={() => onShow(feature)}
                  aria-label={t('venues.showNamed', { name: said })}
                >
                  {t('venues.show')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {problems.length > FIRST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('venues.problems.fewer') : t('venues.problems.more', { count: problems.length - FIRST })}
        </Button>
      )}
    </div>
  )
}
