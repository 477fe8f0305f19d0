import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { ResolveForm, type NameChoice } from './resolve-form.tsx'

const luis = { id: 'luis', name: 'Luis Ortega', aliases: ['Lou'] }
const jess = { id: 'jess', name: 'Jess Carver', aliases: [] }

const ask = (name: string, setters: readonly NameChoice[]) => {
  const onSend = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
  const shown = show(
    <ResolveForm
      name={name}
      calls={14}
      word="setter"
      choices={setters}
      onSend={onSend}
      onDone={() => undefined}
      onCancel={() => undefined}
    />,
  )
  return {
    onSend,
    give: () => shown.user.click(screen.getByRole('button', { name: 'Give 14 calls to them' })),
    ...shown,
  }
}

describe('whose a name is', () => {
  it('is the setter’s whom it looks like, by one press', async () => {
    const { onSend, give, container } = ask('jess c', [luis, jess])
    await expectAccessible(container)
    await give()
    expect(onSend).toHaveBeenCalledWith({ id: 'jess' })
  })

  it('has to be chosen where it looks like nobody', async () => {
    const { user, onSend, give } = ask('Marcus', [luis, jess])
    await give()
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByText('Choose the setter whose name it is')).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^Setter/ }))
    await user.keyboard('luis{Enter}')
    await give()
    expect(onSend).toHaveBeenCalledWith({ id: 'luis' })
  })

  it('may be a new setter’s, and is where there is none yet', async () => {
    const { user, onSend, give } = ask('Marcus', [])
    const name = screen.getByRole('textbox', { name: 'Name' })
    await user.type(name, ' Bell')
    await give()
    expect(onSend).toHaveBeenCalledWith({ newName: 'Marcus Bell' })
  })
})
