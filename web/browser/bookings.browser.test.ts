import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { bookCall } from './providers.ts'
import { desktop, type Look, Visitor } from './visitor.ts'

const stage = setStage()

async function arrive(look: Look = desktop): Promise<Visitor> {
  const visitor = await stage.arrive(look)
  await visitor.signIn(stage.access.admin)
  return visitor
}

const closerName = 'Maya Okafor'
const hourMs = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs)

describe('calls at near times', () => {
  it('are compared, merged by one press, and made two again', async () => {
    const { access } = stage
    const twice = { name: 'Petra Lindqvist', email: 'petra@lindqvist.example', hostEmail: access.closer.email }
    await bookCall(access, { ...twice, scheduledAt: inHours(400) })
    await bookCall(access, { ...twice, scheduledAt: inHours(401) })
    const nora = await arrive()
    const { page } = nora
    const pair = page.getByRole('listitem', { name: 'Two calls with Petra Lindqvist' })
    const rows = async () => {
      await nora.open('/calls?q=petra%40lindqvist.example')
      return page.getByRole('row', { name: /Petra Lindqvist/ }).count()
    }
    await expect.poll(rows, { timeout: 40_000 }).toBe(2)

    await nora.open('/calls')
    await page.getByRole('link', { name: 'Compare' }).click()
    await pair.waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await pair.getByRole('button', { name: 'Merge the two calls with Petra Lindqvist' }).click()
    await page.getByText('The two calls with Petra Lindqvist count as one').waitFor()
    await expect.poll(() => pair.count()).toBe(0)
    await expect.poll(rows).toBe(1)

    await page.getByRole('link', { name: 'Petra Lindqvist' }).click()
    await page.getByText('is a copy of this one').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await page.getByRole('button', { name: 'It is no copy' }).click()
    await page.getByText('The two calls with Petra Lindqvist count as two again').waitFor()
    await expect.poll(rows).toBe(2)
  })
})

describe('a source that nobody knows', () => {
  it('waits under its name, and is resolved once for the calls that name it', async () => {
    const { access } = stage
    const name = 'Ansel Rivera'
    await bookCall(access, {
      name,
      email: 'ansel@rivera.example',
      hostEmail: access.closer.email,
      scheduledAt: inHours(500),
      source: 'radio_spot_77',
    })
    const nora = await arrive()
    const { page } = nora
    const resolve = page.getByRole('button', { name: 'Resolve radio_spot_77' })
    await expect
      .poll(
        async () => {
          await nora.open('/team?tab=names')
          await page.getByRole('radio', { name: /^Sources/ }).click()
          return resolve.count()
        },
        { timeout: 40_000 },
      )
      .toBe(1)
    expect(await nora.accessibilityProblems()).toEqual([])
    await resolve.click()
    const dialog = page.getByRole('dialog', { name: 'Whose name is “radio_spot_77”?' })
    await dialog.getByRole('radio', { name: 'A new source' }).click()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Radio')
    await dialog.getByRole('button', { name: 'Give 1 call to them' }).click()
    await page.getByText('“radio_spot_77” is Radio now').waitFor()
    await expect.poll(() => resolve.count()).toBe(0)
    await nora.open('/calls?q=ansel%40rivera.example')
    await page.getByRole('row', { name: /Ansel Rivera.*Radio/ }).waitFor()
  })
})

describe('a closer who leaves', () => {
  it('leaves coming calls, which are given to another in one act', async () => {
    const { access } = stage
    const hostEmail = access.closer.email
    for (const [index, name] of ['Ines Calloway', 'Jonas Petrov'].entries())
      await bookCall(access, {
        name,
        email: `leaver${index}@calloway.example`,
        hostEmail,
        scheduledAt: inHours(600 + index * 10),
      })
    const nora = await arrive()
    const { page } = nora
    await expect
      .poll(
        async () => {
          await nora.open('/calls?q=calloway.example')
          return page.getByRole('row', { name: /Ines Calloway|Jonas Petrov/ }).count()
        },
        { timeout: 40_000 },
      )
      .toBe(2)

    await nora.open('/team')
    await page.getByRole('link', { name: closerName }).click()
    await page.getByRole('button', { name: 'Deactivate' }).click()
    const waiting = page.getByText(/coming calls need a closer/)
    await waiting.waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await page.getByRole('link', { name: 'Give them to somebody' }).click()
    await page.getByRole('row', { name: /Ines Calloway/ }).waitFor()
    await page.getByRole('checkbox', { name: 'Select all rows loaded' }).click()
    await page.getByRole('button', { name: 'Reassign' }).click()
    const dialog = page.getByRole('dialog', { name: /^Reassign/ })
    expect(await nora.accessibilityProblems()).toEqual([])
    await dialog.getByRole('button', { name: /^Closer/ }).click()
    await page.getByRole('option').nth(1).click()
    await dialog.getByRole('button', { name: /^Reassign/ }).click()
    await page.getByText(/were reassigned/).waitFor()
    await expect.poll(() => page.getByRole('row', { name: /Ines Calloway/ }).count()).toBe(0)
    await expect.poll(() => waiting.count()).toBe(0)
    await nora.open('/calls?q=calloway.example')
    await page.getByRole('row', { name: /Ines Calloway/ }).waitFor()
    expect(await page.getByRole('row', { name: new RegExp(closerName) }).count()).toBe(0)
  })
})
