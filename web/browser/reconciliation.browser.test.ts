import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { type DemoDatabase, openDatabase } from './demo-database.ts'
import { bookCall, pay } from './providers.ts'
import { desktop, phone, Visitor } from './visitor.ts'

const stage = setStage()
let database: DemoDatabase
beforeAll(() => {
  database = openDatabase(stage.folder)
})
afterAll(() => database.close())

const hourMs = 3_600_000

/** Amounts that are nobody's in the demo: Wanda wired it, Dorian paid less than was reported, Rex never paid, Sol's wife paid. */
const reported = [
  { name: 'Wanda Lindqvist', amount: '1111.11' },
  { name: 'Dorian Vasquez', amount: '2222.22' },
  { name: 'Rex Holloway', amount: '3333.33' },
  { name: 'Sol Abernathy', amount: '4444.44' },
] as const
const wifeEmail = 'luz.montero@elsewhere.example'
const emailOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@reconciled.example`

async function callApi(query: string, variables: object): Promise<void> {
  const answer = await fetch(`${stage.access.url.replace('localhost', '127.0.0.1')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${stage.access.apiKey}` },
    body: JSON.stringify({ query, variables }),
  })
  const text = await answer.text()
  if (!answer.ok || text.includes('"errors"')) throw new Error(text)
}

/** Books a call that is over, and files its form with cash. */
async function reportCash({ name, amount }: (typeof reported)[number]): Promise<void> {
  const email = emailOf(name)
  const scheduledAt = new Date(Date.now() - 3 * hourMs)
  await bookCall(stage.access, { name, email, hostEmail: stage.access.closer.email, scheduledAt })
  const events = () =>
    database.read(
      'select e.id from events e join leads l on l.organization_id = e.organization_id and l.id = e.lead_id where l.email = $1',
      [email],
    )
  await expect.poll(async () => (await events()).length).toBe(1)
  const [event] = await events()
  await callApi(
    `mutation File($input: SubmitPostCallFormInput!) { submitPostCallForm(input: $input) { event { id } } }`,
    {
      input: {
        eventId: event?.id,
        callOccurred: true,
        leadShowed: true,
        offerMade: true,
        dealClosed: true,
        paymentType: 'PIF',
        cashCollected: { amount, currency: 'USD' },
      },
    },
  )
}

/** How each report stands, by its lead. */
async function stored(name: string): Promise<{ reconciliation: string | null; paidBy: string | null }> {
  const [row] = await database.read(
    `select r.reconciliation, p.customer_email as "paidBy" from payments r join leads l on l.organization_id = r.organization_id and l.id = r.lead_id
     left join payments p on p.organization_id = r.organization_id and p.id = r.matched_payment_id where r.origin = 'form' and l.email = $1`,
    [emailOf(name)],
  )
  return row as { reconciliation: string | null; paidBy: string | null } & Record<string, unknown>
}

const rowOf = (visitor: Visitor, name: string): Locator =>
  visitor.page.getByRole('listitem', { name: new RegExp(name) })
const tab = (visitor: Visitor, name: string): Locator =>
  visitor.page.getByRole('link', { name: new RegExp(`^${name}`) })
const countIn = async (visitor: Visitor, name: string): Promise<number> =>
  Number(((await tab(visitor, name).textContent()) ?? '').replace(/\D/g, ''))

/** The cash collected that the dashboard tells of, exact, in cents. */
async function cashOnDashboard(visitor: Visitor): Promise<number> {
  await visitor.open('/')
  const figure = visitor.page.getByRole('link', { name: /^Cash collected/ }).locator('[title^="$"]')
  return Math.round(Number((await figure.first().getAttribute('title'))?.replace(/[$,]/g, '')) * 100)
}

describe('reported cash and what came in', () => {
  it('are reconciled by an admin, one of each kind, one of them undone, and the dashboard follows', async () => {
    for (const report of reported) await reportCash(report)
    await pay(stage.access, {
      name: 'Dorian Vasquez',
      email: emailOf('Dorian Vasquez'),
      amountMinor: 212_222,
      currency: 'usd',
    })
    await pay(stage.access, {
      name: 'Luz Montero',
      email: wifeEmail,
      amountMinor: 444_444,
      currency: 'usd',
    })
    const told = async () =>
      (
        await database.read("select 1 from payments where origin = 'processor' and customer_email in ($1, $2)", [
          emailOf('Dorian Vasquez'),
          wifeEmail,
        ])
      ).length
    await expect.poll(told).toBe(2)

    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const before = await cashOnDashboard(nora)
    await nora.page.getByRole('link', { name: 'Reconcile it' }).click()
    await nora.page.getByRole('heading', { name: 'Reconciliation' }).waitFor()
    expect(new URL(nora.page.url()).pathname).toBe('/payments/reconciliation')
    await rowOf(nora, 'Wanda Lindqvist').waitFor()
    await expect.poll(() => countIn(nora, 'Reported, unmatched')).toBeGreaterThanOrEqual(reported.length)
    const waiting = await countIn(nora, 'Reported, unmatched')
    expect(await nora.accessibilityProblems()).toEqual([])

    // Paid where no processor tells of it.
    await rowOf(nora, 'Wanda Lindqvist').getByRole('button', { name: 'Off-platform…' }).click()
    const dialog = nora.page.getByRole('dialog')
    await dialog.getByLabel('Note').fill('On the bank statement')
    expect(await nora.accessibilityProblems()).toEqual([])
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    // Behind a dialog there is nothing to find.
    await dialog.waitFor({ state: 'hidden' })
    await rowOf(nora, 'Wanda Lindqvist').waitFor({ state: 'detached' })
    expect(await stored('Wanda Lindqvist')).toMatchObject({ reconciliation: 'confirmed' })

    // It never came in.
    await rowOf(nora, 'Rex Holloway').getByRole('button', { name: 'Reject…' }).click()
    await dialog.getByRole('button', { name: 'Reject' }).click()
    await dialog.getByText('Say why').waitFor()
    await dialog.getByLabel('Reason').fill('The card was declined')
    await dialog.getByRole('button', { name: 'Reject' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await rowOf(nora, 'Rex Holloway').waitFor({ state: 'detached' })
    await expect.poll(() => countIn(nora, 'Reported, unmatched')).toBe(waiting - 2)

    // What a processor told of, paid by the buyer's wife.
    await tab(nora, 'Processor, unmatched').click()
    const wife = rowOf(nora, wifeEmail)
    await wife.getByText('Sol Abernathy').waitFor()
    await wife.getByRole('button', { name: 'Same money' }).click()
    await wife.waitFor({ state: 'detached' })
    expect(await stored('Sol Abernathy')).toMatchObject({ reconciliation: 'matched', paidBy: wifeEmail })

    // Another amount than was reported; taken for the same money, and undone at once.
    await tab(nora, 'Amounts that differ').click()
    const differing = rowOf(nora, 'Dorian Vasquez')
    await differing.getByText('100.00 USD less').waitFor()
    await differing.getByRole('button', { name: 'Same money' }).click()
    await differing.waitFor({ state: 'detached' })
    expect(await stored('Dorian Vasquez')).toMatchObject({
      reconciliation: 'matched',
      paidBy: emailOf('Dorian Vasquez'),
    })
    await nora.page
      .getByRole('listitem')
      .filter({ hasText: 'Matched: the two count once' })
      .getByRole('button', { name: 'Undo' })
      .last()
      .click()
    await differing.waitFor()
    expect(await stored('Dorian Vasquez')).toMatchObject({ reconciliation: null, paidBy: null })
    await differing.getByRole('button', { name: 'Same money' }).click()
    await differing.waitFor({ state: 'detached' })

    // Of all that was told, once: less what was rejected, and what was reported of money that came in.
    await expect.poll(() => cashOnDashboard(nora)).toBe(before - 333_333 - 444_444 - 222_222)

    // A decision is undone from the payment's own page, too.
    const [rex] = await database.read(
      `select r.id from payments r join leads l on l.organization_id = r.organization_id and l.id = r.lead_id where l.email = $1`,
      [emailOf('Rex Holloway')],
    )
    await nora.open(`/payments/${String(rex?.id)}`)
    const section = nora.page.getByRole('region', { name: 'Reported cash' })
    await section.getByText('Rejected: it counts nowhere.').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await section.getByRole('button', { name: 'Undo' }).click()
    await section.getByText('No payment stands for it yet').waitFor()
    expect(await stored('Rex Holloway')).toMatchObject({ reconciliation: null })
    expect(nora.complaints).toEqual([])
  })

  it('can be reconciled on a phone', async () => {
    const nora = await stage.arrive(phone)
    await nora.signIn(stage.access.admin)
    await nora.open('/payments/reconciliation')
    await nora.page.getByRole('button', { name: 'Reject…' }).first().waitFor()
    expect(await nora.overflowPx()).toBeLessThanOrEqual(0)
    expect(await nora.accessibilityProblems()).toEqual([])
  })
})
