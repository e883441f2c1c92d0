import { Text, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnowing, useVocabularies } from '../entry-words.ts'
import { useOfficeDays } from '../use-office-days.ts'
import type { Plan } from './plan.ts'
import { readWords, type Unread } from './read-words.ts'
import { wordsOfPlan } from './words.ts'

/** The plan as one sentence that can be typed; below it the same in the other language, or what cannot be read. */
export function SentenceField({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }): ReactElement {
  const { t } = useTranslation()
  const { own, other } = useVocabularies()
  const knowing = useKnowing()
  const dayparts = useOfficeDays().dayparts ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const [unread, setUnread] = useState<Unread | null>(null)
  const read = (sentence: string): void => {
    setTyped(sentence)
    const inOwn = readWords(sentence, { words: own, dayparts, today: knowing.today, base: plan })
    const found = inOwn.ok ? inOwn : readWords(sentence, { words: other, dayparts, today: knowing.today, base: plan })
    setUnread(found.ok ? null : inOwn.ok ? null : inOwn)
    if (found.ok) onChange(found.plan)
  }
  return (
    <div>
      <TextInput
        label={t('entry.sentence')}
        description={t('entry.sentenceHint')}
        value={typed ?? wordsOfPlan(plan, own, knowing)}
        onChange={(event) => read(event.currentTarget.value)}
        onBlur={() => {
          setTyped(null)
          setUnread(null)
        }}
        error={
          unread === null
            ? undefined
            : t(`entry.unread.${unread.problem}`, 'text' in unread ? { text: unread.text } : {})
        }
        leftSection={<IconArrowBackUp size={16} aria-hidden style={{ transform: 'scaleX(-1)' }} />}
        data-testid="entry-sentence"
      />
      <Text
        size="sm"
        c="gray.6"
        mt={4}
        lang={own.say.allDay === 'all day' ? 'ja' : 'en'}
        data-testid="entry-sentence-other"
      >
        {wordsOfPlan(plan, other, knowing)}
      </Text>
    </div>
  )
}
