import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconEyeOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'

/** A password or a key that the CMS tells once. */
export type Secret = { kind: 'password' | 'token'; owner: string; secret: string }

/** Browsers leave the clipboard out on plain http; then the whole secret is selected by one click instead. */
const CAN_COPY = 'clipboard' in navigator

/** Shows a secret once, to be handed over; closing it is the end of it. */
export function SecretDialog({ secret, onClose }: { secret: Secret; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`secret.${secret.kind}`, { name: secret.owner })}
      closeOnClickOutside={false}
      size="lg"
    >
      <Stack>
        <Alert color="amber" icon={<IconEyeOff />}>
          {t('secret.once')}
        </Alert>
        <Code block fz="lg" style={{ userSelect: 'all' }} data-testid="secret">
          {secret.secret}
        </Code>
        <Text size="sm">{t(`secret.next.${secret.kind}`)}</Text>
        <Group justify="flex-end">
          {CAN_COPY && (
            <CopyButton value={secret.secret}>
              {({ copied, copy }) => (
                <Button
                  variant="light"
                  leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
                  onClick={copy}
                >
                  {copied ? t('secret.copied') : t('secret.copy')}
                </Button>
              )}
            </CopyButton>
          )}
          <Button onClick={onClose}>{t('secret.close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
