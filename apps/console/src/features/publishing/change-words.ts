import type { EntryFacts, ItemChange, ProgrammeChange } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useRecurrenceWords } from '../../parts/recurrence/use-recurrence-words.ts'
import { calendarWords } from './calendar-words.ts'

type Entry = Extract<ProgrammeChange, { kind: 'entry' }>

type ChangeWords = { title: (change: ProgrammeChange) => string; details: (change: ProgrammeChange) => string[] }

/** Says a change as a heading and the details of it. */
export function useChangeWords(): ChangeWords {
  const { t, i18n } = useTranslation()
  const rule = useRecurrenceWords()

  const facts = ({ playlist, priority, rule: when }: EntryFacts): string[] => [
    t('publishing.plays', { playlist }),
    rule(when),
    ...(priority === 'normal' ? [] : [t(`priority.${priority}`)]),
  ]
  const entryField = ({ before, after }: Entry, field: Entry['fields'][number]): string => {
    const name = t(`publishing.entryField.${field}`)
    if (before === null || after === null) return name
    const turned = (from: string, to: string) => t('publishing.turned', { name, from, to })
    switch (field) {
      case 'name':
        return turned(before.name, after.name)
      case 'playlist':
        return turned(before.playlist, after.playlist)
      case 'priority':
        return turned(t(`priority.${before.priority}`), t(`priority.${after.priority}`))
      case 'rule':
        return turned(rule(before.rule), rule(after.rule))
      case 'order':
      case 'role':
      case 'conditions':
      case 'onHigher':
      case 'sound':
      case 'other':
        return name
    }
  }
  return {
    title: (change) => {
      switch (change.kind) {
        case 'entry':
          return t(`publishing.entry.${change.how}`, { name: (change.after ?? change.before)?.name })
        case 'playlist':
        case 'takeover':
          return t(`publishing.${change.kind}.${change.how}`, { name: change.name })
        case 'calendar':
          return t('calendarChange.title')
        case 'setting':
          return t(`publishing.setting.${change.field}`)
      }
    },
    details: (change) => {
      switch (change.kind) {
        case 'entry': {
          if (change.how === 'changed') return change.fields.map((field) => entryField(change, field))
          const told = change.after ?? change.before
          return told === null ? [] : facts(told)
        }
        case 'playlist':
          return change.fields.map((field) => t(`publishing.playlistField.${field}`))
        case 'takeover':
          return change.fields.map((field) => t(`publishing.takeoverField.${field}`))
        case 'calendar':
          return calendarWords(change.days, t, i18n.language)
        case 'setting':
          return []
      }
    },
  }
}

/** Says what became of an item of a playlist. */
export function useItemWords(): (change: ItemChange) => string {
  const { t } = useTranslation()
  return ({ how, fields, from, to }) => {
    switch (how) {
      case 'added':
        return t('publishing.item.added', { to })
      case 'removed':
        return t('publishing.item.removed')
      case 'moved':
        return t('publishing.item.moved', { from, to })
      case 'changed':
        return fields.map((field) => t(`publishing.itemField.${field}`)).join(t('common.listSeparator'))
    }
  }
}
