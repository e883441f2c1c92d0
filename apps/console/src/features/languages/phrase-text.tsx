import { type Language, rubyParts } from '@akari/protocol'
import i18next, { type TFunction } from 'i18next'
import { Fragment, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ja } from '../../locales/ja.ts'
import classes from './languages.module.css'
import '../../parts/world-fonts.ts'

/** A text of the book in its own language and script, with readings above the kanji and its gaps marked as gaps. */
export function PhraseText({ text, language }: { text: string; language: Language }): ReactElement {
  const { t } = useTranslation()
  return (
    <span lang={language} className={classes.text}>
      {text.split(/(\{\w+\})/).map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} lang={i18next.language} className={classes.gap}>
            {gapWords(t, part)}
          </span>
        ) : (
          <Fragment key={at}>{language === 'ja-x-easy' ? withReadings(part) : part}</Fragment>
        ),
      )}
    </span>
  )
}

/** `{intensity}` as what will stand there. */
function gapWords(t: TFunction, gap: string): string {
  const name = gap.slice(1, -1)
  return isKnownGap(name) ? t(`languages.gap.${name}`) : name
}

function isKnownGap(name: string): name is keyof (typeof ja)['languages']['gap'] {
  return i18next.exists(`languages.gap.${name}`)
}

function withReadings(text: string): ReactElement[] {
  return rubyParts(text).map(({ base, reading }, at) =>
    reading === null ? (
      <Fragment key={at}>{base}</Fragment>
    ) : (
      <ruby key={at}>
        {base}
        <rt>{reading}</rt>
      </ruby>
    ),
  )
}
