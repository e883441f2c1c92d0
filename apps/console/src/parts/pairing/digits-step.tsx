import type { PairingClaim } from '@akari/protocol'
import { Button, Group, Stack } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { groupDigits } from './pairing-code.ts'
import classes from './pairing.module.css'

/** The same six digits on both sides prove that nobody stands between. */
export function DigitsStep({
  claim,
  onSame,
  onDiffer,
}: {
  claim: PairingClaim
  onSame: () => void
  onDiffer: () => void
}): ReactElement {
  const { t } = useTranslation()
  const device =
    claim.screen === null ? claim.software : `${claim.software} · ${claim.screen.widthPx}×${claim.screen.heightPx}`
  return (
    <Stack align="center">
      <p className={classes.question}>{t('pairing.same')}</p>
      <output className={classes.digits} data-testid="pairing-digits" data-digits={claim.digits}>
        {groupDigits(claim.digits)}
      </output>
      <p className={classes.explain}>{t('pairing.sameWhy')}</p>
      <p className={classes.device}>{device}</p>
      <Group>
        <Button
          size="lg"
          variant="default"
          leftSection={<IconX size={22} />}
          onClick={onDiffer}
          data-testid="pairing-differ"
        >
          {t('pairing.no')}
        </Button>
        <Button size="lg" leftSection={<IconCheck size={22} />} onClick={onSame} data-testid="pairing-same">
          {t('pairing.yes')}
        </Button>
      </Group>
    </Stack>
  )
}
