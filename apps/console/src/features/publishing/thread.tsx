import type { SubmissionWord } from '@akari/protocol'
import { Button, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSay } from '../../api/publishing.ts'
import { useMay } from '../../api/session.ts'
import { ownLanguageOf, Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './publishing.module.css'

/** What was done and said about a submission, in order, and room for a word. */
export function Thread({ id, words }: { id: string; words: readonly SubmissionWord[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayTalk = useMay('content')
  const say = useSay(id)
  const [text, setText] = useState('')
  const send = (): void => say.mutate(text.trim(), { onSuccess: () => setText('') })
  return (
    <section aria-label={t('approvals.thread')}>
      <ol className={classes.thread} data-testid="thread">
        {words.map((word) => (
          <li key={`${word.at} ${word.deed} ${word.text}`} data-deed={word.deed}>
            <span className={classes.meta}>
              {t(`approvals.deed.${word.deed}`, { name: word.name })} {when.dayAndTime(word.at)}
            </span>
            {word.text !== '' && <p>{word.deed === 'failed' ? ownLanguageOf(word.text) : word.text}</p>}
          </li>
        ))}
      </ol>
      {mayTalk && (
        <form
          className={classes.say}
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Textarea
            aria-label={t('approvals.say')}
            placeholder={t('approvals.say')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={1000}
            autosize
            minRows={1}
          />
          <Button type="submit" variant="light" disabled={text.trim() === ''} loading={say.isPending}>
            {t('approvals.send')}
          </Button>
          <Trouble error={say.error} />
        </form>
      )}
    </section>
  )
}
