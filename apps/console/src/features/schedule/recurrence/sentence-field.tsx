import { ActionIcon, Text, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useKnowing, useVocabularies } from '../../../parts/recurrence/use-recurrence-words.ts'
import { useOfficeDays } from '../../../parts/use-office-days.ts'
import type { Plan } from '../../../parts/recurrence/plan.ts'
import { readSentence, type UnreadSentence } from '../../../parts/recurrence/read-sentence.ts'
import { wordsOfPlan } from '../../../parts/recurrence/words.ts'

/**
 * The plan as one sentence that can be typed; below it the same in the other language. What cannot be read stays in the
 * field, with the reason, until it is written anew or put back. Enter takes the sentence over; it never saves the entry.
 */
export function SentenceField({
  plan,
  unread,
  onChange,
  onUnread,
}: {
  plan: Plan
  unread: UnreadSentence | null
  onChange: (plan: Plan) => void
  onUnread: (unread: UnreadSentence | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const { own, other } = useVocabularies()
  const knowing = useKnowing()
  const dayparts = useOfficeDays().dayparts ?? []
  const [typed, setTyped] = useState<string | null>(null)
  const read = (sentence: string): void => {
    setTyped(sentence)
    const found = readSentence(sentence, { own, other }, { dayparts, today: knowing.today, base: plan })
    if ('plan' in found) onChange(found.plan)
    else onUnread(found.unread)
  }
  const why = unread?.why
  return (
    <div>
      <TextInput
        label={t('entry.sentence')}
        description={t('entry.sentenceHint')}
        value={unread?.sentence ?? typed ?? wordsOfPlan(plan, own, knowing)}
        onChange={(event) => read(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (!event.nativeEvent.isComposing) setTyped(null)
        }}
        onBlur={() => setTyped(null)}
        error={
          why === undefined ? undefined : t(`entry.unread.${why.problem}`, 'text' in why ? { text: why.text } : {})
        }
        leftSection={<IconArrowBackUp size={16} aria-hidden style={{ transform: 'scaleX(-1)' }} />}
        rightSection={
          unread !== null && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('entry.sentenceBack')}
              title={t('entry.sentenceBack')}
              onClick={() => onUnread(null)}
            >
              <IconX size={16} />
            </ActionIcon>
          )
        }
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
