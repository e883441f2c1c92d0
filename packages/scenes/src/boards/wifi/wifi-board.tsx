import type { Channel, KioskLanguage, Texts, WifiScene } from '@akari/protocol'
import { Fragment, memo, type ReactElement } from 'react'
import { QrCode } from '../../builtin/qr-code.tsx'
import { ChannelMark } from '../../emergency/channel-mark.tsx'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { Text } from '../../text/text.tsx'
import { BoardSheet, Word } from '../plain-parts.tsx'
import { PLAIN_WORDS, type PlainWord } from '../plain-words.ts'
import { type Network, wifiCode } from './wifi-code.ts'

interface WifiBoardProps extends Pick<SceneProps, 'language' | 'onReady'> {
  content: WifiScene
  /** Where an alert in force says that 00000JAPAN is open: the channel it came on. */
  openNetwork: Channel | null
}

/** 災害用統一SSID of 無線LANビジネス推進連絡会: open, without a password, and so not encrypted. */
const DISASTER: Network = { ssid: '00000JAPAN' }
const DISASTER_STEPS: readonly PlainWord[] = ['wifiStep1', 'disasterStep2']

/** How to join the network of this house; in a disaster, when an alert says that it is open, 00000JAPAN in its place. */
export const WifiBoard = memo(function WifiBoard(props: WifiBoardProps): ReactElement {
  const { content, openNetwork, ...told } = props
  if (openNetwork !== null && content.disasterNetwork) return <Disaster channel={openNetwork} {...told} />
  return <Usual content={content} {...told} />
})

function Usual({ content, language, onReady }: Omit<WifiBoardProps, 'openNetwork'>): ReactElement {
  const { title, ssid, password, steps, note } = content
  const network = { ssid, password: password ?? undefined }
  const words: readonly PlainWord[] = [
    'wifiStep1',
    'wifiStep2',
    password === null ? 'wifiStepOpen' : 'wifiStepPassword',
  ]
  return (
    <BoardSheet
      kind="wifi"
      state={password === null ? 'open' : 'password'}
      title={title}
      content={JSON.stringify(content)}
      language={language}
      onReady={onReady}
    >
      <div className="ak-wifi">
        <Code network={network} language={language} />
        <div className="ak-wifi-words">
          <Names network={network} free="noPassword" language={language} />
          <Steps steps={steps.length > 0 ? steps : words} language={language} />
          {note !== undefined && (
            <p className="ak-wifi-note">
              <Text texts={note} language={language} />
            </p>
          )}
        </div>
      </div>
    </BoardSheet>
  )
}

function Disaster({
  channel,
  language,
  onReady,
}: { channel: Channel } & Omit<WifiBoardProps, 'openNetwork' | 'content'>) {
  return (
    <BoardSheet
      kind="wifi"
      state={`disaster-${channel}`}
      title={everyLanguage('disasterTitle')}
      content=""
      language={language}
      onReady={onReady}
      aside={channel === 'drill' ? <ChannelMark channel="drill" /> : undefined}
    >
      <div className="ak-wifi">
        <Code network={DISASTER} language={language} />
        <div className="ak-wifi-words">
          <Names network={DISASTER} free="disasterStep3" language={language} />
          <Steps steps={DISASTER_STEPS} language={language} />
          <p className="ak-wifi-warning" role="note">
            <Word word="disasterWarning" language={language} />
          </p>
        </div>
      </div>
    </BoardSheet>
  )
}

function Code({ network, language }: { network: Network; language: KioskLanguage }): ReactElement {
  return (
    <figure className="ak-wifi-code">
      <QrCode text={wifiCode(network)} label={`Wi-Fi ${network.ssid}`} />
      <figcaption>
        <Word word="scan" language={language} />
      </figcaption>
    </figure>
  )
}

function Names({
  network: { ssid, password },
  free,
  language,
}: {
  network: Network
  /** What is said where there is no password. */
  free: PlainWord
  language: KioskLanguage
}): ReactElement {
  return (
    <dl className="ak-wifi-names">
      <dt>
        <Word word="network" language={language} />
      </dt>
      <dd translate="no" data-fits="width">
        {ssid.split(/(?<=[_.-])/).map((part, at) => (
          <Fragment key={at}>
            {at > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      </dd>
      <dt>
        <Word word="password" language={language} />
      </dt>
      {password === undefined ? (
        <dd className="ak-wifi-free">
          <Word word={free} language={language} />
        </dd>
      ) : (
        <dd translate="no" data-fits="width">
          {password}
        </dd>
      )}
    </dl>
  )
}

/** Steps that staff wrote, or our own. */
function Steps({ steps, language }: { steps: readonly (Texts | PlainWord)[]; language: KioskLanguage }): ReactElement {
  return (
    <ol className="ak-wifi-steps">
      {steps.map((step, at) => (
        <li key={at}>
          <b aria-hidden>{at + 1}</b>
          <p>
            {typeof step === 'string' ? (
              <Word word={step} language={language} />
            ) : (
              <Text texts={step} language={language} />
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}

function everyLanguage(word: PlainWord): Texts {
  const said = (language: KioskLanguage): string => PLAIN_WORDS[language][word]
  return { ja: said('ja'), 'ja-x-easy': said('ja-x-easy'), en: said('en'), 'zh-Hans': said('zh-Hans'), ko: said('ko') }
}
