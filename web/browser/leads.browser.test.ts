import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { bookCall, pay } from './providers.ts'
import { desktop, type Look, phone, Visitor } from './visitor.ts'

const stage = setStage()

async function arrive(look: Look = desktop): Promise<Visitor> {
  const visitor = await stage.arrive(look)
  await visitor.signIn(stage.access.admin)
  return visitor
}

const hourMs = 3_600_000
const robin = { name: 'Robin Marshall', email: 'robin@marshall.example' }
const atWork = { name: 'Robin Marshall', email: 'r.marshall@marshall.example' }

describe('somebody who booked under two addresses', () => {
  it('is found, merged with the fields chosen, seen with all calls and money together, and made two again', async () => {
    const hostEmail = stage.access.closer.email
    await bookCall(stage.access, { ...robin, hostEmail, scheduledAt: new Date(Date.now() - 50 * hourMs) })
    await bookCall(stage.access, { ...atWork, hostEmail, scheduledAt: new Date(Date.now() - 2 * hourMs) })
    await pay(stage.access, { ...atWork, amountMinor: 130_000, currency: 'usd' })

    const nora = await arrive()
    const { page } = nora
    const duplicates = page.getByRole('list', { name: 'Likely duplicates' })
    const merge = duplicates.getByRole('button', { name: 'Merge Robin Marshall and Robin Marshall' })
    await expect
      .poll(
        async () => {
          await nora.open('/leads?tab=duplicates')
          return [await merge.count(), await duplicates.getByText('$1,300.00').count()]
        },
        { timeout: 40_000 },
      )
      .toEqual([1, 1])
    await expect.poll(() => duplicates.textContent()).toContain('The same name, with addresses at marshall.example')
    expect(await nora.accessibilityProblems()).toEqual([])

    await merge.click()
    const dialog = page.getByRole('dialog', { name: 'Merge two leads' })
    await dialog.getByText('1 call and').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    const stays = (await dialog.getByRole('radio', { name: robin.email }).isChecked()) ? robin : atWork
    const goes = stays === robin ? atWork : robin
    await dialog.getByRole('radio', { name: goes.email }).check()
    await dialog.getByRole('button', { name: 'Merge into Robin Marshall' }).click()
    await page.getByText('Robin Marshall is now part of Robin Marshall').waitFor()
    await expect.poll(() => merge.count()).toBe(0)

    // One lead, who goes by the address that was chosen; their two calls and their money stand together.
    await nora.open('/leads?q=Robin+Marshall')
    await page.getByText('1 lead', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Robin Marshall' }).click()
    const panel = page.getByRole('region', { name: 'Robin Marshall' })
    await panel.getByText(goes.email).first().waitFor()
    await expect.poll(() => panel.getByRole('list', { name: 'Calls' }).getByRole('listitem').count()).toBe(2)
    await expect.poll(() => panel.getByRole('list', { name: 'Payments' }).textContent()).toContain('$1,300.00')
    await panel.getByText('Merged by').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])

    await panel.getByRole('button', { name: 'Undo the merge' }).click()
    await page.getByText('Robin Marshall is a lead of their own again').waitFor()
    await nora.open('/leads?q=Robin+Marshall')
    await page.getByText('2 leads', { exact: true }).waitFor()
    await nora.open('/leads?tab=duplicates')
    await expect.poll(() => merge.count()).toBe(1)

    // They are said to be two, and that can be taken back.
    await duplicates.getByRole('button', { name: 'Robin Marshall and Robin Marshall are not the same' }).click()
    await page.getByText('Robin Marshall and Robin Marshall are two people').waitFor()
    await expect.poll(() => merge.count()).toBe(0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => merge.count()).toBe(1)
    expect(nora.complaints).toEqual([])
  })
})

describe('a lead', () => {
  it('has a page of their own, to which their call and their payment lead, on a phone too', async () => {
    const nora = await arrive(phone)
    const { page } = nora
    await nora.open('/leads?paid=yes')
    await page.getByRole('list', { name: 'Leads' }).waitFor()
    expect(await nora.overflowPx()).toBeLessThanOrEqual(0)
    expect(await nora.accessibilityProblems()).toEqual([])
    await nora.open('/payments?method=MATCHED_PAST')
    await page.getByRole('list', { name: 'Payments' }).getByRole('button').first().click()
    await page.locator('a[href^="/leads/"]').first().click()
    await page.getByRole('heading', { name: 'Timeline' }).waitFor()
    await page.getByText('Payment received').first().waitFor()
    expect(await nora.overflowPx()).toBeLessThanOrEqual(0)
    expect(await nora.accessibilityProblems()).toEqual([])
    expect(nora.complaints).toEqual([])
  })
})
