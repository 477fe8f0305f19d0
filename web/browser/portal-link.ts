import { expect } from 'vitest'
import type { Visitor } from './visitor.ts'

/** The admin opens somebody on the team page, a closer unless told otherwise, and makes a link; answers what stands after the server's address. */
export async function makePortalLink(nora: Visitor, name: string, list = '/team'): Promise<string> {
  await nora.open(list)
  await nora.page.getByText(name).first().click()
  await nora.page.getByRole('button', { name: 'Create link' }).click()
  const asked = nora.page.getByRole('dialog', { name: `A portal link for ${name}` })
  await asked.getByRole('button', { name: 'Create link' }).click()
  const made = nora.page.getByRole('dialog', { name: `Send this link to ${name}` })
  const url = (await made.getByText(/\/portal\/open#/).textContent()) ?? ''
  expect(await nora.accessibilityProblems()).toEqual([])
  await made.getByRole('button', { name: 'Done' }).click()
  return url.slice(new URL(url).origin.length)
}

/** Opens the portal by a link. */
export async function enterPortal(visitor: Visitor, link: string): Promise<void> {
  await visitor.go(link)
  await visitor.page.getByRole('heading', { name: 'Recent calls' }).waitFor()
}

/** The addresses of two calls on the page of today: one whose form is due, and one whose form was filed. */
export async function callsOf(visitor: Visitor): Promise<{ due: string; filed: string }> {
  const addressOf = async (name: string, link: ReturnType<Visitor['page']['getByRole']>) => {
    const address = await link.first().getAttribute('href')
    if (!address) throw new Error(`There is no call with ${name}.`)
    return address
  }
  const { page } = visitor
  return {
    due: await addressOf('a form that is due', page.getByRole('link', { name: /^File form/ })),
    filed: await addressOf('a form', page.getByRole('region', { name: 'Recent calls' }).getByRole('link')),
  }
}
