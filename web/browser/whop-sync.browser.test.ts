import { afterAll, beforeAll, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { desktop, phone } from './visitor.ts'
import { startWhopApi, type WhopApi } from './whop-api.ts'

let whop: WhopApi

beforeAll(async () => {
  whop = await startWhopApi()
})
const stage = setStage(() => ({ WHOP_URL: whop.url }))
afterAll(() => whop.close())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()

/** Something that was bought while nobody listened. */
const bought = (id: string, name: string) => ({
  id,
  status: 'paid',
  created_at: hoursAgo(31),
  paid_at: hoursAgo(30),
  billing_reason: 'one_time',
  total: 1_497.05,
  currency: 'usd',
  user: { id: `user_${id}`, email: `${id}@buyers.example`, name },
})

it('A Whop connection is given its key, and a sync brings what was bought before it was made', async () => {
  whop.payments.push(bought('pay_a', 'Brisa Kovalenko'), bought('pay_b', 'Anselm Achterberg'))
  const nora = await stage.arrive(desktop)
  const { page } = nora
  await nora.signIn(stage.access.admin)
  await nora.open('/integrations?connect=WHOP')
  const dialog = page.getByRole('dialog', { name: 'Connect Whop' })
  await dialog.getByLabel('Name', { exact: true }).fill('Community')
  await dialog.getByRole('button', { name: 'Connect Whop' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page
    .getByRole('link', { name: 'Sync' })
    .or(page.getByRole('tab', { name: 'Sync' }))
    .click()

  await page.getByText('payment:basic:read').waitFor()
  expect(await nora.accessibilityProblems()).toEqual([])
  await page.getByRole('button', { name: 'Add the API key' }).click()
  await page.getByRole('textbox', { name: 'API key' }).fill(whop.key)
  await page.getByRole('button', { name: 'Save the API key' }).click()

  await page.getByRole('button', { name: 'Test the key' }).click()
  await page.getByText('Whop accepts the key of Northlight Coaching.').waitFor()
  await page.getByRole('button', { name: 'Sync payments' }).click()
  const last = page.getByRole('region', { name: 'Last sync' })
  await expect.poll(() => last.innerText(), { timeout: 40_000 }).toMatch(/New\s+2/)
  expect(await nora.accessibilityProblems()).toEqual([])

  await nora.open('/payments?q=Kovalenko')
  await page.getByRole('row', { name: /Brisa Kovalenko.*\$1,497\.05/ }).waitFor()
  expect(nora.complaints).toEqual([])
})

it('What a sync asks with fits on a phone, and can be read there in the dark', async () => {
  const nora = await stage.arrive(phone)
  const { page } = nora
  await nora.signIn(stage.access.admin)
  await nora.open('/integrations?connect=WHOP')
  const dialog = page.getByRole('dialog', { name: 'Connect Whop' })
  await dialog.getByLabel('Name', { exact: true }).fill('Second')
  await dialog.getByRole('button', { name: 'Connect Whop' }).click()
  await page.getByRole('button', { name: 'Done' }).click()
  await page
    .getByRole('link', { name: 'Sync' })
    .or(page.getByRole('tab', { name: 'Sync' }))
    .click()
  await page.getByText('payment:basic:read').waitFor()
  expect(await nora.overflowPx()).toBe(0)
  expect(await nora.accessibilityProblems()).toEqual([])
})
