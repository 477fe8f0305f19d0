import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { noPerson, PersonForm } from './person-form.tsx'

const done = async (): Promise<{ ok: true }> => ({ ok: true })
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('a setter', () => {
  const add = () => {
    const onSend = vi.fn(done)
    const shown = show(
      <PersonForm kind="setter" person={noPerson} submitLabel="Add setter" onSend={onSend} onDone={() => undefined} />,
    )
    return { onSend, ...shown }
  }

  it('takes aliases by Enter and by comma, each once whatever its case and spacing', async () => {
    const { user, onSend, container } = add()
    await user.type(box('Name'), 'Luis Ortega')
    await user.type(box(/^Aliases/), 'Lou{Enter}L. Ortega,lou{Enter}l ortega,')
    await user.tab()
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Add setter' }))
    expect(onSend).toHaveBeenCalledWith({ name: 'Luis Ortega', email: '', aliases: ['Lou', 'L. Ortega'] })
  })

  it('keeps an alias that was typed and not yet added', async () => {
    const { user, onSend } = add()
    await user.type(box('Name'), 'Luis Ortega')
    await user.type(box(/^Aliases/), 'Lou')
    await user.click(screen.getByRole('button', { name: 'Add setter' }))
    expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ aliases: ['Lou'] }))
  })

  it('loses its last alias by Backspace, and any by its button', async () => {
    const { user, onSend } = add()
    await user.type(box('Name'), 'Luis')
    await user.type(box(/^Aliases/), 'one, two, three{Enter}{Backspace}')
    await user.click(screen.getByRole('button', { name: 'Remove the alias one' }))
    await user.click(screen.getByRole('button', { name: 'Add setter' }))
    expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ aliases: ['two'] }))
  })
})

describe('a closer', () => {
  it('has no aliases, and is told by a refusal whose address it is', async () => {
    const { user } = show(
      <PersonForm
        kind="closer"
        person={noPerson}
        submitLabel="Add closer"
        onSend={async () => ({ ok: false, field: 'email', message: 'Another closer has this e-mail address' })}
        onDone={() => undefined}
      />,
    )
    expect(screen.queryByRole('textbox', { name: /^Aliases/ })).toBeNull()
    await user.type(box('Name'), 'Maya Okafor')
    await user.type(box(/^Email/), 'maya@example.com{Enter}')
    expect(document.activeElement).toBe(box(/^Email/))
    expect(screen.getByText('Another closer has this e-mail address')).toBeDefined()
  })

  it('is saved only once something was changed', async () => {
    const onSend = vi.fn(done)
    const { user } = show(
      <PersonForm
        kind="closer"
        person={{ name: 'Maya', email: '', aliases: [] }}
        submitLabel="Save"
        isEdit
        onSend={onSend}
        onDone={() => undefined}
      />,
    )
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save' })
    expect(save.disabled).toBe(true)
    await user.type(box('Name'), ' Okafor')
    await user.click(save)
    expect(onSend).toHaveBeenCalledWith({ name: 'Maya Okafor', email: '', aliases: [] })
    expect(save.disabled).toBe(true)
  })
})
