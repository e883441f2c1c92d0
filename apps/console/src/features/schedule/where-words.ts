import type { TargetExpression } from '@akari/protocol'
import type { TFunction } from 'i18next'

/** Says an expression in words: «「縦型」で、グループ「屋外」以外の端末». */
export function whereInWords(where: TargetExpression, t: TFunction, nameOf: (displayId: string) => string): string {
  return t('entry.where.displays', { what: inner(where, t, nameOf) })
}

function inner(where: TargetExpression, t: TFunction, nameOf: (displayId: string) => string): string {
  if ('group' in where) return t('entry.where.group', { name: where.group })
  if ('tag' in where) return t('entry.where.tag', { name: where.tag })
  if ('display' in where) return nameOf(where.display)
  if ('not' in where) return t('entry.where.not', { what: inner(where.not, t, nameOf) })
  const [parts, joint] = 'all' in where ? [where.all, t('entry.where.and')] : [where.any, t('entry.where.or')]
  const said = parts.map((part) => inner(part, t, nameOf)).join(joint)
  return parts.length > 1 ? t('entry.where.together', { what: said }) : said
}
