import type { PairingClaim } from '@akari/protocol'
import { Button, Stack, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClaim } from '../../api/displays.ts'
import { Trouble } from '../trouble.tsx'
import { readTypedCode } from './pairing-code.ts'
import classes from './pairing.module.css'

/** The code that the new player shows. */
export function CodeStep({ code, onClaim }: { code: string; onClaim: (claim: PairingClaim) => void }): ReactElement {
  const { t } = useTranslation()
  const claim = useClaim()
  const [typed, setTyped] = useState(() => readTypedCode(code))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.code !== null) claim.mutate(typed.code, { onSuccess: onClaim })
      }}
    >
      <Stack>
        <p className={classes.explain}>{t('pairing.codeHow')}</p>
        <Trouble error={claim.error} />
        <TextInput
          classNames={{ input: classes.code ?? '' }}
          label={t('pairing.code')}
          value={typed.grouped}
          onChange={(event) => setTyped(readTypedCode(event.currentTarget.value))}
          placeholder="XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          inputMode="text"
          data-autofocus
          data-testid="pairing-code"
        />
        <ul className={classes.doubts} aria-live="polite">
          {typed.doubts.map(({ typed: letter, perhaps }) => (
            <li key={letter}>
              {perhaps === null ? t('pairing.neverUsed', { letter }) : t('pairing.perhaps', { letter, perhaps })}
            </li>
          ))}
        </ul>
        <Button
          type="submit"
          size="md"
          disabled={typed.code === null}
          loading={claim.isPending}
          data-testid="pairing-next"
        >
          {t('pairing.next')}
        </Button>
      </Stack>
    </form>
  )
}
