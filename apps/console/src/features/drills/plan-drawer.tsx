import type { DrillPlan } from '@akari/protocol'
import { Alert, Button, Drawer, Group, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveDrill } from '../../api/drills.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { inputOf, newDrill } from './drill-form.ts'
import { StepFields } from './step-fields.tsx'
import { TargetFields } from './target-fields.tsx'
import { WhenFields } from './when-fields.tsx'

/** Plans a drill (`plan` null) or changes one. */
export function PlanDrawer({ plan, onClose }: { plan: DrillPlan | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveDrill()
  const [start] = useState(() => (plan === null ? newDrill('') : inputOf(plan)))
  const [draft, setDraft] = useState(start)
  // A slip beside the sheet must not cost what was written; the two buttons and the cross say what they do.
  const untouched = draft === start
  const change = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }))
  const complete =
    (draft.target.kind !== 'groups' || draft.target.groups.length > 0) &&
    (draft.target.kind !== 'displays' || draft.target.displayIds.length > 0)
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnClickOutside={untouched}
      closeOnEscape={untouched}
      size="xl"
      title={plan === null ? t('drills.new') : t('drills.edit')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ id: plan?.id ?? null, input: draft }, { onSuccess: onClose })
        }}
      >
        <Stack gap="lg">
          <Trouble error={save.error} />
          {plan !== null && plan.checked !== null && (
            <Alert color="amber" variant="light">
              {t('drills.voidsCheck')}
            </Alert>
          )}
          <TextInput
            label={t('drills.name')}
            placeholder={t('drills.namePlaceholder')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={80}
            required
            withAsterisk={false}
            data-testid="drill-name"
          />
          <StepFields steps={draft.steps} onChange={(steps) => change({ steps })} />
          <TargetFields target={draft.target} onChange={(target) => change({ target })} />
          <WhenFields when={draft.when} onChange={(when) => change({ when })} />
          <NumberInput
            label={t('drills.autoEndLabel')}
            description={t('drills.autoEndHint')}
            value={draft.autoEndMinutes}
            onChange={(value) => typeof value === 'number' && change({ autoEndMinutes: Math.round(value) })}
            min={1}
            max={60}
            suffix={t('drills.minutesSuffix')}
            w={220}
            data-testid="drill-auto-end"
          />
          <Textarea
            label={t('drills.note')}
            description={t('drills.noteHint')}
            value={draft.note}
            onChange={(event) => change({ note: event.currentTarget.value })}
            maxLength={1000}
            autosize
            minRows={2}
          />
        </Stack>
        <Group justify="flex-end" mt="xl">
          <Button variant="default" onClick={onClose}>
            {t('common.stop')}
          </Button>
          <Button type="submit" disabled={!complete} loading={save.isPending} data-testid="drill-save">
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Drawer>
  )
}
