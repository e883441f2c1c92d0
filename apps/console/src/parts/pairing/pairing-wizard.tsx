import type { ConfirmClaim, PairingClaim } from '@akari/protocol'
import { Modal, Stepper } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirmClaim, useRefuseClaim } from '../../api/displays.ts'
import { CodeStep } from './code-step.tsx'
import { DigitsStep } from './digits-step.tsx'
import { PlaceStep } from './place-step.tsx'

type Step = { at: 'code' } | { at: 'digits'; claim: PairingClaim } | { at: 'place'; claim: PairingClaim }

const ORDER = { code: 0, digits: 1, place: 2 } as const

/**
 * Joins a player with a record: its code, the six digits on both sides, where it stands. `attachTo`: the record, if chosen
 * before. `code`: what the QR code on the player said; it only fills in the field, the digits are still compared.
 */
export function PairingWizard({
  attachTo,
  code,
  onClose,
}: {
  attachTo: string | null
  code: string
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const [step, setStep] = useState<Step>({ at: 'code' })
  const confirm = useConfirmClaim()
  const refuse = useRefuseClaim()
  const leave = (): void => {
    if (step.at !== 'code') refuse.mutate(step.claim.requestId)
    onClose()
  }
  const differ = (): void => {
    if (step.at === 'digits') refuse.mutate(step.claim.requestId)
    notifications.show({
      color: 'vermilion',
      title: t('pairing.differTitle'),
      message: t('pairing.differText'),
      autoClose: 20_000,
    })
    setStep({ at: 'code' })
  }
  const finish = (claim: PairingClaim, how: ConfirmClaim): void =>
    confirm.mutate(
      { requestId: claim.requestId, confirm: how },
      {
        onSuccess: (display) => {
          notifications.show({ color: 'zelkova', message: t('pairing.done', { name: display.profile.name }) })
          onClose()
        },
      },
    )
  return (
    <Modal opened onClose={leave} size="xl" title={t('pairing.title')} closeOnClickOutside={false}>
      <Stepper active={ORDER[step.at]} size="sm" mb="xl" allowNextStepsSelect={false}>
        <Stepper.Step label={t('pairing.stepCode')} />
        <Stepper.Step label={t('pairing.stepDigits')} />
        <Stepper.Step label={t('pairing.stepPlace')} />
      </Stepper>
      {step.at === 'code' && <CodeStep code={code} onClaim={(claim) => setStep({ at: 'digits', claim })} />}
      {step.at === 'digits' && (
        <DigitsStep claim={step.claim} onSame={() => setStep({ at: 'place', claim: step.claim })} onDiffer={differ} />
      )}
      {step.at === 'place' && (
        <PlaceStep
          claim={step.claim}
          attachTo={attachTo}
          busy={confirm.isPending}
          error={confirm.error}
          onConfirm={(how) => finish(step.claim, how)}
        />
      )}
    </Modal>
  )
}
