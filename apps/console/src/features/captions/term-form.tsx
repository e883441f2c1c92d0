import { KANA, type TermView, type Texts } from '@akari/protocol'
import { Button, Stack, TagsInput, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveTerm } from '../../api/captions.ts'
import { TextsField } from '../../parts/texts-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'

/** A name or term; null for a new one. */
export function TermForm({ term, onSaved }: { term: TermView | null; onSaved: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveTerm()
  const [written, setWritten] = useState<Texts>(term?.written ?? { ja: '' })
  const [reading, setReading] = useState(term?.reading ?? '')
  const [heard, setHeard] = useState<string[]>(term?.heard ?? [])
  const kana = reading.trim()
  const isKana = kana === '' || KANA.test(kana)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const input = { written, reading: kana === '' ? null : kana, heard, version: term?.version ?? 0 }
        save.mutate({ id: term?.id ?? null, term: input }, { onSuccess: onSaved })
      }}
    >
      <Stack>
        <TextsField label={t('captions.terms.written')} value={written} onChange={setWritten} testId="term-written" />
        <TextInput
          label={t('captions.terms.reading')}
          description={t('captions.terms.readingHint')}
          error={isKana ? null : t('captions.terms.readingKana')}
          value={reading}
          onChange={(event) => setReading(event.currentTarget.value)}
          maxLength={60}
          lang="ja"
          data-testid="term-reading"
        />
        <TagsInput
          label={t('captions.terms.heard')}
          description={t('captions.terms.heardHint')}
          value={heard}
          onChange={setHeard}
          maxTags={20}
          splitChars={[',', '、']}
          acceptValueOnBlur
          data-testid="term-heard"
        />
        <Trouble error={save.error} />
        <Button
          type="submit"
          loading={save.isPending}
          disabled={written.ja.trim() === '' || !isKana}
          data-testid="term-save"
        >
          {t('captions.save')}
        </Button>
      </Stack>
    </form>
  )
}
