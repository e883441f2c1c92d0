import { KANA, type TermView } from '@akari/protocol'
import { Button, Drawer, Stack, TagsInput, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveTerm } from '../../api/captions.ts'
import { TextsField } from '../../parts/texts-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'

type TermDraft = { written: TermView['written']; reading: string; heard: string[] }

function draftOf(term: TermView | null): TermDraft {
  return { written: term?.written ?? { ja: '' }, reading: term?.reading ?? '', heard: term?.heard ?? [] }
}

/** A name or term; null for a new one. */
export function TermForm({ term, onClose }: { term: TermView | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveTerm()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => draftOf(term), saving: save.isPending, onClose })
  const change = (part: Partial<TermDraft>): void => setDraft({ ...draft, ...part })
  const { written, reading, heard } = draft
  const kana = reading.trim()
  const isKana = kana === '' || KANA.test(kana)
  return (
    <Drawer opened onClose={close} size="lg" title={t(term === null ? 'captions.terms.add' : 'captions.terms.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const input = { written, reading: kana === '' ? null : kana, heard, version: term?.version ?? 0 }
          save.mutate({ id: term?.id ?? null, term: input }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <TextsField
            label={t('captions.terms.written')}
            value={written}
            onChange={(next) => change({ written: next })}
            testId="term-written"
          />
          <TextInput
            label={t('captions.terms.reading')}
            description={t('captions.terms.readingHint')}
            error={isKana ? null : t('captions.terms.readingKana')}
            value={reading}
            onChange={(event) => change({ reading: event.currentTarget.value })}
            maxLength={60}
            lang="ja"
            data-testid="term-reading"
          />
          <TagsInput
            label={t('captions.terms.heard')}
            description={t('captions.terms.heardHint')}
            value={heard}
            onChange={(next) => change({ heard: next })}
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
    </Drawer>
  )
}
