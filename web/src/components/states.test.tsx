import { act, fireEvent, screen } from '@testing-library/react'
import { Phone } from 'lucide-react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { callLooks, outcomeLooks } from './call-looks.ts'
import { BarList } from './charts/bar-list.tsx'
import { DayBars } from './charts/day-bars.tsx'
import { TrendChart } from './charts/trend-chart.tsx'
import { connectionLooks } from './connection-looks.ts'
import { deliveryLooks } from './delivery-looks.ts'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { DateTime, Money, RelativeTime, Unknown } from './figures.tsx'
import { notify } from './notify.ts'
import { PageHeader } from './page-header.tsx'
import { paymentLooks } from './payment-looks.ts'
import { Progress } from './progress.tsx'
import { Facts, Section } from './section.tsx'
import { SkeletonRows } from './skeleton.tsx'
import type { StatusLooks } from './status-look.ts'
import { Status } from './status.tsx'
import { ThemeSwitch } from './theme-switch.tsx'
import { Timeline } from './timeline.tsx'
import { Toaster } from './toaster.tsx'

describe('a status', () => {
  it('has a shape of its own within its kind, so that colour is never the only sign', () => {
    const kinds: readonly StatusLooks[] = [callLooks, outcomeLooks, paymentLooks, deliveryLooks, connectionLooks]
    for (const looks of kinds) {
      const icons = Object.values(looks).map((look) => look.icon)
      expect(new Set(icons).size).toBe(icons.length)
    }
  })

  it('says the word', () => {
    show(<Status looks={outcomeLooks} value="OFFER_MADE" />)
    expect(screen.getByText('Offer made')).toBeTruthy()
  })
})

describe('money', () => {
  it('colours a difference by its sign and shows exact cents on hover of a rounded figure', () => {
    show(
      <>
        <Money value={{ amount: '-108.00', currency: 'USD' }} sign="always" />
        <Money value={{ amount: '238960.49', currency: 'USD' }} precision="whole" />
        <Unknown reason="No rate for EUR" />
      </>,
    )
    expect(screen.getByText('−$108.00').className).toContain('text-bad')
    expect(screen.getByText('$238,960').getAttribute('title')).toBe('$238,960.49')
    expect(screen.getByText('No rate for EUR')).toBeTruthy()
  })
})

describe('an error', () => {
  it('says what happened, what to do and the request id, and tries again', async () => {
    const onRetry = vi.fn()
    const { user, container } = show(
      <ErrorState
        title="The calls did not load"
        advice="Nothing is lost."
        requestId="01936f3e"
        at={new Date()}
        onRetry={onRetry}
      />,
    )
    expect(screen.getByRole('alert').textContent).toContain('01936f3e')
    await user.click(screen.getByRole('button', { name: 'Copy' }))
    expect(await navigator.clipboard.readText()).toBe('01936f3e')
    expect(await screen.findByText('Copied')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onRetry).toHaveBeenCalledOnce()
    await expectAccessible(container)
  })
})

describe('a skeleton', () => {
  it('is not seen during a short wait', () => {
    vi.useFakeTimers()
    try {
      show(<SkeletonRows rows={2} />)
      const skeleton = screen.getByText('Loading rows').parentElement
      expect(skeleton?.className).toBe('invisible')
      act(() => {
        vi.advanceTimersByTime(150)
      })
      expect(skeleton?.className).not.toContain('invisible')
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a notice', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  const say = (speak: () => void) => {
    show(<Toaster />)
    act(speak)
  }

  it('is announced, offers to undo, and goes once that is pressed', () => {
    const onPress = vi.fn()
    say(() => notify.done('Split saved and locked', { action: { label: 'Undo', onPress } }))
    expect(screen.getByRole('region', { name: 'Notices' }).getAttribute('aria-live')).toBe('polite')
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(onPress).toHaveBeenCalledOnce()
    expect(screen.queryByText('Split saved and locked')).toBeNull()
  })

  it('goes after six seconds, but not while somebody is about to press it', () => {
    vi.useFakeTimers()
    say(() => notify.done('Split saved', { action: { label: 'Undo', onPress: () => undefined } }))
    act(() => {
      vi.advanceTimersByTime(5000)
    })
    fireEvent.keyDown(document.body, { code: 'KeyT', altKey: true })
    expect(screen.getByRole('listitem').contains(document.activeElement)).toBe(true)
    act(() => {
      vi.advanceTimersByTime(20_000)
    })
    expect(screen.getByText('Split saved')).toBeTruthy()
    act(() => {
      screen.getByRole('button', { name: 'Dismiss' }).blur()
      screen.getByRole('button', { name: 'Undo' }).blur()
    })
    act(() => {
      vi.advanceTimersByTime(6000)
    })
    expect(screen.queryByText('Split saved')).toBeNull()
  })

  it('of a failure stays until it is dismissed', async () => {
    vi.useFakeTimers()
    say(() => notify.problem('The form was not sent', { detail: 'Request 01936f3e.' }))
    act(() => {
      vi.advanceTimersByTime(60_000)
    })
    vi.useRealTimers()
    await expectAccessible(screen.getByRole('region', { name: 'Notices' }))
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByText('The form was not sent')).toBeNull()
  })
})

describe('the theme switch', () => {
  it('sets the theme of the document', async () => {
    const { user } = show(<ThemeSwitch />)
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(screen.getByRole('radio', { name: 'Dark' }).getAttribute('aria-checked')).toBe('true')
  })
})

const points = (days: readonly string[], values: readonly (number | null)[]) =>
  days.map((day, index) => ({ day, value: values[index] ?? null }))

describe('a chart', () => {
  const chart = (onOpenDay?: (day: string) => void) => (
    <TrendChart
      title="Cash collected"
      current={{ label: 'Nov 1 – 3', points: points(['2026-11-01', '2026-11-02', '2026-11-03'], [10, 20, null]) }}
      previous={{ label: 'Oct 29 – 31', points: points(['2026-10-29', '2026-10-30', '2026-10-31'], [5, 6, 7]) }}
      format={(value) => `$${value}`}
      onOpenDay={onOpenDay}
    />
  )

  it('says in words what it shows', () => {
    show(chart())
    expect(screen.getByRole('img', { name: 'Cash collected by day. Nov 1 – 3: $20; Oct 29 – 31: $7.' })).toBeTruthy()
  })

  it('has its table behind it, whose days open too', async () => {
    const onOpenDay = vi.fn()
    const { user, container } = show(chart(onOpenDay))
    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const cells = screen
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th,td')].map((cell) => cell.textContent).join(' | '))
    expect(cells).toEqual([
      'Day | Nov 1 – 3 | Oct 29 – 31',
      'Sun, Nov 1 | $10 | $5',
      'Mon, Nov 2 | $20 | $6',
      'Tue, Nov 3 | – | $7',
    ])
    await user.click(screen.getByRole('button', { name: 'Mon, Nov 2' }))
    expect(onOpenDay).toHaveBeenCalledWith('2026-11-02')
    await expectAccessible(container)
  })
})

describe('the parts of a page', () => {
  it('have nothing that axe finds', async () => {
    const at = new Date('2026-11-19T19:00:00Z')
    const { container } = show(
      <main>
        <PageHeader title="Calls" parent={{ label: 'Dashboard', to: '/' }} note="7 connected">
          <Button>Add call</Button>
        </PageHeader>
        <Section title="Funnel" count={5} action="of the step before">
          <BarList
            label="Booked to paid"
            bars={[{ id: 'a', label: 'Booked', value: 312, figure: '312', rate: '60.3%', to: '/calls' }]}
          />
          <DayBars bars={[{ day: '2026-11-01', good: 3, bad: 1 }]} summary="4 deliveries, 1 refused" />
          <Facts facts={[{ term: 'Closer', value: 'Maya Okafor' }]} />
          <Timeline entries={[{ id: 'a', icon: Phone, title: 'Call held', detail: '45 min', at }]} />
          <Progress label="Fetching" done={6120} total={9400} leftSeconds={180} onStop={() => undefined} />
          <Badge tone="good">Approved</Badge>
          <DateTime at={at} />
          <RelativeTime at={at} />
        </Section>
        <EmptyState title="No calls yet" footnote="Nothing to connect?">
          Connect the tool your team books with.
        </EmptyState>
      </main>,
    )
    expect(document.title).toBe('Calls · Clinch')
    await expectAccessible(container)
  })
})
