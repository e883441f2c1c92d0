import type { KioskLanguage, Texts } from '@akari/protocol'
import { Alert, Anchor, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { unchangedNames } from './unchanged-names.ts'

/** Beneath a name whose Japanese was changed: in which languages it is still the one before, each a way to write it. Nothing for none. */
export function UnchangedNamesNote({
  name,
  before,
  onWrite,
}: {
  name: Texts
  /** As it was copied or saved. */
  before: Texts
  onWrite: (language: KioskLanguage) => void
}): ReactElement | null {
  const { t } = useTranslation()
  const unchanged = unchangedNames(name, before)
  if (unchanged.length === 0) return null
  return (
    <Alert color="amber" role="status" data-testid="sitting-unchanged-names">
      {t('sittings.unchangedNames')}
      <Group gap="xs" mt={4}>
        {unchanged.map(({ language, text }) => (
          <Anchor
            key={language}
            component="button"
            type="button"
            size="sm"
            ta="left"
            underline="always"
            onClick={() => onWrite(language)}
          >
            {t('sittings.unchangedName', { language: t(`languageIn.${language}`), text })}
          </Anchor>
        ))}
      </Group>
    </Alert>
  )
}
