import type { LanguageReview } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './languages.module.css'

/** May the language stand in real alerts? By shape, word and colour. */
export function StateMark({ review }: { review: LanguageReview }): ReactElement {
  return (
    <span className={classes.mark} data-state={review.state.is}>
      {useStateWords()(review)}
    </span>
  )
}

function useStateWords(): (review: LanguageReview) => string {
  const { t } = useTranslation()
  return ({ state, waiting }) => {
    switch (state.is) {
      case 'always':
        return t('languages.state.always')
      case 'confirmed':
        return t('languages.state.confirmed')
      case 'held':
        return t('languages.state.held')
      case 'changed':
        return waiting === 0 ? t('languages.state.changedOnly') : t('languages.state.changed', { count: waiting })
      case 'waiting':
        return t('languages.state.waiting', { count: waiting })
    }
  }
}
