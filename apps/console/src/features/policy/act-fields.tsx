import type { PolicyAct } from '@akari/protocol'
import { Group, NumberInput, SegmentedControl, Switch, TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CHIMES, MODES } from './choices.ts'
import { ModeDrawing } from './mode-drawing.tsx'
import { timeWords } from './rule-words.ts'
import classes from './form.module.css'

const RETURN_MINUTES = 10

type Fields = { act: PolicyAct; change: (part: Partial<PolicyAct>) => void }

/** What the displays do: how large, where, how it sounds, how long it stays. */
export function ActFields({
  act,
  drillOnly,
  groups,
  onChange,
}: {
  act: PolicyAct
  drillOnly: boolean
  groups: readonly string[]
  onChange: (act: PolicyAct, part: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<PolicyAct>): void => onChange({ ...act, ...part }, Object.keys(part).join(' '))
  return (
    <fieldset className={classes.part}>
      <legend>{t('policy.form.how')}</legend>
      <ModeField act={act} change={change} />
      {act.mode !== 'none' && (
        <>
          <TagsInput
            label={t('policy.form.groups')}
            description={t('policy.form.groupsHint')}
            placeholder={act.groups === null ? t('policy.form.groupsPlaceholder') : ''}
            data={[...groups]}
            value={act.groups ?? []}
            onChange={(next) => change({ groups: next.length === 0 ? null : next })}
            maxTags={50}
            maxLength={40}
            data-testid="policy-groups"
          />
          <SoundFields act={act} change={change} drillOnly={drillOnly} />
          <TimeFields act={act} change={change} />
        </>
      )}
    </fieldset>
  )
}

function ModeField({ act, change }: Fields): ReactElement {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.modes}>
      <legend>{t('policy.form.mode')}</legend>
      {MODES.map((mode) => (
        <label key={mode} data-chosen={act.mode === mode || undefined} data-testid={`policy-mode-${mode}`}>
          <input type="radio" name="policy-mode" checked={act.mode === mode} onChange={() => change({ mode })} />
          <ModeDrawing mode={mode} />
          <span>
            <b>{t(`policy.rule.mode.${mode}`)}</b>
            <small>{t(`policy.rule.modeHint.${mode}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function SoundFields({ act, change, drillOnly }: Fields & { drillOnly: boolean }): ReactElement {
  const { t } = useTranslation()
  const { sound } = act
  const heard = sound.chime !== 'none' || sound.speak
  return (
    <div>
      <p className={classes.label} id="policy-chime">
        {t('policy.form.chime')}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby="policy-chime"
        value={sound.chime}
        onChange={(value) => change({ sound: { ...sound, chime: CHIMES.find((each) => each === value) ?? 'none' } })}
        data={CHIMES.map((chime) => ({ value: chime, label: t(`policy.rule.chime.${chime}`) }))}
        data-testid="policy-chime"
      />
      <p className={classes.hint} data-drill={drillOnly || undefined}>
        {t('policy.form.drillSilent')}
      </p>
      <Group mt="xs" gap="xl" align="flex-end">
        <Switch
          label={t('policy.form.speak')}
          checked={sound.speak}
          onChange={(event) => change({ sound: { ...sound, speak: event.currentTarget.checked } })}
        />
        <NumberInput
          label={t('policy.form.times')}
          value={sound.times}
          onChange={(times) => {
            if (typeof times === 'number' && Number.isInteger(times) && times >= 1 && times <= 5)
              change({ sound: { ...sound, times } })
          }}
          min={1}
          max={5}
          clampBehavior="strict"
          allowDecimal={false}
          suffix={t('policy.form.timesSuffix')}
          disabled={!heard}
          w={120}
        />
      </Group>
    </div>
  )
}

function TimeFields({ act, change }: Fields): ReactElement {
  const { t } = useTranslation()
  const { dwellSeconds, returns } = act
  return (
    <>
      <NumberInput
        label={t('policy.form.dwell')}
        description={`${t('policy.form.dwellHint')} ${dwellSeconds > 60 ? timeWords(t, dwellSeconds) : ''}`}
        value={dwellSeconds}
        onChange={(value) => {
          if (typeof value === 'number' && Number.isInteger(value)) change({ dwellSeconds: value })
        }}
        min={0}
        max={3600}
        step={30}
        clampBehavior="strict"
        allowDecimal={false}
        suffix={t('policy.form.secondsSuffix')}
        data-testid="policy-dwell"
      />
      {act.mode === 'fullScreen' && (
        <div>
          <p className={classes.label} id="policy-returns">
            {t('policy.form.returns')}
          </p>
          <Group align="flex-end" wrap="nowrap">
            <SegmentedControl
              aria-labelledby="policy-returns"
              value={returns.when}
              onChange={(value) =>
                change({ returns: value === 'after' ? { when: 'after', minutes: RETURN_MINUTES } : { when: 'over' } })
              }
              data={[
                { value: 'over', label: t('policy.form.returnsOver') },
                { value: 'after', label: t('policy.form.returnsAfter') },
              ]}
            />
            {returns.when === 'after' && (
              <NumberInput
                aria-label={t('policy.form.returnsMinutes')}
                value={returns.minutes}
                onChange={(minutes) => {
                  if (typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1)
                    change({ returns: { when: 'after', minutes } })
                }}
                min={1}
                max={24 * 60}
                clampBehavior="strict"
                allowDecimal={false}
                suffix={t('policy.form.minutesSuffix')}
                w={110}
              />
            )}
          </Group>
        </div>
      )}
    </>
  )
}
