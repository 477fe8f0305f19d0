import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../../test/person.ts'
import { addToRoster, enterByLink, makePortalLink } from '../../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const shown = `version madeByName questions { name label hidden required }
  fields { key kind label help required options { key label color } shownIf { fieldKey anyOf } }`
const inForce = `{ postCallFormDefinition { ${shown} } }`
const save = `mutation ($input: SaveFormDefinitionInput!) { saveFormDefinition(input: $input) { formDefinition { ${shown} } } }`
const value = 'key kind text number boolean money { amount currency } options'
const said = `package { name } callOutcome { label } opportunityStatus { label } fields { ${value} } definition { version }`
const file = `mutation ($input: SubmitPostCallFormInput!) { submitPostCallForm(input: $input) {
  postCallForm { version submittedByName notes ${said}
    versions { version submittedByName answers { dealClosed notes cashCollected { amount } ${said} } } } } }`

const form = {
  questions: [{ name: 'NOTES', label: 'The story' }],
  fields: [
    { key: 'size', kind: 'NUMBER', label: 'How many people?' },
    { key: 'budget', kind: 'MONEY', label: 'Budget', help: 'A month' },
    {
      key: 'needs',
      kind: 'MULTI_SELECT',
      label: 'Needs',
      required: true,
      options: [
        { key: 'time', label: 'Time', color: 'TEAL' },
        { key: 'proof', label: 'Proof' },
      ],
      shownIf: { fieldKey: 'leadShowed', anyOf: ['true'] },
    },
  ],
}

/** A call of Cleo's that is over, and Cleo by their portal link. */
async function begin(owner: Person): Promise<{ cleo: Person; eventId: string }> {
  const closerId = await addToRoster(owner, 'Closer', 'Cleo', 'cleo@northlight.example')
  const { createLead } = await owner.ask<{ createLead: { lead: { id: string } } }>(
    'mutation { createLead(input: { name: "Dana", email: "dana@lead.example" }) { lead { id } } }',
  )
  const [row] = await app.data.owner<{ id: string }[]>`
    insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, booked_at, status, answers)
    values (${owner.organizationId}, new_id(), new_id()::text, ${createLead.lead.id}, 'Dana', ${closerId}, now() - interval '1 hour', now(),
      'scheduled', '[]') returning id`
  return { cleo: await enterByLink(app, (await makePortalLink(owner, { closerId })).token), eventId: row?.id ?? '' }
}

describe('the form of an organization, through the API', () => {
  it('begins as the standard one, and is what was saved from then on, once by one clientMutationId', async () => {
    const owner = await app.organize()
    const standard = await owner.ask<{ postCallFormDefinition: { version: number; questions: { name: string }[] } }>(inForce)
    expect(standard.postCallFormDefinition).toMatchObject({ version: 0, madeByName: null, fields: [] })
    expect(standard.postCallFormDefinition.questions).toHaveLength(11)
    const input = { ...form, expectedVersion: 0, clientMutationId: 'once' }
    const { saveFormDefinition } = await owner.ask<{ saveFormDefinition: { formDefinition: object } }>(save, { input })
    expect(saveFormDefinition.formDefinition).toMatchObject({
      version: 1,
      madeByName: 'Olive Owner',
      fields: [
        { key: 'size', kind: 'NUMBER', help: null, required: false, options: [], shownIf: null },
        { key: 'budget', kind: 'MONEY', help: 'A month' },
        {
          required: true,
          options: [
            { key: 'time', label: 'Time', color: 'TEAL' },
            { key: 'proof', label: 'Proof', color: null },
          ],
          shownIf: { fieldKey: 'leadShowed', anyOf: ['true'] },
        },
      ],
    })
    expect(await owner.ask(save, { input })).toEqual({ saveFormDefinition })
    expect(await owner.ask(inForce)).toEqual({ postCallFormDefinition: saveFormDefinition.formDefinition })
    const listed = await owner.ask('{ postCallFormDefinitions(first: 5) { totalCount nodes { version } } }')
    expect(listed).toEqual({ postCallFormDefinitions: { totalCount: 1, nodes: [{ version: 1 }] } })
    const late = await owner.refused(save, { input: { fields: [], expectedVersion: 0 } })
    expect(late.extensions.code).toBe('CONFLICT')
    const wrong = await owner.refused(save, { input: { fields: [{ key: 'size', kind: 'TEXT', label: 'Size' }] } })
    expect(wrong.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'fields.0.kind' }] })
  })

  it('is filed by a closer on their phone with typed values, amended by an owner, and told with its history', async () => {
    const owner = await app.organize()
    const { cleo, eventId } = await begin(owner)
    await owner.ask(save, { input: form })
    const money = { amount: '1500.00', currency: 'EUR' }
    const input = { eventId, callOccurred: true, leadShowed: true, notes: 'First', definitionVersion: 1 }
    const twice = [{ key: 'needs', options: ['time'] }, { key: 'needs' }]
    expect((await cleo.refused(file, { input: { ...input, fields: twice } })).extensions).toMatchObject({
      fields: [{ path: 'fields.needs' }],
    })
    expect((await cleo.refused(file, { input })).extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'fields.needs' }] })
    const fields = [
      { key: 'needs', options: ['proof', 'time'] },
      { key: 'budget', money },
      { key: 'size', number: 4.5 },
    ]
    const blank = { text: null, number: null, boolean: null, money: null, options: null }
    const kept = [
      { ...blank, key: 'size', kind: 'NUMBER', number: 4.5 },
      { ...blank, key: 'budget', kind: 'MONEY', money },
      { ...blank, key: 'needs', kind: 'MULTI_SELECT', options: ['time', 'proof'] },
    ]
    const filed = await cleo.ask<{ submitPostCallForm: { postCallForm: object } }>(file, { input: { ...input, fields } })
    expect(filed.submitPostCallForm.postCallForm).toMatchObject({
      version: 1,
      submittedByName: 'Cleo',
      fields: kept,
      definition: { version: 1 },
    })

    await owner.ask(save, { input: { fields: [] } })
    const { createCallOutcome } = await owner.ask<{ createCallOutcome: { callOutcome: { id: string } } }>(
      'mutation { createCallOutcome(input: { label: "Signed", color: GREEN, outcome: CLOSED }) { callOutcome { id } } }',
    )
    const callOutcomeId = createCallOutcome.callOutcome.id
    const amended = { eventId, callOccurred: true, dealClosed: true, callOutcomeId, notes: 'Second', expectedVersion: 1 }
    const { submitPostCallForm } = await owner.ask<{ submitPostCallForm: { postCallForm: object } }>(file, { input: amended })
    expect(submitPostCallForm.postCallForm).toMatchObject({
      version: 2,
      submittedByName: 'Cleo',
      fields: [],
      callOutcome: { label: 'Signed' },
      definition: { version: 2 },
      versions: [
        {
          version: 2,
          submittedByName: 'Olive Owner',
          answers: { dealClosed: true, notes: 'Second', fields: [], callOutcome: { label: 'Signed' } },
        },
        { version: 1, submittedByName: 'Cleo', answers: { dealClosed: false, notes: 'First', fields: kept, definition: { version: 1 } } },
      ],
    })
    expect(await owner.ask('{ postCallFormUsage { key forms } }')).toEqual({ postCallFormUsage: [] })
    expect((await cleo.refused('{ postCallFormUsage { key } }')).extensions.code).toBe('FORBIDDEN')
    expect((await cleo.refused(save, { input: { fields: [] } })).extensions.code).toBe('FORBIDDEN')
    expect(await cleo.ask('{ postCallFormDefinition(version: 1) { fields { key } } }')).toMatchObject({
      postCallFormDefinition: { fields: [{ key: 'size' }, { key: 'budget' }, { key: 'needs' }] },
    })
  })
})
