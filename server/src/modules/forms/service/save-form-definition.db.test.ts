import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { options, ownField, OwnForm } from '../../../../test/own-form.ts'
import { until } from '../../../../test/until.ts'
import { registerReactions } from '../../../app/modules.ts'
import { definitionInForce, listDefinitions, readDefinition } from './form-definitions.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

const inForce = (home: OwnForm) => as(test.database, home.closer('omar'), (tx) => definitionInForce(tx))
const versions = async (home: OwnForm) =>
  (await as(test.database, home.admin, (tx) => listDefinitions(tx, {}))).page.rows.map(({ version }) => version)

describe('the form of an organization', () => {
  it('is the standard one until another is saved, which each of its people reads at once', async () => {
    const home = await OwnForm.begin(test)
    expect(await inForce(home)).toMatchObject({ version: 0, definition: { questions: [], fields: [] }, madeByName: null })
    expect(await as(test.database, home.admin, (tx) => readDefinition(tx, null))).toMatchObject({ version: 0, id: null })
    const fields = [ownField('budget', { kind: 'money', help: ' What they have. ' })]
    expect(await home.save({ questions: [{ name: 'notes', label: 'Story', required: true }], fields })).toBe(1)
    expect(await inForce(home)).toMatchObject({
      version: 1,
      madeByName: 'Ada',
      definition: {
        questions: [{ name: 'notes', label: 'Story', help: null, hidden: false, required: true }],
        fields: [{ key: 'budget', kind: 'money', label: 'budget', help: 'What they have.', required: false, options: [], shownIf: null }],
      },
    })
  })

  it('keeps every version, and makes none of saving what is in force already', async () => {
    const home = await OwnForm.begin(test)
    expect(await home.save({ fields: [] })).toBe(0)
    expect(await home.save({ fields: [ownField('one')] })).toBe(1)
    expect(await home.save({ fields: [ownField('one', { help: '  ' })], expectedVersion: 1 })).toBe(1)
    expect(await home.save({ fields: [ownField('one'), ownField('two')], expectedVersion: 1 })).toBe(2)
    expect(await home.save({ fields: [] })).toBe(3)
    expect(await versions(home)).toEqual([3, 2, 1])
    const inForceNow = await as(test.database, home.admin, (tx) => readDefinition(tx, null))
    expect(inForceNow).toMatchObject({ version: 3, definition: { fields: [] } })
    const second = await as(test.database, home.admin, (tx) => readDefinition(tx, 2))
    expect(second.definition.fields.map(({ key }) => key)).toEqual(['one', 'two'])
    await expect(as(test.database, home.admin, (tx) => readDefinition(tx, 4))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is refused with all that is wrong with it, each by its path', async () => {
    const home = await OwnForm.begin(test)
    const saving = home.save({
      questions: [
        { name: 'dealClosed', hidden: true },
        { name: 'notes', hidden: true, required: true },
      ],
      fields: [
        ownField('constructor'),
        ownField('plan', { kind: 'select' }),
        ownField('months', { shownIf: { fieldKey: 'later', anyOf: ['x'] } }),
        ownField('later', { kind: 'select', options: options('x') }),
      ],
    })
    await expect(saving).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [
          ...['questions.dealClosed.hidden', 'questions.notes.required', 'fields.0.key', 'fields.1.options', 'fields.2.shownIf.fieldKey'],
        ].map((path) => expect.objectContaining({ path }) as object),
      },
    })
    expect(await versions(home)).toEqual([])
  })

  it('never changes the kind of a field, also of one that it had long ago', async () => {
    const home = await OwnForm.begin(test)
    await home.save({ fields: [ownField('size', { kind: 'number' })] })
    await home.save({ fields: [] })
    await expect(home.save({ fields: [ownField('size')] })).rejects.toMatchObject({
      details: { fields: [{ path: 'fields.0.kind', message: 'The kind of a field cannot change. Make a new field.' }] },
    })
    expect(await home.save({ fields: [ownField('size', { kind: 'number', label: 'How many?' })] })).toBe(3)
  })

  it('never gives the key of an option that was taken out to another one: forms have that', async () => {
    const home = await OwnForm.begin(test)
    const asking = (...labels: [key: string, label: string][]) =>
      home.save({ fields: [ownField('why', { kind: 'select', options: labels.map(([key, label]) => ({ key, label, color: null })) })] })
    await asking(['price', 'Price'], ['timing', 'Timing'])
    await asking(['price', 'Partner says no'], ['timing', 'Timing'])
    await asking(['timing', 'Not now'])
    await expect(asking(['price', 'Price'], ['timing', 'Not now'])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [{ path: 'fields.0.options.0.key', message: 'Forms have “Partner says no” under this key. Choose another key.' }],
      },
    })
    expect(await asking(['price_2', 'Price'], ['timing', 'Timing'])).toBe(4)
    expect(await asking(['price_2', 'Price'], ['price', 'Partner says no'])).toBe(5)
    // Also where the whole field was gone meanwhile.
    await home.save({ fields: [] })
    await expect(asking(['timing', 'Not now'])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await asking(['timing', 'Timing'])).toBe(7)
  })

  it('is no rep’s to change, and no version is changed by anybody', async () => {
    const home = await OwnForm.begin(test)
    await home.save({ fields: [ownField('one')] })
    await expect(home.save({ fields: [] }, home.closer('priya'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const { organizationId } = home.story
    await expect(test.owner`update form_versions set definition = '{}' where organization_id = ${organizationId}`).rejects.toThrow()
    await expect(test.owner`delete from form_versions where organization_id = ${organizationId}`).rejects.toThrow()
  })
})

it('a form that is saved while the plan changes waits for that, and neither is in the other’s way', async () => {
  const home = await OwnForm.begin(test)
  const { organizationId } = home.story
  let saving: Promise<number> | undefined
  await test.owner.begin(async (sql) => {
    await sql`select guard_plan_change(${organizationId})`
    saving = home.save({ fields: [ownField('one')] })
    await until('the form waits for the plan', async () => {
      const [row] = await test.owner<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
      return (row?.waiting ?? 0) > 0
    })
    // Whoever waited for the row here would wait for somebody who waits for them.
    await sql`select 1 from organizations where id = ${organizationId} for no key update nowait`
    await sql`update organizations set extra_seats = extra_seats + 1 where id = ${organizationId}`
  })
  expect(await saving).toBe(1)
})

describe('two admins who save at once', () => {
  it('are told of one another where they say what they changed: one form is in force, and the other is refused', async () => {
    const home = await OwnForm.begin(test)
    await home.save({ fields: [ownField('zero')] })
    const saved = await Promise.allSettled(['one', 'two', 'three'].map((key) => home.save({ fields: [ownField(key)], expectedVersion: 1 })))
    const refused = saved.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(2)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching(/^Ada changed/) })
    expect(await versions(home)).toEqual([2, 1])
  })

  it('make versions that follow one another where they do not', async () => {
    const home = await OwnForm.begin(test)
    const made = await Promise.all(['one', 'two', 'three', 'four'].map((key) => home.save({ fields: [ownField(key)] })))
    expect([...made].sort()).toEqual([1, 2, 3, 4])
    expect(await versions(home)).toEqual([4, 3, 2, 1])
  })
})
