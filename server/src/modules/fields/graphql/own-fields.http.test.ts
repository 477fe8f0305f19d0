import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const createField =
  'mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id key required options { key label } } } }'
const createLead =
  'mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id customFields { key label number money { amount currency } } } } }'
const importLeads = 'mutation ($input: ImportLeadsInput!) { importLeads(input: $input) { import { rowCount createdCount knownCount } } }'

const budget = { subject: 'LEAD', kind: 'NUMBER', label: 'Budget', required: true }
const dana = { name: 'Dana', email: 'dana@example.com' }

describe('own fields through the API', () => {
  it('that have to be answered are refused with a code where they are not, and stored with the record where they are', async () => {
    const owner = await app.organize()
    expect(await owner.ask(createField, { input: budget })).toMatchObject({ createCustomField: { customField: { required: true } } })
    for (const customFields of [undefined, [], [{ key: 'budget' }]])
      expect((await owner.refused(createLead, { input: { ...dana, customFields } })).extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path: 'customFields.budget', message: '“Budget” has to be answered.', code: 'REQUIRED' }],
      })
    const input = { ...dana, customFields: [{ key: 'budget', number: 900 }], clientMutationId: 'once' }
    const made = await owner.ask<{ createLead: { lead: { id: string } } }>(createLead, { input })
    expect(made).toMatchObject({ createLead: { lead: { customFields: [{ key: 'budget', label: 'Budget', number: 900 }] } } })
    expect(await owner.ask(createLead, { input })).toEqual(made)
    const update = 'mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { lead { fullName customFields { number } } } }'
    const { id } = made.createLead.lead
    const cleared = { id, name: 'Dana W.', customFields: [{ key: 'budget' }] }
    expect((await owner.refused(update, { input: cleared })).extensions).toMatchObject({
      fields: [{ path: 'customFields.budget', code: 'REQUIRED' }],
    })
    expect(await owner.ask(update, { input: { id, name: 'Dana W.' } })).toEqual({
      updateLead: { lead: { fullName: 'Dana W.', customFields: [{ number: 900 }] } },
    })
  })

  it('come with the rows of an import, each refused by its row and path', async () => {
    const owner = await app.organize()
    await owner.ask(createField, { input: budget })
    const told = (customFields: object[]) => ({
      input: { fileName: 'leads.csv', rows: [{ ...dana }, { name: 'Bo', email: 'bo@example.com', customFields }] },
    })
    for (const [customFields, path] of [
      [[{ key: 'budget', text: 'much' }], 'rows.1.customFields.budget'],
      [[{ key: 'nowhere', number: 1 }], 'rows.1.customFields.nowhere'],
      [
        [
          { key: 'budget', number: 1 },
          { key: 'budget', number: 2 },
        ],
        'rows.1.customFields.budget',
      ],
      [[{ key: 'budget', number: 1, text: 'x' }], 'rows.1.customFields.budget'],
    ] as const)
      expect((await owner.refused(importLeads, told([...customFields]))).extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        fields: [{ path }],
      })
    expect(await owner.ask(importLeads, told([{ key: 'budget', number: 7 }]))).toEqual({
      importLeads: { import: { rowCount: 2, createdCount: 2, knownCount: 0 } },
    })
    expect(await owner.ask('{ leads(orderBy: { field: NAME, direction: ASC }) { nodes { fullName customFields { number } } } }')).toEqual({
      leads: {
        nodes: [
          { fullName: 'Bo', customFields: [{ number: 7 }] },
          { fullName: 'Dana', customFields: [] },
        ],
      },
    })
  })

  it('are asked for where a payment is entered by hand', async () => {
    const owner = await app.organize()
    await owner.ask(createField, { input: { ...budget, subject: 'PAYMENT', kind: 'MONEY', label: 'Fee' } })
    const record =
      'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { payment { customFields { key money { amount } } } } }'
    const wire = { amount: { amount: '100', currency: 'USD' }, method: 'WIRE', paidOn: '2026-01-05', customerName: 'Dana' }
    expect((await owner.refused(record, { input: wire })).extensions).toMatchObject({
      fields: [{ path: 'customFields.fee', code: 'REQUIRED' }],
    })
    const fee = { key: 'fee', money: { amount: '2.5', currency: 'USD' } }
    expect(await owner.ask(record, { input: { ...wire, customFields: [fee] } })).toEqual({
      recordPayment: { payment: { customFields: [{ key: 'fee', money: { amount: '2.50' } }] } },
    })
  })
})
