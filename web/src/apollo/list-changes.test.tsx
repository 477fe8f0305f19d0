import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { Toaster } from '../components/toaster.tsx'
import { type ListActs, listChanges } from './list-changes.ts'
import { UnreachableError } from './unreachable-error.ts'

let asked: string[]
let fails: boolean
const note = (what: string) => async (input: object) => {
  if (fails) throw new UnreachableError(null)
  asked.push(`${what} ${JSON.stringify({ ...input, clientMutationId: undefined })}`)
  await Promise.resolve()
}
const acts: ListActs = { reorder: note('reorder'), retire: note('retire'), restore: note('restore') }
const reload = async () => {
  asked.push('reload')
  await Promise.resolve()
}
const changes = listChanges(reload, acts, { restored: 'is sold again', kept: 'Forms that name it keep it.' })

beforeEach(() => {
  asked = []
  fails = false
  render(<Toaster />)
})

it('retires an entry, says what keeps it, and takes that back at one press', async () => {
  act(() => changes.retire({ id: 'p1', label: 'Starter' }))
  await screen.findByText('Starter is retired')
  expect(screen.getByText('Forms that name it keep it.')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Starter is sold again')
  expect(asked).toEqual(['retire {"id":"p1"}', 'reload', 'restore {"id":"p1"}', 'reload'])
})

it('says what failed, and shows the list as it is', async () => {
  fails = true
  await act(() => changes.sort(['p2', 'p1']))
  expect(await screen.findByText('The server could not be reached')).toBeDefined()
  expect(asked).toEqual(['reload'])
})
