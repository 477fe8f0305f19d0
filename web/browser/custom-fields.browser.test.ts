import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { phone } from './visitor.ts'

const stage = setStage()

describe('a field of the organization’s own', () => {
  it('is defined, filled in on a lead, filtered by, and shown as a column', async () => {
    const nora = await stage.arrive({ widthPx: 1440, theme: 'light' })
    await nora.signIn(stage.access.admin)
    const { page } = nora

    await nora.open('/settings?tab=fields')
    const leadFields = page.getByRole('region', { name: 'Lead fields' })
    await leadFields.getByRole('button', { name: 'Add a field' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a field to leads' })
    await dialog.getByRole('textbox', { name: 'Label' }).fill('Warmth')
    await dialog.getByRole('button', { name: 'Holds: Text' }).click()
    await page.getByRole('option', { name: 'One choice' }).click()
    for (const [index, label] of ['Toasty', 'Chilly'].entries()) {
      await dialog.getByRole('button', { name: 'Option', exact: true }).click()
      await dialog.getByRole('textbox', { name: `Option ${index + 1}` }).fill(label)
    }
    await dialog.getByRole('button', { name: 'Colour of Toasty: no colour' }).click()
    await page.getByRole('button', { name: 'Rust' }).click()
    expect(await nora.accessibilityProblems()).toEqual([])
    await dialog.getByRole('button', { name: 'Add field' }).click()
    await leadFields.getByRole('button', { name: 'Change Warmth' }).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])

    await nora.open('/leads')
    const first = page.getByRole('row').getByRole('link').first()
    const name = (await first.textContent()) ?? ''
    await first.click()
    const panel = page.getByRole('region', { name })
    await panel.getByRole('button', { name: 'Edit fields' }).click()
    const values = page.getByRole('dialog', { name: `Fields of ${name}` })
    await values.getByRole('radio', { name: 'Toasty' }).click()
    expect(await nora.accessibilityProblems()).toEqual([])
    await values.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The fields were saved').waitFor()
    await expect.poll(() => panel.getByRole('region', { name: 'Custom fields' }).textContent()).toContain('Toasty')

    await nora.open('/leads')
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('option', { name: 'Warmth' }).click()
    await page.getByRole('option', { name: 'Toasty' }).click()
    await page.getByText('1 lead', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('option', { name: 'Warmth' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('row', { name: /Toasty/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('field')).toBe('warmth:options:toasty')
    expect(await nora.accessibilityProblems()).toEqual([])

    // The address is all that somebody else needs.
    const nick = await stage.arrive(phone)
    await nick.signIn(stage.access.admin)
    await nick.open(new URL(page.url()).pathname + new URL(page.url()).search)
    await nick.page.getByText('1 lead', { exact: true }).waitFor()
    await nick.page.getByText(name).first().waitFor()
    expect(await nick.accessibilityProblems()).toEqual([])
  })

  it('that has to be answered is demanded of who adds a lead, and comes with an import', async () => {
    const nora = await stage.arrive({ widthPx: 1440, theme: 'dark' })
    await nora.signIn(stage.access.admin)
    const { page } = nora
    await nora.open('/settings?tab=fields')
    const leadFields = page.getByRole('region', { name: 'Lead fields' })
    await leadFields.getByRole('button', { name: 'Add a field' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a field to leads' })
    await dialog.getByRole('textbox', { name: 'Label' }).fill('Referred by')
    await dialog.getByRole('switch', { name: 'Required' }).click()
    expect(await nora.accessibilityProblems()).toEqual([])
    await dialog.getByRole('button', { name: 'Add field' }).click()
    await leadFields.getByRole('button', { name: 'Change Referred by' }).waitFor()
    await leadFields.getByText('Text, required').waitFor()

    await nora.open('/leads')
    await page.getByRole('button', { name: 'Add lead' }).click()
    const adding = page.getByRole('dialog', { name: 'Add a lead' })
    await adding.getByRole('textbox', { name: 'Name' }).fill('Wanda Field')
    await adding.getByRole('textbox', { name: 'Email' }).fill('wanda@field.example')
    await adding.getByRole('button', { name: 'Add lead' }).click()
    await adding.getByText('“Referred by” has to be answered').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await adding.getByRole('textbox', { name: 'Referred by' }).fill('Ada')
    await adding.getByRole('button', { name: 'Add lead' }).click()
    await page.getByText('The lead was added').waitFor()
    const panel = page.getByRole('region', { name: 'Wanda Field' })
    await panel.getByRole('region', { name: 'Custom fields' }).getByText('Ada').waitFor()

    await nora.open('/settings?tab=import')
    await page.getByLabel('CSV file').setInputFiles({
      name: 'leads.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Name,Email,Referred by\nWanda,wanda@field.example,Somebody\nZed Field,zed@field.example,Bo\nYan,yan@field.example,\n',
      ),
    })
    await page.getByText(/^1 row has no “Referred by”/).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await page.getByRole('button', { name: 'Import 3 leads' }).click()
    await page.getByText('Imported: 2 leads are new, 1 known already.').waitFor()
    await nora.open('/leads?column=referred_by')
    await page.getByRole('row', { name: /Zed Field.*Bo/ }).waitFor()
    await page.getByRole('row', { name: /Wanda Field.*Ada/ }).waitFor()
    expect(nora.complaints).toEqual([])
  })
})
