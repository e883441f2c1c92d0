import { useTranslation } from 'react-i18next'

/** Names as a reader takes them in: the first few, and how many more there are. */
export function useNameList(most: number): (names: readonly string[]) => string {
  const { t } = useTranslation()
  return (names) => {
    const listed = names.slice(0, most).join(t('common.listSeparator'))
    return names.length <= most ? listed : t('common.andMore', { names: listed, count: names.length - most })
  }
}
