import { CAPTION_LENGTH, Language } from '@akari/protocol'
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSayCaption } from '../../api/captions.ts'
import { newId } from '@akari/scenes'
import { Trouble } from '../../parts/trouble.tsx'
import classes from './captions.module.css'

/** A caption by hand: a word that no machine heard, or somebody who translates. */
export function SayField({ transcriptId }: { transcriptId: string }): ReactElement {
  const { t } = useTranslation()
  const say = useSayCaption(transcriptId)
  const [language, setLanguage] = useState<Language>('ja')
  const [speaker, setSpeaker] = useState('')
  const [text, setText] = useState('')
  return (
    <form
      className={classes.say}
      aria-label={t('captions.say')}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        const caption = { segmentId: newId(), language, text, speaker: speaker.trim() === '' ? null : speaker.trim() }
        say.mutate({ ...caption, spokenAt: new Date().toISOString(), state: 'final' }, { onSuccess: () => setText('') })
      }}
    >
      <Select
        label={t('captions.language')}
        value={language}
        allowDeselect={false}
        onChange={(value) => setLanguage(Language.safeParse(value).data ?? 'ja')}
        data={Language.options.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      <TextInput
        label={t('captions.speaker')}
        value={speaker}
        maxLength={120}
        onChange={(event) => setSpeaker(event.currentTarget.value)}
      />
      <TextInput
        className={classes.sayText ?? ''}
        label={t('captions.sayText')}
        lang={language}
        value={text}
        maxLength={CAPTION_LENGTH}
        onChange={(event) => setText(event.currentTarget.value)}
        data-testid="caption-say"
        rightSection={
          <ActionIcon type="submit" variant="subtle" loading={say.isPending} aria-label={t('captions.send')}>
            <IconSend size={19} />
          </ActionIcon>
        }
      />
      <Trouble error={say.error} />
    </form>
  )
}
