import { withoutRuby } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { type KanaMark, withMark } from './kana-marks.ts'
import { useKiosk } from './kiosk-context.ts'
import { Press, Word } from './parts.tsx'

/** The fifty sounds by columns, as the boards that people know them from. */
const KANA = [
  'あいうえお',
  'かきくけこ',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'はひふへほ',
  'まみむめも',
  'や ゆ よ',
  'らりるれろ',
  'わをんー ',
]
const LETTERS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const MARKS: Record<KanaMark, string> = { voiced: '゛', half: '゜', small: '小' }

/** A keyboard of our own: it suggests nothing, learns nothing and remembers nothing. */
export function Keyboard({ typed }: { typed: string }): ReactElement {
  const { language, tell, word } = useKiosk()
  const [isKana, setKana] = useState(language === 'ja' || language === 'ja-x-easy')
  const type = (text: string): void => tell({ type: 'typed', text })
  return (
    <div className="ak-keys" role="group" aria-label={withoutRuby(word('keyboard'))}>
      {isKana ? <KanaKeys /> : <LetterKeys />}
      <div className="ak-keys-row" data-row="doing">
        <Press kind="key" testId="other-letters" onPress={() => setKana(!isKana)}>
          <Word of={isKana ? 'romaji' : 'kana'} />
        </Press>
        {isKana ? (
          Object.entries(MARKS).map(([mark, sign]) => (
            <Press
              key={mark}
              kind="key"
              testId={`mark-${mark}`}
              onPress={() => type(withMark(typed, mark === 'voiced' || mark === 'half' ? mark : 'small'))}
            >
              <span lang="ja">{sign}</span>
            </Press>
          ))
        ) : (
          <Press kind="key" onPress={() => tell({ type: 'letter', letter: ' ' })}>
            <Word of="space" />
          </Press>
        )}
        <Press kind="key" testId="delete" onPress={() => type([...typed].slice(0, -1).join(''))}>
          <Word of="deleteOne" />
        </Press>
        <Press kind="key" testId="clear" onPress={() => type('')}>
          <Word of="clear" />
        </Press>
      </div>
    </div>
  )
}

function KanaKeys(): ReactElement {
  const { tell } = useKiosk()
  return (
    <div className="ak-keys-kana" lang="ja">
      {KANA.map((column) => (
        <div key={column}>
          {[...column].map((kana, row) =>
            kana === ' ' ? (
              <span key={row} />
            ) : (
              <Press key={kana} kind="key" onPress={() => tell({ type: 'letter', letter: kana })}>
                {kana}
              </Press>
            ),
          )}
        </div>
      ))}
    </div>
  )
}

function LetterKeys(): ReactElement {
  const { tell } = useKiosk()
  return (
    <>
      {LETTERS.map((row) => (
        <div key={row} className="ak-keys-row" lang="en">
          {[...row].map((letter) => (
            <Press key={letter} kind="key" onPress={() => tell({ type: 'letter', letter })}>
              {letter}
            </Press>
          ))}
        </div>
      ))}
    </>
  )
}
