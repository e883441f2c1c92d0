import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dateFormat } from '../../../parts/when.ts'
import { type Span, type View, VIEWS } from './span.ts'

export type Shown = View | 'list'

type Props = {
  shown: Shown
  span: Span
  onShow: (shown: Shown) => void
  onStep: (direction: 1 | -1) => void
  onToday: () => void
}

/** Which view, and which day, week or month of it. */
export function Toolbar({ shown, span, onShow, onStep, onToday }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <Group gap="sm">
      <SegmentedControl
        value={shown}
        onChange={(next) => onShow(VIEWS.find((view) => view === next) ?? 'list')}
        data={[
          ...VIEWS.map((view) => ({ value: view, label: t(`calendar.view.${view}`) })),
          { value: 'list', label: t('schedule.list') },
        ]}
      />
      {shown !== 'list' && (
        <Group gap={6} wrap="nowrap">
          <ActionIcon variant="default" size="lg" aria-label={t('calendar.before')} onClick={() => onStep(-1)}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <Button variant="default" onClick={onToday} data-testid="calendar-today">
            {t('calendar.today')}
          </Button>
          <ActionIcon variant="default" size="lg" aria-label={t('calendar.after')} onClick={() => onStep(1)}>
            <IconChevronRight size={20} />
          </ActionIcon>
          <strong style={{ marginLeft: '0.4rem', whiteSpace: 'nowrap' }} role="status">
            <SpanName span={span} />
          </strong>
        </Group>
      )}
    </Group>
  )
}

function SpanName({ span }: { span: Span }): ReactElement {
  const language = useTranslation().i18n.language
  const noon = (day: string | undefined): Date => new Date(`${day}T12:00:00Z`)
  const write = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    dateFormat(language, { timeZone: 'UTC', year: 'numeric', ...options })
  const [first, last] = [noon(span.days[0]), noon(span.days.at(-1))]
  switch (span.view) {
    case 'day':
      return <>{write({ month: 'long', day: 'numeric', weekday: 'short' }).format(first)}</>
    case 'week':
      return <>{write({ month: 'short', day: 'numeric' }).formatRange(first, last)}</>
    case 'month':
      return <>{write({ month: 'long' }).format(first)}</>
  }
}
