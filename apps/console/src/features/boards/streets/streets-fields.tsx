import type { Basemap } from '@akari/protocol'
import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core'
import { IconBrush, IconMapOff, IconRoad } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { OneText } from '../../../parts/one-text.tsx'
import { fileUrl } from '../../../parts/scene-resources.ts'
import { describeTrouble } from '../../../parts/trouble.tsx'
import { asSize } from '../../../parts/when.ts'
import type { BoardFieldsProps } from '../board-fields-props.ts'
import sources from './known-sources.json' with { type: 'json' }
import { coversTown, StreetsElsewhere, type StreetsStep, StreetsUndrawn, townArea } from './prepare-streets.ts'
import classes from './streets.module.css'
import { usePrepare } from './use-prepare.ts'

const KNOWN = ['gsi', 'openStreetMap'] as const

/** The streets beneath a town map: sent as PMTiles, drawn to a picture in this browser, with the line that says whose they are. */
export function StreetsFields({ board, language, onChange }: BoardFieldsProps<'townMap'>): ReactElement {
  const { t } = useTranslation()
  const { step, trouble, take, redraw } = usePrepare({ board, onChange })
  const { basemap, ...without } = board
  const set = (part: Partial<Basemap>, about: string): void => {
    if (basemap !== undefined) onChange({ ...board, basemap: { ...basemap, ...part } }, about)
  }
  const covers = coversTown(basemap?.picture, townArea(board.map, board.here))
  return (
    <section className={classes.streets} aria-labelledby="streets-title" data-testid="streets">
      <h2 id="streets-title">{t('streets.title')}</h2>
      {basemap === undefined ? (
        <Text size="sm">{t('streets.none')}</Text>
      ) : (
        <div className={classes.held}>
          {basemap.picture === undefined ? (
            <div className={classes.noPicture}>{t('streets.noPicture')}</div>
          ) : (
            <img src={fileUrl(basemap.picture.file.sha256)} alt={t('streets.picture')} className={classes.picture} />
          )}
          <dl>
            <dt>{t('streets.kind')}</dt>
            <dd>{t(`streets.schema.${basemap.schema}`)}</dd>
            <dt>{t('streets.size')}</dt>
            <dd>{t('streets.tilesSize', { size: asSize(basemap.tiles.bytes) })}</dd>
            {basemap.picture !== undefined && (
              <dd>{t('streets.pictureSize', { size: asSize(basemap.picture.file.bytes) })}</dd>
            )}
          </dl>
        </div>
      )}
      {step !== null && <Step step={step} />}
      {trouble !== null && (
        <Text size="sm" c="vermilion" role="alert" data-testid="streets-trouble">
          {trouble instanceof StreetsElsewhere
            ? t('streets.elsewhere')
            : trouble instanceof StreetsUndrawn
              ? t('streets.undrawn', { why: trouble.message })
              : describeTrouble(t, trouble)}
        </Text>
      )}
      {!covers && step === null && (
        <Text size="sm" c="vermilion" role="status">
          {t('streets.outgrown')}
        </Text>
      )}
      <Group gap="xs">
        <FileButton accept=".pmtiles" onChange={(file) => file !== null && void take(file)}>
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant={basemap === undefined ? 'light' : 'default'}
              leftSection={<IconRoad size={16} />}
              disabled={step !== null}
              data-testid="streets-choose"
            >
              {t(basemap === undefined ? 'streets.choose' : 'streets.replace')}
            </Button>
          )}
        </FileButton>
        {basemap !== undefined && (
          <>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconBrush size={16} />}
              disabled={step !== null}
              onClick={() => void redraw(basemap)}
            >
              {t('streets.redraw')}
            </Button>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconMapOff size={16} />}
              disabled={step !== null}
              onClick={() => onChange(without, 'streets')}
            >
              {t('streets.remove')}
            </Button>
          </>
        )}
      </Group>
      {basemap !== undefined && (
        <Stack gap="xs">
          <OneText
            label={t('boards.field.streetsSource')}
            description={t('streets.sourceHint')}
            value={basemap.attribution.text}
            language={language}
            fault={undefined}
            onChange={(text) => set({ attribution: { ...basemap.attribution, text } }, `streets source ${language}`)}
            testId="board-streetsSource"
          />
          <Group gap="xs">
            <Text size="sm">{t('streets.often')}</Text>
            {KNOWN.map((name) => (
              <Button
                key={name}
                size="compact-xs"
                variant="default"
                onClick={() => set({ attribution: sources[name] }, 'streets source')}
              >
                {t(`streets.known.${name}`)}
              </Button>
            ))}
          </Group>
          <TextInput
            label={t('streets.licence')}
            value={basemap.attribution.licence ?? ''}
            maxLength={120}
            onChange={(event) => {
              const licence = event.currentTarget.value
              const { licence: _before, ...others } = basemap.attribution
              set({ attribution: licence === '' ? others : { ...others, licence } }, 'streets licence')
            }}
          />
        </Stack>
      )}
    </section>
  )
}

function Step({ step: { doing, share } }: { step: StreetsStep }): ReactElement {
  const { t } = useTranslation()
  const percent = Math.round(share * 100)
  return (
    <div role="status" data-testid="streets-step">
      <Text size="sm">{t(`streets.step.${doing}`, { percent })}</Text>
      <Progress value={percent} size="sm" aria-label={t(`streets.step.${doing}`, { percent })} />
    </div>
  )
}
