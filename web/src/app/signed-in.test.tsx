import { ApolloProvider } from '@apollo/client/react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router'
import { useEffect } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../apollo/client.ts'
import { TooltipProvider } from '../components/tooltip.tsx'
import { useViewer } from '../lib/viewer.ts'
import { startAnswering, type AnsweringServer } from '../test/answering-server.ts'
import { setViewport } from '../test/browser.ts'
import { chooseOrganization, chosenOrganizationId, recallOrganization } from './chosen-organization.ts'
import { SignedIn } from './signed-in.tsx'

const [first, second] = ['01936f3e-0000-7000-8000-000000000001', '01936f3e-0000-7000-8000-000000000002'] as const
const names: Readonly<Record<string, string>> = { [first]: 'Kestrel Academy', [second]: 'Second Co' }

/** What the server says of whom, by the organization that a request names. */
let why: Readonly<Record<string, string>>
/** The organization that demands a second step which the person has not. */
let wanting: string | null
let asked: { operation: string; organizationId: string | undefined }[]
let hold: Promise<void> | null
let server: AnsweringServer

const viewerIn = (id: string | undefined) => {
  const isIn = id !== undefined && names[id] !== undefined && why[id] === undefined
  return {
    __typename: 'Viewer',
    id: 'nora',
    name: 'Nora Whitfield',
    email: 'nora@kestrel.example',
    role: isIn ? (id === first ? 'OWNER' : 'SALES_REP') : null,
    organizationId: isIn ? id : null,
    why: id === undefined ? null : (why[id] ?? null),
    secondFactorWanted: wanting === id,
    permissions: isIn && id === first ? ['MANAGE_ORGANIZATION', 'OWN_ORGANIZATION', 'WRITE_ROSTER'] : [],
    organizations: [first, second].map((each) => ({
      __typename: 'ViewerOrganization',
      id: each,
      name: names[each],
      role: each === first ? 'OWNER' : 'SALES_REP',
      state: why[each] === undefined ? 'ACTIVE' : 'DELETING',
      deleteAfter: null,
    })),
  }
}

const organizationOf = (id: string | undefined) => ({
  organization: {
    __typename: 'Organization',
    id,
    name: names[id ?? ''],
    currency: 'USD',
    timeZone: 'UTC',
    trialEndsAt: null,
    readOnly: id === second,
  },
  overdue: { __typename: 'EventConnection', totalCount: id === first ? 4 : 0 },
})

beforeEach(async () => {
  setViewport(1440)
  sessionStorage.clear()
  localStorage.clear()
  recallOrganization()
  chooseOrganization(first)
  why = {}
  wanting = null
  asked = []
  hold = null
  server = await startAnswering(async ({ headers, body }) => {
    const operation = /"operationName":"(\w+)"/.exec(body)?.[1] ?? ''
    const named = headers['x-organization-id']
    const organizationId = typeof named === 'string' ? named : undefined
    asked.push({ operation, organizationId })
    if (hold) await hold
    return {
      status: 200,
      body: { data: operation === 'SignedIn' ? { viewer: viewerIn(organizationId) } : organizationOf(organizationId) },
    }
  })
})

afterEach(() => server.stop())

let mounts: string[] = []

/** Says where it is and for whom, and when it is shown anew. */
function Page() {
  const { pathname, search } = useLocation()
  const { organization, role } = useViewer()
  useEffect(() => {
    mounts.push(organization.id)
  }, [organization.id])
  return <p aria-label="page">{`${pathname}${search} of ${organization.name} as ${role ?? 'operator'}`}</p>
}

const enter = async (at = '/calls') => {
  mounts = []
  const client = createClient({
    uri: server.uri,
    organizationId: chosenOrganizationId,
    onUnauthenticated: () => undefined,
  })
  const router = createMemoryRouter([{ element: <SignedIn />, children: [{ path: '*', element: <Page /> }] }], {
    initialEntries: [at],
  })
  render(
    <ApolloProvider client={client}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </ApolloProvider>,
  )
  return { user: userEvent.setup(), router }
}

const choose = async (user: ReturnType<typeof userEvent.setup>, name: string) => {
  await user.click(await screen.findByRole('button', { name: /^Organization: / }))
  await user.click(screen.getByRole('menuitemradio', { name }))
}

describe('a person in several organizations', () => {
  it('goes over to another one while the shell stays, on the same page, without the other’s records', async () => {
    const { user } = await enter(`/calls?overdue=1&open=${first}`)
    await screen.findByText(`/calls?overdue=1&open=${first} of Kestrel Academy as OWNER`)
    let release: () => void = () => undefined
    hold = new Promise((resolve) => (release = resolve))
    await choose(user, 'Second Co')
    // While nothing is known of the other one yet, the shell stands and the page of the one before is gone.
    expect(screen.getByRole('button', { name: 'Organization: Second Co' })).toBeTruthy()
    expect(screen.queryByLabelText('page')).toBeNull()
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeTruthy()
    hold = null
    release()
    expect(await screen.findByText('/calls?overdue=1 of Second Co as SALES_REP')).toBeTruthy()
    await vi.waitFor(() => expect(mounts).toEqual([first, second]))
  })

  it('asks the other organization for nothing under the name of the first, and the first for nothing any more', async () => {
    const { user } = await enter()
    await screen.findByLabelText('page')
    asked = []
    await choose(user, 'Second Co')
    await screen.findByText(/of Second Co/)
    expect(asked.map(({ organizationId }) => organizationId)).toEqual(asked.map(() => second))
    expect(asked.map(({ operation }) => operation).sort()).toEqual(['ChosenOrganization', 'SignedIn'])
  })

  it('shows what the other one is: its banner, its pages, none of the first one’s counts', async () => {
    const { user } = await enter()
    expect(await screen.findByRole('link', { name: /^Calls ?4$/ })).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Trial' })).toBeNull()
    await choose(user, 'Second Co')
    await screen.findByText(/of Second Co/)
    expect(screen.getByRole('link', { name: 'Calls' })).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Team' })).toBeNull()
    expect(screen.getByRole('region', { name: 'Trial' }).textContent).toMatch(/^The trial is over\./)
  })

  it('comes back to the organization that was chosen last', async () => {
    const { user } = await enter()
    await choose(user, 'Second Co')
    await screen.findByText(/of Second Co/)
    sessionStorage.clear()
    expect(recallOrganization()).toBe(second)
  })
})

describe('somebody whom their organization does not let in', () => {
  it('reads why, and may open another', async () => {
    why = { [first]: 'This organization is suspended. The bill is not paid.' }
    const { user } = await enter()
    expect(await screen.findByRole('heading', { name: 'Kestrel Academy cannot be opened' })).toBeTruthy()
    expect(screen.getByText('This organization is suspended. The bill is not paid.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Open Second Co' }))
    expect(await screen.findByText(/of Second Co/)).toBeTruthy()
  })

  it('is led to the second step that it demands, and may open another without', async () => {
    // Its code comes on demand; here it need not be waited for.
    await import('./second-factor-wanted.tsx')
    ;[why, wanting] = [{ [first]: 'This organization asks everybody for a second step.' }, first]
    const { user } = await enter()
    expect(await screen.findByRole('heading', { name: 'Kestrel Academy asks for a second step' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Turn on the second step' }))
    expect(await screen.findByRole('dialog', { name: 'Turn on the second step' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    await user.click(screen.getByRole('button', { name: 'Open Second Co' }))
    expect(await screen.findByText(/of Second Co/)).toBeTruthy()
  })

  it('chooses, where nothing was chosen yet', async () => {
    chooseOrganization(null)
    const { user } = await enter()
    expect(await screen.findByRole('heading', { name: 'Choose an organization' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Open Kestrel Academy' }))
    expect(await screen.findByText(/of Kestrel Academy/)).toBeTruthy()
  })

  it('reads that they were removed, if it is not theirs any more', async () => {
    chooseOrganization('01936f3e-0000-7000-8000-000000000009')
    await enter()
    expect(await screen.findByRole('heading', { name: 'You are not a member of that organization' })).toBeTruthy()
  })
})
