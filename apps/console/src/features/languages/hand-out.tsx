import type { Language, PhraseInReview } from '@akari/protocol'
import { Button, Group, Tooltip } from '@mantine/core'
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../parts/download.ts'
import { sheetOf } from './csv.ts'
import { sectionOf } from './sections.ts'

/** What is given to a translator outside: the phrases that the filter shows, as a table file or on paper. */
export function HandOut({
  language,
  phrases,
}: {
  language: Language
  phrases: readonly PhraseInReview[]
}): ReactElement {
  const { t } = useTranslation()
  const name = t(`languageIn.${language}`)
  const save = (): void => {
    const column = (of: 'section' | 'key' | 'ja' | 'easy' | 'en' | 'own' | 'status' | 'answer') =>
      t(`languages.hand.column.${of}`, { language: name })
    const sheet = sheetOf(phrases, language, {
      head: (['section', 'key', 'ja', 'easy', 'en', 'own', 'status', 'answer'] as const).map(column),
      section: (phrase) => t(`languages.section.${sectionOf(phrase)}`),
      status: ({ status }) => t(`languages.status.${status}`),
    })
    download(`${t('languages.hand.file', { language: name })}.csv`, sheet, 'text/csv;charset=utf-8')
  }
  return (
    <Tooltip label={t('languages.hand.hint')} position="bottom-end">
      <Group gap="xs" role="group" aria-label={t('languages.hand.label')}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          disabled={phrases.length === 0}
          onClick={save}
          data-testid="phrases-csv"
        >
          {t('languages.hand.csv')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          disabled={phrases.length === 0}
          onClick={() => window.print()}
          data-testid="phrases-print"
        >
          {t('languages.hand.print')}
        </Button>
      </Group>
    </Tooltip>
  )
}
