import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { type DemoDatabase, openDatabase } from './demo-database.ts'
import { bookCall, pay } from './providers.ts'
import { desktop } from './visitor.ts'

const stage = setStage()
let database: DemoDatabase
beforeAll(() => {
  database = openDatabase(stage.folder)
})
afterAll(() => database.close())

const hourMs = 3_600_000

/** Booked under one address, paid from another: no rule finds the call. */
const lead = { name: 'Quentin Abernathy', email: 'quentin.abernathy@work.example' }
const payer = {
  name: 'Quentin Abernathy',
  email: 'quentin.abernathy@home.example',
  amountMinor: 170_055,
  currency: 'usd',
}

interface Credit {
  method: string
  locked: boolean
  closer: string | null
  lead: string | null
  shares: string[]
  decisions: string[]
}

/** The credit as the database has it. */
async function stored(): Promise<Credit> {
  const [row] = await database.read(
    `select p.attribution_method as method, p.attribution_locked as locked, c.name as closer, l.name as lead,
       array(select coalesce(sc.name, ss.name) || ' ' || s.percent || '% ' || share_of(p.amount_minor, s.percents, s.position)
         from payment_shares s left join closers sc on sc.id = s.closer_id left join setters ss on ss.id = s.setter_id
         where s.payment_id = p.id order by s.role, s.position) as shares,
       array(select d.method from attribution_decisions d where d.payment_id = p.id order by d.decided_at, d.id) as decisions
     from payments p left join closers c on c.id = p.closer_id left join events e on e.id = p.event_id left join leads l on l.id = e.lead_id
     where p.customer_email = $1`,
    [payer.email],
  )
  return row as Credit & Record<string, unknown>
}

describe('a payment that no rule could credit', () => {
  it('is found by an admin, credited by a suggestion, split, and undone step by step', async () => {
    await bookCall(stage.access, {
      ...lead,
      hostEmail: stage.access.closer.email,
      scheduledAt: new Date(Date.now() - 3 * hourMs),
    })
    await pay(stage.access, payer)
    const paid = async () =>
      (await database.read('select 1 from payments where customer_email = $1', [payer.email])).length
    await expect.poll(paid).toBe(1)
    expect(await stored()).toMatchObject({ method: 'none', closer: null, decisions: ['none'] })

    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    await nora.open('/payments')
    await nora.page.getByRole('link', { name: /^Not credited/ }).click()
    await nora.page
      .getByRole('link', { name: payer.email })
      .or(nora.page.getByRole('link', { name: payer.name }))
      .first()
      .click()
    const panel = nora.page.getByRole('region', { name: new RegExp(`${payer.email}|${payer.name}`) })
    const credit = sectionOf(panel, 'Credit')

    // The call is suggested, with what speaks for it.
    const suggestions = panel.getByRole('list', { name: 'Suggested calls' })
    const suggestion = suggestions.getByRole('listitem').filter({ hasText: lead.name }).first()
    await suggestion.waitFor()
    await expect.poll(() => suggestion.textContent()).toContain('The same name before the @: quentin.abernathy')
    expect(await nora.accessibilityProblems()).toEqual([])

    // One click credits it.
    await suggestion.getByRole('button', { name: `Credit to the call with ${lead.name}` }).click()
    await credit.getByText('Locked', { exact: true }).waitFor()
    await panel.getByText('A person decided it.').waitFor()
    expect(await stored()).toMatchObject({
      method: 'manual',
      locked: true,
      closer: 'Maya Okafor',
      lead: lead.name,
      shares: [],
      decisions: ['none', 'manual'],
    })

    // It is split by the keyboard: two shares always add to the whole.
    await credit.getByRole('button', { name: 'Change the credit' }).click()
    const form = panel.getByRole('form', { name: 'Credit by hand' })
    await form.getByRole('radio', { name: new RegExp('Credited now') }).check()
    await form.getByRole('button', { name: 'Split between closers' }).click()
    await form.getByRole('button', { name: /^Closer 2/ }).click()
    await nora.page.getByRole('option', { name: 'Ben Adler' }).click()
    const first = form.getByRole('spinbutton', { name: 'Percent of closer 1' })
    await first.fill('67')
    await expect.poll(() => form.getByRole('spinbutton', { name: 'Percent of closer 2' }).inputValue()).toBe('33')
    expect(await nora.accessibilityProblems()).toEqual([])
    await first.press('Enter')
    const shares = panel.getByRole('table', { name: 'Shares' })
    await shares.waitFor()
    await expect
      .poll(() => shares.getByRole('row').allTextContents())
      .toEqual(['Split amongAsShareNet', 'Maya OkaforCloser67%$1,139.37', 'Ben AdlerCloser33%$561.18'])
    expect(await stored()).toMatchObject({
      method: 'manual',
      closer: 'Maya Okafor',
      shares: ['Maya Okafor 67% 113937', 'Ben Adler 33% 56118'],
      decisions: ['none', 'manual', 'manual'],
    })

    // Undone once, the whole is Maya's again; undone again, it is nobody's. Nothing is taken out of its history.
    await credit.getByRole('button', { name: 'Undo' }).click()
    await shares.waitFor({ state: 'detached' })
    await expect.poll(stored).toMatchObject({
      method: 'manual',
      closer: 'Maya Okafor',
      shares: [],
      decisions: ['none', 'manual', 'manual', 'manual'],
    })
    await credit.getByRole('button', { name: 'Undo' }).click()
    await credit.getByText('Not credited', { exact: true }).waitFor()
    await expect.poll(stored).toMatchObject({
      method: 'none',
      locked: false,
      closer: null,
      shares: [],
      decisions: ['none', 'manual', 'manual', 'manual', 'none'],
    })
    const history = panel.getByRole('list', { name: 'Decisions, newest first' })
    await expect.poll(() => history.getByRole('listitem').count()).toBe(5)
    expect(nora.complaints).toEqual([])
  })
})

describe('a period that is credited again', () => {
  it('shows an admin first what would change, and changes nothing until then', async () => {
    const decisions = async () => (await database.read('select count(*)::int as n from attribution_decisions'))[0]?.n
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    await nora.open('/settings?tab=organization')
    const window = nora.page.getByLabel('Attribution window')
    await window.waitFor()
    // Another than it is: asked once more, it is changed again.
    await window.fill((await window.inputValue()) === '1' ? '2' : '1')
    await window.press('Enter')
    await nora.page.getByRole('button', { name: 'Re-run credits…' }).click()
    const dialog = nora.page.getByRole('dialog', { name: 'Re-run credits' })
    // So many payments go step by step, and are found again when the dialog was closed meanwhile.
    await dialog.getByRole('button', { name: 'Look at what would change' }).click()
    await dialog.getByText(/asked for by/i).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await dialog.waitFor({ state: 'detached' })
    await nora.page.getByRole('button', { name: 'Re-run credits…' }).click()
    await dialog.getByText(/would be credited otherwise/).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    const before = Number(await decisions())
    const apply = dialog.getByRole('button', { name: /^Credit [\d,]+ again$/ })
    const count = Number(/[\d,]+/.exec((await apply.textContent()) ?? '')?.[0].replaceAll(',', ''))
    expect(count).toBeGreaterThan(0)
    await apply.click()
    await dialog.getByText('Done.').waitFor()
    expect(Number(await decisions()) - before).toBe(count)
    expect(await nora.accessibilityProblems()).toEqual([])
    expect(nora.complaints).toEqual([])
  })
})

/** A section of the panel by its heading. */
const sectionOf = (panel: Locator, heading: string): Locator =>
  panel.locator('section').filter({ has: panel.page().getByRole('heading', { name: heading, exact: true }) })
