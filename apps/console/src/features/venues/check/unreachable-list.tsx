import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconMapPin, IconUserCheck } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../../api/session.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { changes } from '../model/changes.ts'
import { placeOf } from '../model/floors.ts'
import { useLevelName } from '../model/use-level-name.ts'
import type { Workshop } from '../venue-workshop.tsx'
import classes from './check.module.css'

/** Public rooms that no entrance leads to: each is joined by a way, made a staff room, or accepted by name with a reason. */
export function UnreachableList({ kit, state, change, readOnly, showOnPlan }: Workshop): ReactElement | null {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const who = useActorWords()
  const levelName = useLevelName(kit.model)
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null)
  const { accepted } = state.editor.present
  const { unreachable } = kit.report
  if (unreachable.length === 0) return null
  return (
    <section className={classes.card} aria-label={t('venues.unreachable.title')}>
      <h2>{t('venues.unreachable.title')}</h2>
      <p className={classes.hint}>{t('venues.unreachable.hint')}</p>
      <ul className={classes.rooms}>
        {unreachable.map((room) => {
          const name = textIn(room.name)
          const exception = accepted.find(({ unitId }) => unitId === room.id)
          return (
            <li
              key={room.id}
              data-accepted={exception !== undefined || undefined}
              data-testid={`unreachable-${room.id}`}
            >
              <span className={classes.level}>{levelName(placeOf(kit.model, room.id)?.levelId)}</span>
              <div>
                <b>{name}</b>
                {exception !== undefined && (
                  <small>{t('venues.unreachable.accepted', { by: who(exception.by), why: exception.why })}</small>
                )}
              </div>
              <Group gap="xs" wrap="nowrap">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconMapPin size={16} />}
                  onClick={() => showOnPlan(room.id)}
                  aria-label={t('venues.showNamed', { name })}
                >
                  {t('venues.show')}
                </Button>
                {!readOnly &&
                  (exception === undefined ? (
                    <Button
                      variant="default"
                      size="compact-sm"
                      leftSection={<IconUserCheck size={16} />}
                      onClick={() => setAsked({ id: room.id, name })}
                      aria-label={t('venues.unreachable.acceptNamed', { name })}
                      data-testid={`accept-${room.id}`}
                    >
                      {t('venues.unreachable.accept')}
                    </Button>
                  ) : (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => change((edits) => changes.notAccepted(edits, room.id))}
                      aria-label={t('venues.unreachable.takeBackNamed', { name })}
                    >
                      {t('venues.unreachable.takeBack')}
                    </Button>
                  ))}
              </Group>
            </li>
          )
        })}
      </ul>
      {asked !== null && (
        <Exception
          name={asked.name}
          onClose={() => setAsked(null)}
          onAccept={(why, by) => {
            const { id } = asked
            change((edits) => changes.accept(edits, { unitId: id, why, by }))
            setAsked(null)
          }}
        />
      )}
    </section>
  )
}

/** Who says that nobody needs to get there, and why: it stands in the report from then on. */
function Exception({
  name,
  onClose,
  onAccept,
}: {
  name: string
  onClose: () => void
  onAccept: (why: string, by: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const by = `user:${useSession().data?.username ?? ''}`
  const [why, setWhy] = useState('')
  return (
    <Modal opened onClose={onClose} title={t('venues.unreachable.askTitle', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onAccept(why.trim(), by)
        }}
      >
        <Stack>
          <Text>{t('venues.unreachable.askText')}</Text>
          <Textarea
            label={t('venues.unreachable.why')}
            placeholder={t('venues.unreachable.whyPlaceholder')}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
            maxLength={300}
            minRows={2}
            autosize
            data-autofocus
            data-testid="accept-why"
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={why.trim() === ''} data-testid="accept-yes">
              {t('venues.unreachable.acceptYes')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
