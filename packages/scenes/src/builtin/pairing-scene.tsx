import type { KioskLanguage, PairingState } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say, type WordKey } from '../locales/words.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'
import { QrCode } from './qr-code.tsx'

interface PairingSceneProps {
  pairing: PairingState
  language: KioskLanguage
  timeZone: string
}

const STEPS = ['pairingStep1', 'pairingStep2', 'pairingStep3'] as const satisfies readonly WordKey[]

/** What a new display shows to the person who sets it up: the code, the digits to compare, and what to do with them. */
export function PairingScene({ pairing, language, timeZone }: PairingSceneProps): ReactElement {
  switch (pairing.state) {
    case 'contacting':
      return <Waiting language={language} title="pairingContacting" more="pairingContactingMore" />
    case 'paired':
      return <Waiting language={language} title="pairedWaiting" more="pairedWaitingMore" />
    case 'waiting':
      return (
        <section className="ak-scene ak-pairing" data-state="waiting">
          <div className="ak-pairing-words">
            <h1>
              <Line text={say(language, 'pairingTitle')} language={language} />
            </h1>
            <ol className="ak-pairing-steps">
              {STEPS.map((step) => (
                <li key={step}>
                  <Line text={say(language, step)} language={language} />
                </li>
              ))}
            </ol>
          </div>
          <div className="ak-pairing-console">
            <QrCode text={wizardAddress(pairing)} />
            <p lang="en">{pairing.consoleUrl.replace(/^https?:\/\/|\/$/g, '')}</p>
          </div>
          <dl className="ak-pairing-numbers">
            <div className="ak-pairing-code">
              <dt>
                <Line text={say(language, 'pairingCode')} language={language} />
              </dt>
              <dd lang="en" data-testid="pairing-code">
                <span>{pairing.code.slice(0, 4)}</span>
                <span>{pairing.code.slice(4)}</span>
              </dd>
            </div>
            <div className="ak-pairing-digits">
              <dt>
                <Line text={say(language, 'pairingDigits')} language={language} />
              </dt>
              <dd lang="en" data-testid="pairing-digits">
                <span>{pairing.digits.slice(0, 3)}</span>
                <span>{pairing.digits.slice(3)}</span>
              </dd>
            </div>
          </dl>
          <p className="ak-pairing-expiry">
            <Line
              text={say(language, 'pairingExpires', { time: momentWords(pairing.expiresAt, language, timeZone).time })}
              language={language}
            />
          </p>
        </section>
      )
  }
}

/** Where the console asks for this code, with the code filled in; it stands on the glass beside it anyway. */
function wizardAddress({ consoleUrl, code }: Extract<PairingState, { state: 'waiting' }>): string {
  return `${consoleUrl.replace(/\/$/, '')}/displays?pair=${code}`
}

function Waiting({ language, title, more }: { language: KioskLanguage; title: WordKey; more: WordKey }): ReactElement {
  return (
    <section className="ak-scene ak-pairing" data-state="contacting">
      <h1>
        <Line text={say(language, title)} language={language} />
      </h1>
      <p>
        <Line text={say(language, more)} language={language} />
      </p>
    </section>
  )
}
