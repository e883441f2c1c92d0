import { Alert, type AuditEntry, Instant } from '@akari/protocol'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { useWhen } from '../../parts/when.ts'
import { useWhyWords } from '../../parts/why-words.ts'
import type { ja } from '../../locales/ja.ts'

type Known = keyof (typeof ja)['auditFact']

function isKnown(name: string): name is Known {
  return i18next.exists(`auditFact.${name}`)
}

/** Said elsewhere in the row, or of use to machines alone. */
const NOT_READ: readonly string[] = [
  'name',
  'filename',
  'of',
  'sittingId',
  'revisions',
  'sha256',
  'publicKey',
  'fingerprint',
]
const LONGEST = 60

/** The particulars of a record in words; what is left out or cut stands whole in the tooltip of the row. */
export function useDetailWords(): (detail: AuditEntry['detail']) => string {
  const { t } = useTranslation()
  const when = useWhen()
  const whyWords = useWhyWords()
  const separator = t('common.listSeparator')
  const valueWords = (name: string, value: unknown): string => {
    if (name === 'why' && typeof value === 'string') return whyWords(value)
    if (typeof value === 'string') return Instant.safeParse(value).success ? when.dayAndTime(value) : value
    if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(separator)
    const target = name === 'target' ? Alert.shape.target.safeParse(value) : null
    if (target?.success !== true) return JSON.stringify(value)
    return target.data.kind === 'all'
      ? t('auditTarget.all')
      : t('auditTarget.displays', { count: target.data.displayIds.length })
  }
  return (detail) =>
    Object.entries(detail)
      .filter(([name, value]) => !NOT_READ.includes(name) && value !== null && !isSubject(name, value, detail))
      .map(([name, value]) => {
        const label = isKnown(name) ? t(`auditFact.${name}`) : name
        return t('audit.fact', { label, value: shortened(valueWords(name, value)) })
      })
      .join(t('audit.factSeparator'))
}

/** A title stands as what the record is about, where that has no other name. */
function isSubject(name: string, value: unknown, { name: named, filename }: AuditEntry['detail']): boolean {
  return name === 'title' && typeof value === 'string' && typeof named !== 'string' && typeof filename !== 'string'
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
