import { Person } from './person.ts'
import type { RunningApp } from './running-app.ts'

/** A link as its maker was shown it. */
export interface MadeLink {
  id: string
  url: string
  token: string
}

/** Makes a portal link as an admin does. */
export async function makePortalLink(admin: Person, input: object): Promise<MadeLink> {
  const { createPortalLink } = await admin.ask<{ createPortalLink: { portalLink: { id: string }; url: string } }>(
    `mutation ($input: CreatePortalLinkInput!) { createPortalLink(input: $input) { portalLink { id } url } }`,
    { input },
  )
  const { portalLink, url } = createPortalLink
  return { id: portalLink.id, url, token: new URL(url).hash.slice(1) }
}

/** Posts a token as the portal's page does; `headers` takes the place of what a browser would send. */
export const openLink = (app: RunningApp, token: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${app.url}/portal/session`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: app.origin,
      'sec-fetch-site': 'same-origin',
      'user-agent': 'A phone',
      ...headers,
    },
    body: typeof token === 'string' ? JSON.stringify({ token }) : JSON.stringify(token),
  })

/** The cookie that an answer sets, as a browser sends it back. */
export const cookieOf = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

/** Whoever came by a link: their browser, with the portal's cookie. */
export async function enterByLink(app: RunningApp, token: string): Promise<Person> {
  const answer = await openLink(app, token)
  if (answer.status !== 200) throw new Error(`The link was answered ${answer.status}: ${await answer.text()}`)
  return new Person(app.url, { cookie: cookieOf(answer), 'x-portal': '1' })
}

/** Puts somebody on the roster. */
export async function addToRoster(admin: Person, kind: 'Closer' | 'Setter', name: string, email: string | null = null): Promise<string> {
  const made = await admin.ask<Record<string, Record<string, { id: string }>>>(
    `mutation ($input: Create${kind}Input!) { create${kind}(input: $input) { ${kind.toLowerCase()} { id } } }`,
    { input: { name, email } },
  )
  return made[`create${kind}`]?.[kind.toLowerCase()]?.id ?? ''
}
