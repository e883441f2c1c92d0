import type { TermView, Texts } from '@akari/protocol'
import { Button, Stack, TagsInput } from '@mantine/core'
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
  const [heard, setHeard] = useState<string[]>(term?.heard ?? [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const input = { written, heard, version: term?.version ?? 0 }
        save.mutate({ id: term?.id ?? null, term: input }, { onSuccess: onSaved })
      }}
    >
      <Stack>
        <TextsField label={t('captions.terms.written')} value={written} onChange={setWritten} testId="term-written" />
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
        <Button type="submit" loading={save.isPending} disabled={written.ja.trim() === ''} data-testid="term-save">
          {t('captions.save')}
        </Button>
      </Stack>
    </form>
  )
}
