import {
  type KioskLanguage,
  MOST_AGENDA_ITEMS,
  MOST_SPEAKERS,
  type PlannedItem,
  type PlannedSpeaker,
  type Texts,
  textIn,
} from '@akari/protocol'
import { newId } from '@akari/scenes'
import { Stack, TextInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { LongLine } from '../../parts/long-line.tsx'
import { OneText } from '../../parts/one-text.tsx'
import { useTextIn, withText } from '../../parts/texts-in.ts'
import { OrderedRows } from './ordered-rows.tsx'
import { agendaWith, speakersWith } from './pasted-into.ts'
import { type PastedRows, pastedLanguage, type SittingDraft } from './sitting-draft.ts'
import classes from './said-rows.module.css'
import { UnchangedNamesNote } from './unchanged-names-note.tsx'

export type ChangeSitting = (part: Partial<SittingDraft>, about: string) => void

/** What is written language by language: the name of the meeting, its agenda, and who may speak. */
export function SaidFields({
  draft,
  nameBefore,
  language,
  onLanguage,
  onChange,
  onPaste,
  onTake,
}: {
  draft: SittingDraft
  /** The name as it was copied or saved. */
  nameBefore: Texts
  language: KioskLanguage
  onLanguage: (language: KioskLanguage) => void
  onChange: ChangeSitting
  /** This text in that language stands pasted, and is not in those rows yet. */
  onPaste: (of: PastedRows, text: string, language: KioskLanguage) => void
  /** It is in the rows now, but for the lines that are left. */
  onTake: (of: PastedRows, rows: Partial<SittingDraft>, left: string, language: KioskLanguage) => void
}): ReactElement {
  const { t } = useTranslation()
  const textInMine = useTextIn()
  const { title, agenda, speakers } = draft
  const agendaIn = pastedLanguage(draft, 'agenda') ?? language
  const speakersIn = pastedLanguage(draft, 'speakers') ?? language
  return (
    <Stack gap="lg">
      <OneText
        label={t('sittings.field.title')}
        value={title}
        language={language}
        fault={undefined}
        onChange={(next) => onChange({ title: next }, `title ${language}`)}
        testId="sitting-title"
      />
      <UnchangedNamesNote
        name={title}
        before={nameBefore}
        onWrite={(other) => {
          onLanguage(other)
          requestAnimationFrame(() => document.getElementById('sitting-title')?.focus())
        }}
      />
      <OrderedRows<PlannedItem>
        legend={t('sittings.field.agenda')}
        hint={t('sittings.agendaLines')}
        rows={agenda}
        most={MOST_AGENDA_ITEMS}
        blank={() => ({ id: newId(), title: { ja: '' } })}
        lines={draft.pasted?.agenda ?? ''}
        pastedIn={agendaIn}
        takenOf={(text) => agendaWith(agenda, text, agendaIn, MOST_AGENDA_ITEMS)}
        sayRow={({ number, title: said }) => [number, textInMine(said)].filter((one) => one !== undefined).join(' ')}
        partsOf={({ number = '', title: { ja } }) => ({ before: number, main: ja, behind: '' })}
        onChange={(rows, about) => onChange({ agenda: rows }, `agenda ${about}`)}
        onPaste={(text) => onPaste('agenda', text, agendaIn)}
        onTake={(rows, left) => onTake('agenda', { agenda: rows }, left, agendaIn)}
        kind="agenda"
        fields={agenda.map((item, index) => (
          <div key={item.id} className={classes.agendaRow}>
            <TextInput
              aria-label={t('sittings.itemNumber', { n: index + 1 })}
              placeholder={index === 0 ? t('sittings.numberHint') : ''}
              maxLength={40}
              value={item.number ?? ''}
              onChange={(event) => {
                const { number: _before, ...others } = item
                const number = event.currentTarget.value
                const next = number === '' ? others : { ...item, number }
                onChange({ agenda: agenda.with(index, next) }, `number ${item.id}`)
              }}
            />
            <RowText
              label={t('sittings.itemTitle', { n: index + 1 })}
              value={item.title}
              language={language}
              onChange={(next) => onChange({ agenda: agenda.with(index, { ...item, title: next }) }, `item ${item.id}`)}
              testId={`sitting-item-${index}`}
            />
          </div>
        ))}
      />
      <OrderedRows<PlannedSpeaker>
        legend={t('sittings.field.speakers')}
        hint={t('sittings.speakerLines')}
        rows={speakers}
        most={MOST_SPEAKERS}
        blank={() => ({ id: newId(), name: { ja: '' } })}
        lines={draft.pasted?.speakers ?? ''}
        pastedIn={speakersIn}
        takenOf={(text) => speakersWith(speakers, text, speakersIn, MOST_SPEAKERS)}
        sayRow={({ name }) => textInMine(name)}
        partsOf={({ name, party = { ja: '' } }) => ({ before: '', main: name.ja, behind: party.ja })}
        onChange={(rows, about) => onChange({ speakers: rows }, `speakers ${about}`)}
        onPaste={(text) => onPaste('speakers', text, speakersIn)}
        onTake={(rows, left) => onTake('speakers', { speakers: rows }, left, speakersIn)}
        kind="speakers"
        fields={speakers.map((speaker, index) => (
          <div key={speaker.id} className={classes.speakerRow}>
            <RowText
              label={t('sittings.speakerName', { n: index + 1 })}
              value={speaker.name}
              language={language}
              onChange={(name) =>
                onChange({ speakers: speakers.with(index, { ...speaker, name }) }, `speaker ${speaker.id}`)
              }
              testId={`sitting-speaker-${index}`}
            />
            <RowText
              label={t('sittings.speakerParty', { n: index + 1 })}
              hint={t('sittings.partyHint')}
              value={speaker.party ?? { ja: '' }}
              language={language}
              onChange={(party) => {
                const { party: _before, ...others } = speaker
                const written = Object.values(party).some((text) => text !== '')
                const next = written ? { ...speaker, party } : others
                onChange({ speakers: speakers.with(index, next) }, `party ${speaker.id}`)
              }}
              testId={`sitting-party-${index}`}
            />
          </div>
        ))}
      />
    </Stack>
  )
}

function RowText({
  label,
  hint = '',
  value,
  language,
  onChange,
  testId,
}: {
  label: string
  hint?: string
  value: Texts
  language: KioskLanguage
  onChange: (value: Texts) => void
  testId: string
}): ReactElement {
  return (
    <LongLine
      aria-label={label}
      lang={language}
      value={value[language] ?? ''}
      placeholder={language === 'ja' ? hint : textIn(value, language).text}
      onWrite={(text) => onChange(withText(value, language, text))}
      data-testid={testId}
    />
  )
}
