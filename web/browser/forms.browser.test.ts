import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { callsOf, enterPortal, makePortalLink } from './portal-link.ts'
import { desktop, phone } from './visitor.ts'

const stage = setStage()

const formOf = (page: Page) => page.getByRole('form', { name: 'Post-call form' })

const answer = (page: Page, question: string | RegExp, choice: string) =>
  formOf(page).getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice }).click()

describe('the organization’s post-call form', () => {
  it('is built by an admin, filed by a rep on a phone, amended, and shown with what the amendment changed', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    await nora.open('/settings?tab=form')
    const { page } = nora
    await page.getByText(/is in force/).waitFor()

    // A choice, and a field that is asked for one of its answers.
    await page.getByRole('button', { name: 'Add a field' }).click()
    await page.getByRole('menuitem', { name: 'One choice' }).click()
    await page.getByRole('textbox', { name: 'Question' }).fill('Main objection')
    await page.getByRole('textbox', { name: 'Option 1' }).fill('Price')
    await page.getByRole('textbox', { name: 'Option 2' }).fill('Timing')
    await page.getByRole('checkbox', { name: 'Has to be answered' }).click()
    await page.getByRole('button', { name: 'Add a field' }).click()
    await page.getByRole('menuitem', { name: 'Money' }).click()
    await page.getByRole('textbox', { name: 'Question' }).fill('Their budget')
    await page.getByRole('button', { name: /^Shown: / }).click()
    await page.getByRole('option', { name: /Main objection/ }).click()
    await page.getByRole('group', { name: 'with any of' }).getByRole('checkbox', { name: 'Price' }).click()

    // Beside it the form is asked as a rep will be, at once.
    const preview = page.getByRole('region', { name: 'Preview' })
    expect(await preview.getByLabel(/Their budget/).count()).toBe(0)
    await preview.getByRole('radio', { name: 'Price' }).click()
    await preview.getByLabel(/Their budget/).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    expect(await nora.overflowPx()).toBe(0)

    // What is not saved is asked about before it is left, and kept.
    await page.getByRole('link', { name: 'Packages' }).click()
    await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Leave' }).click()
    await page.getByRole('heading', { name: 'Packages' }).first().waitFor()
    await page.getByRole('link', { name: 'Post-call form' }).click()
    const save = page.getByRole('button', { name: /^Save version/ })
    const version = (await save.innerText()).replace(/\D/g, '')
    await save.click()
    await page.getByText(`Version ${version} is in force`).first().waitFor()

    // The rep, on a phone, by a link.
    const link = await makePortalLink(nora, 'Maya Okafor')
    const maya = await stage.arrive({ ...phone, widthPx: 360 })
    await enterPortal(maya, link)
    const { due } = await callsOf(maya)
    await maya.go(due)
    await answer(maya.page, 'Did the call take place?', 'Yes')
    await answer(maya.page, /show up/, 'Yes')
    await answer(maya.page, 'Was an offer made?', 'No')
    await formOf(maya.page).getByRole('button', { name: 'Submit form' }).click()
    await formOf(maya.page).getByText('“Main objection” has to be answered').waitFor()
    await formOf(maya.page).getByRole('radio', { name: 'Price' }).click()
    await formOf(maya.page)
      .getByLabel(/Their budget/)
      .fill('1,500')
    expect(await maya.overflowPx()).toBe(0)
    expect(await maya.accessibilityProblems()).toEqual([])
    await formOf(maya.page).getByRole('button', { name: 'Submit form' }).click()
    await maya.page.getByText('The lead showed up. No offer was made.').first().waitFor()
    await maya.page.getByText('$1,500.00').waitFor()

    // She amends it: the field that the new answer hides goes with it.
    await maya.page.getByRole('button', { name: 'Amend form' }).click()
    await formOf(maya.page).getByRole('radio', { name: 'Timing' }).click()
    expect(
      await formOf(maya.page)
        .getByLabel(/Their budget/)
        .count(),
    ).toBe(0)
    await formOf(maya.page).getByRole('button', { name: 'Amend form' }).click()
    await maya.page.getByText(/^Amended by/).waitFor()
    expect(maya.complaints).toEqual([])

    // The admin sees it with its history.
    await nora.open(due.replace(/^\/portal/, ''))
    const section = page.getByRole('region', { name: 'Post-call form' })
    await section.getByText('2 versions').click()
    const history = section.getByRole('list', { name: 'Versions' })
    await history.getByText('Price', { exact: true }).waitFor()
    const changed = await history.getByRole('listitem').first().innerText()
    expect(changed).toContain('Amended by Maya Okafor')
    expect(changed).toContain('Main objection: Price Timing')
    expect(changed).toContain('Their budget: $1,500.00 taken out')
    expect(await nora.accessibilityProblems()).toEqual([])

    // An admin who files in a closer's place is told whose call it is.
    await section.getByRole('button', { name: 'Amend form' }).click()
    await section.getByText('You file this for Maya Okafor').waitFor()
    expect(nora.complaints).toEqual([])
  })
})
