import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Keyboard } from '../keyboard.tsx'
import { useKiosk } from '../kiosk-context.ts'
import type { KioskWord } from '../kiosk-words.ts'
import { Note, Title, Word } from '../parts.tsx'
import { useTyping } from '../use-typing.ts'
import type { TranscriptNow } from './follow-transcript.ts'
import { FoundPlaces } from './found-places.tsx'
import { OftenSaid } from './often-said.tsx'
import { useTranscript } from './use-transcript.ts'

/** 発言を探す: where a word was said, or is of the agenda; a touch leads there. */
export function SaidScreen({ id, typed }: { id: string; typed: string }): ReactElement {
  const { language, tell, word } = useKiosk()
  const transcript = useTranscript(id)
  useTyping(typed, tell)
  return (
    <div className="ak-screen" data-screen="said">
      <Title>
        <Word of="findSaid" />
      </Title>
      <output
        className="ak-typed"
        aria-label={withoutRuby(word('typed'))}
        data-testid="typed"
        data-empty={typed === ''}
      >
        {typed === '' ? <Word of="typeSaid" /> : <span lang={language}>{typed}</span>}
      </output>
      <div className="ak-found">
        <Found id={id} typed={typed} now={transcript} />
      </div>
      <Keyboard typed={typed} />
    </div>
  )
}

function Found({ id, typed, now }: { id: string; typed: string; now: TranscriptNow }): ReactElement {
  const { archive } = useKiosk()
  const chapters = archive?.recordings.find((one) => one.id === id)?.chapters ?? []
  switch (now.state) {
    case 'there': {
      const { transcript } = now
      return (
        <FoundPlaces id={id} typed={typed} chapters={chapters} transcript={transcript}>
          {typed !== '' && (
            <Note>
              <Word of="tryShorter" />
            </Note>
          )}
          <OftenSaid transcript={transcript} />
        </FoundPlaces>
      )
    }
    case 'coming':
      return <></>
    case 'none':
    case 'unreadable': {
      const isNone = now.state === 'none'
      if (chapters.length === 0) return <Why of={isNone ? 'noTranscript' : 'transcriptUnread'} />
      return (
        <FoundPlaces id={id} typed={typed} chapters={chapters} transcript={null}>
          <Why of={isNone ? 'noneAgendaOnly' : 'unreadAgendaOnly'} />
        </FoundPlaces>
      )
    }
  }
}

/** Why what was said is not looked through. */
function Why({ of }: { of: KioskWord }): ReactElement {
  return (
    <Note>
      <Word of={of} />
    </Note>
  )
}
