import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { setViewport } from '../test/browser.ts'
import { show } from '../test/show.tsx'
import { SidePanel } from './side-panel.tsx'

function Page({ onNext, onPrevious }: { onNext?: () => void; onPrevious?: () => void }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open it
      </button>
      {open && (
        <SidePanel
          title="Hannah Brandt"
          subtitle="Strategy call"
          position="7 of 138"
          onNext={onNext}
          onPrevious={onPrevious}
          onClose={() => setOpen(false)}
          pageTo="/calls/1"
        >
          <label>
            Note
            <input />
          </label>
        </SidePanel>
      )}
    </>
  )
}

describe('the side panel beside a list', () => {
  beforeEach(() => setViewport(1440))

  it('takes the focus, and gives it back to what opened it when Esc closes it', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Hannah Brandt' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Hannah Brandt' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open it' }))
  })

  it('goes on by j and k, but not while somebody types', async () => {
    const [onNext, onPrevious] = [vi.fn(), vi.fn()]
    const { user } = show(<Page onNext={onNext} onPrevious={onPrevious} />)
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    await user.keyboard('jjk')
    expect([onNext.mock.calls.length, onPrevious.mock.calls.length]).toEqual([2, 1])
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'jk')
    expect([onNext.mock.calls.length, onPrevious.mock.calls.length]).toEqual([2, 1])
  })

  it('cannot go beyond the ends of the list', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next' }).disabled).toBe(true)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Previous' }).disabled).toBe(true)
  })

  it('has nothing that axe finds', async () => {
    const { user } = show(<Page onNext={() => undefined} />)
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    await expectAccessible(screen.getByRole('region', { name: 'Hannah Brandt' }))
  })
})

describe('the side panel on a phone', () => {
  beforeEach(() => setViewport(390))

  it('is the page: what lies behind is out of reach, and Esc closes it', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Open it' }))
    expect(screen.getByRole('dialog', { name: 'Hannah Brandt' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Open it' })).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open it' })))
  })
})
