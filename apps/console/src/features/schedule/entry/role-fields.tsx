import type { EntryRole } from '@akari/protocol'
import { Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

const ROLES = ['scheduled', 'interrupt', 'overlay'] as const
const FIVE_MINUTES = { secondsPerHour: 300 }

/** How an entry takes part: ふつう, 割り込み放映 with its share, or 帯; each with the sentence that says what it does. */
export function RoleFields({ role, onChange }: { role: EntryRole; onChange: (role: EntryRole) => void }): ReactElement {
  const { t } = useTranslation()
  const choose = (next: string): void => {
    const kind = ROLES.find((each) => each === next) ?? 'scheduled'
    onChange(kind === 'interrupt' ? { kind, share: FIVE_MINUTES, maxPlaysPerHour: null } : { kind })
  }
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('entry.role')}
        value={role.kind}
        onChange={choose}
        data={ROLES.map((kind) => ({ value: kind, label: t(`entry.roles.${kind}`) }))}
        data-testid="entry-role"
      />
      <Text size="sm" c="gray.6">
        {t(`entry.roleDoes.${role.kind}`)}
      </Text>
      {role.kind === 'interrupt' && <ShareFields role={role} onChange={onChange} />}
    </Stack>
  )
}

function ShareFields({
  role,
  onChange,
}: {
  role: Extract<EntryRole, { kind: 'interrupt' }>
  onChange: (role: EntryRole) => void
}): ReactElement {
  const { t } = useTranslation()
  const { share, maxPlaysPerHour } = role
  const byPercent = 'percent' in share
  const amount = byPercent ? share.percent : share.secondsPerHour
  const shareOf = (value: number): typeof share => (byPercent ? { percent: value } : { secondsPerHour: value })
  return (
    <Group gap="sm" align="flex-end">
      <NumberInput
        w={110}
        label={t('entry.share')}
        value={amount}
        min={1}
        max={byPercent ? 100 : 3600}
        clampBehavior="strict"
        onChange={(next) => typeof next === 'number' && next > 0 && onChange({ ...role, share: shareOf(next) })}
        data-testid="entry-share"
      />
      <SegmentedControl
        value={byPercent ? 'percent' : 'seconds'}
        onChange={(next) =>
          onChange({
            ...role,
            share:
              next === 'percent'
                ? { percent: Math.max(1, Math.round(byPercent ? amount : amount / 36)) }
                : { secondsPerHour: byPercent ? amount * 36 : amount },
          })
        }
        data={[
          { value: 'seconds', label: t('entry.secondsAnHour') },
          { value: 'percent', label: t('entry.percent') },
        ]}
      />
      <NumberInput
        w={170}
        label={t('entry.maxPlays')}
        placeholder={t('entry.noLimit')}
        value={maxPlaysPerHour ?? ''}
        min={1}
        max={3600}
        allowDecimal={false}
        onChange={(next) => onChange({ ...role, maxPlaysPerHour: typeof next === 'number' && next >= 1 ? next : null })}
      />
    </Group>
  )
}
