import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { Tile, TileGrid } from './tile.tsx'

const changeOf = (text: string) => screen.getByText(text).closest('.font-medium')

describe('a tile', () => {
  it('is green for what is better and red for what is worse, whether it rose or fell', () => {
    show(
      <TileGrid label="Figures">
        <Tile
          label="Show rate"
          figure="78.3%"
          to="/calls"
          change={{ current: 0.783, previous: 0.749, unit: 'points', goodWhen: 'up' }}
          from="74.9%"
        />
        <Tile
          label="Average order"
          figure="$4,880"
          to="/p"
          change={{ current: 4880, previous: 4911, unit: 'percent', goodWhen: 'up' }}
          from="$4,911"
        />
        <Tile
          label="Speed"
          figure="2 d 4 h"
          to="/c"
          change={{ current: 187_200, previous: 208_800, unit: 'duration', goodWhen: 'down' }}
          from="2 d 10 h"
        />
        <Tile
          label="Pending"
          figure="9"
          to="/f"
          change={{ current: 9, previous: 6, unit: 'count', goodWhen: 'down' }}
          from="6"
        />
        <Tile
          label="Booked"
          figure="312"
          to="/b"
          change={{ current: 312, previous: 286, unit: 'count', goodWhen: 'neither' }}
          from="286"
        />
      </TileGrid>,
    )
    expect(changeOf('3.4 pts')?.className).toContain('text-good')
    expect(changeOf('0.6%')?.className).toContain('text-bad')
    expect(changeOf('6 h')?.className).toContain('text-good')
    expect(changeOf('3')?.className).toContain('text-bad')
    expect(changeOf('26')?.className).toContain('text-fg-2')
    expect(changeOf('6 h')?.textContent).toBe('down 6 h')
  })

  it('opens its rows', async () => {
    const { user, address } = show(<Tile label="Show rate" figure="78.3%" to="/calls?outcome=shown" />)
    await user.click(screen.getByRole('link', { name: /Show rate/ }))
    expect(address()).toBe('/calls?outcome=shown')
  })

  it('shows a dash and the reason instead of a figure that is not known', () => {
    show(
      <Tile
        label="Net cash"
        figure={null}
        to="/p"
        unknown={{ reason: 'No rate for EUR, Nov 18', tone: 'warn' }}
        from="$5"
      />,
    )
    expect(screen.getByRole('link').textContent).toBe('Net cash–No rate for EUR, Nov 18')
    expect(screen.getByText('No rate for EUR, Nov 18').className).toContain('text-warn')
  })

  it('has nothing that axe finds', async () => {
    const { container } = show(
      <TileGrid label="Figures">
        <Tile
          wide
          label="Cash"
          figure="$238,960"
          exact="$238,960.00"
          to="/p"
          trend={[1, null, 3]}
          aside={<p>Refunds</p>}
        />
      </TileGrid>,
    )
    await expectAccessible(container)
  })
})
