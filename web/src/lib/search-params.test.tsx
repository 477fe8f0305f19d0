import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../test/show.tsx'
import {
  choiceParam,
  choicesParam,
  flagParam,
  idParam,
  idsParam,
  periodParam,
  readSearch,
  textParam,
  useSearchState,
  writeSearch,
} from './search-params.ts'

const shape = {
  q: textParam(),
  open: idParam(),
  tab: choiceParam(['all', 'overdue'], 'all'),
  outcome: choicesParam(['closed', 'no_show']),
  closer: idsParam(),
  period: periodParam(),
  mine: flagParam(),
}

describe('state in the address', () => {
  it('reads back exactly what was written', () => {
    const state = {
      q: 'Brandt & co',
      open: '0193',
      tab: 'overdue' as const,
      outcome: ['closed', 'no_show'] as const,
      closer: ['a', 'b'],
      period: { from: '2026-11-01', to: '2026-11-20' },
      mine: true,
    }
    const written = writeSearch(shape, new URLSearchParams(), state).toString()
    expect(readSearch(shape, new URLSearchParams(written))).toEqual(state)
  })

  it('leaves the address of a resting page bare, and strange parameters alone', () => {
    const resting = readSearch(shape, new URLSearchParams())
    expect(writeSearch(shape, new URLSearchParams('utm=x&tab=overdue'), resting).toString()).toBe('utm=x')
  })

  it('takes the fallback for what an old or mangled link says', () => {
    const state = readSearch(
      shape,
      new URLSearchParams('tab=gone&outcome=closed&outcome=lost&period=2026-11-20_2026-11-01&mine=maybe'),
    )
    expect(state).toEqual({ q: '', open: null, tab: 'all', outcome: ['closed'], closer: [], period: null, mine: false })
  })

  it('changes the address it lives in', async () => {
    function Page() {
      const [state, change] = useSearchState(shape)
      return (
        <button type="button" onClick={() => change({ tab: 'overdue' })}>
          {state.tab}
        </button>
      )
    }
    const { user, address } = show(<Page />, { at: '/calls?closer=a' })
    await user.click(screen.getByRole('button', { name: 'all' }))
    expect(screen.getByRole('button', { name: 'overdue' })).toBeTruthy()
    expect(address()).toBe('/calls?closer=a&tab=overdue')
  })
})
