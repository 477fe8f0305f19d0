import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const createOutcome =
  'mutation ($input: CreateCallOutcomeInput!) { createCallOutcome(input: $input) { callOutcome { id label color outcome formCount } } }'
const createStatus =
  'mutation ($input: CreateOpportunityStatusInput!) { createOpportunityStatus(input: $input) { opportunityStatus { id label color formCount } } }'

describe('outcomes and statuses through the API', () => {
  it('are made once by one clientMutationId, changed, put into order, retired and brought back', async () => {
    const owner = await app.organize()
    const input = { label: ' Thinking it over ', color: 'GOLD', outcome: 'OFFER_MADE', clientMutationId: 'once' }
    const made = await owner.ask<{ createCallOutcome: { callOutcome: { id: string } } }>(createOutcome, { input })
    expect(await owner.ask(createOutcome, { input })).toEqual(made)
    const { id } = made.createCallOutcome.callOutcome
    expect(made.createCallOutcome.callOutcome).toEqual({
      id,
      label: 'Thinking it over',
      color: 'GOLD',
      outcome: 'OFFER_MADE',
      formCount: 0,
    })
    const won = await owner.ask<typeof made>(createOutcome, { input: { label: 'Won', color: 'GREEN', outcome: 'CLOSED' } })
    const other = won.createCallOutcome.callOutcome.id
    const update = 'mutation ($input: UpdateCallOutcomeInput!) { updateCallOutcome(input: $input) { callOutcome { label color outcome } } }'
    expect(await owner.ask(update, { input: { id, outcome: 'NO_OFFER', color: 'WINE' } })).toEqual({
      updateCallOutcome: { callOutcome: { label: 'Thinking it over', color: 'WINE', outcome: 'NO_OFFER' } },
    })
    const order = 'mutation ($ids: [ID!]!) { reorderCallOutcomes(input: { ids: $ids }) { callOutcomes { id } } }'
    expect(await owner.ask(order, { ids: [other, id] })).toEqual({ reorderCallOutcomes: { callOutcomes: [{ id: other }, { id }] } })
    await owner.ask('mutation ($id: ID!) { retireCallOutcome(input: { id: $id }) { callOutcome { retiredAt } } }', { id: other })
    const lists = '{ callOutcomes { id } all: callOutcomes(includeRetired: true) { id } }'
    expect(await owner.ask(lists)).toEqual({ callOutcomes: [{ id }], all: [{ id }, { id: other }] })
    await owner.ask('mutation ($id: ID!) { restoreCallOutcome(input: { id: $id }) { callOutcome { retiredAt } } }', { id: other })
    expect(await owner.ask(lists)).toMatchObject({ callOutcomes: [{ id }, { id: other }] })
  })

  it('are refused with their fields named', async () => {
    const owner = await app.organize()
    const status = { label: 'Open', color: 'BLUE' }
    await owner.ask(createStatus, { input: status })
    const taken = await owner.refused(createStatus, { input: { ...status, label: 'OPEN' } })
    expect(taken.extensions).toMatchObject({ code: 'CONFLICT', fields: [{ path: 'label', message: 'Another status has this name.' }] })
    const nameless = await owner.refused(createOutcome, { input: { label: ' ', color: 'BLUE', outcome: 'CLOSED' } })
    expect(nameless.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'label', message: 'Give a name.' }] })
  })

  it('are read by keys that may read forms, and changed by those that may write them', async () => {
    const owner = await app.organize()
    const keyWith = async (...scopes: string[]) => {
      const made = await owner.ask<{ createApiKey: { secret: string } }>(
        'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Key", scopes: $scopes }) { secret } }',
        { scopes },
      )
      return app.withKey(made.createApiKey.secret)
    }
    const [reader, writer] = [await keyWith('FORMS_READ'), await keyWith('FORMS_WRITE')]
    const made = await writer.ask(createStatus, { input: { label: 'Open', color: 'BLUE' } })
    expect(made).toMatchObject({ createOpportunityStatus: { opportunityStatus: { label: 'Open', color: 'BLUE', formCount: 0 } } })
    expect(await reader.ask('{ opportunityStatuses { label } }')).toEqual({ opportunityStatuses: [{ label: 'Open' }] })
    const unread = await writer.refused('{ opportunityStatuses { label } }')
    expect(unread.extensions).toMatchObject({ code: 'FORBIDDEN', required: 'forms:read' })
    const unwritten = await reader.refused(createStatus, { input: { label: 'Mine', color: 'BLUE' } })
    expect(unwritten.extensions).toMatchObject({ code: 'FORBIDDEN', required: 'forms:write' })
  })
})
