import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { desktop, phone, type Visitor } from './visitor.ts'

const stage = setStage()

/** Does something after which the page is told by the server what happens, and waits until it is. */
async function untilTold(page: Page, act: () => Promise<unknown>): Promise<void> {
  const told = new Promise<void>((resolve) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        if (String(payload).includes('connection_ack')) resolve()
      }),
    )
  })
  await act()
  await told
}

/** Asks the API from a page, as the page itself does. */
async function ask<Data>({ page }: Visitor, query: string, variables: object = {}): Promise<Data> {
  const answer = await page.evaluate(async (body) => {
    const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    return response.text()
  }, JSON.stringify({ query, variables }))
  const { data, errors } = JSON.parse(answer) as { data: Data; errors?: unknown }
  if (errors) throw new Error(answer)
  return data
}

interface Due {
  events: { nodes: { id: string }[] }
}

/** Files a form that is due, in a browser of one’s own. */
async function fileOne(visitor: Visitor): Promise<void> {
  const { events } = await ask<Due>(visitor, '{ events(first: 1, filter: { overdue: true }) { nodes { id } } }')
  const [call] = events.nodes
  if (!call) throw new Error('The demo has left no form to file')
  await ask(
    visitor,
    `mutation ($eventId: ID!) { submitPostCallForm(input: { eventId: $eventId, callOccurred: true, leadShowed: true,
       offerMade: false, dealClosed: false }) { event { id } } }`,
    { eventId: call.id },
  )
}

const overdueOn = ({ page }: Visitor) => page.getByRole('region', { name: 'Overdue forms' })

/** How many forms the open dashboard says are due. */
const formsDue = async (visitor: Visitor): Promise<number> =>
  Number(/\d[\d,]*/.exec((await overdueOn(visitor).innerText()).replace(/^Overdue forms\s*/, ''))?.[0].replace(',', ''))

describe('an open dashboard', () => {
  it('is told of a form that a rep files elsewhere, and shows it long before it would look again by itself', async () => {
    const [nora, rep] = [await stage.arrive(desktop), await stage.arrive(phone)]
    await untilTold(nora.page, () => nora.signIn(stage.access.admin))
    await rep.signIn(stage.access.closer)
    await overdueOn(nora).waitFor()
    const before = await formsDue(nora)
    await fileOne(rep)
    await expect.poll(() => formsDue(nora)).toBe(before - 1)
    expect(nora.complaints).toEqual([])
  })

  it('that was cut off comes back, and shows what happened meanwhile', async () => {
    const [nora, other] = [await stage.arrive(desktop), await stage.arrive(phone)]
    const cuts: (() => Promise<unknown>)[] = []
    await nora.page.routeWebSocket(/\/graphql$/, (socket) => {
      const server = socket.connectToServer()
      cuts.push(() => Promise.all([socket.close({ code: 1012 }), server.close()]))
    })
    await nora.signIn(stage.access.admin)
    await other.signIn(stage.access.admin)
    await overdueOn(nora).waitFor()
    await expect.poll(() => cuts.length).toBe(1)
    const before = await formsDue(nora)
    await cuts[0]?.()
    await fileOne(other)
    await expect.poll(() => formsDue(nora)).toBe(before - 1)
    expect(cuts).toHaveLength(2)
  })
})

describe('the page of overdue forms', () => {
  it('reminds a closer, who gets one mail, and turns on the daily one', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    await nora.open('/calls/overdue')
    const closers = nora.page.getByRole('table', { name: 'Closers with forms due' })
    await closers.waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    const remind = closers.getByRole('button', { name: /^Remind / }).first()
    const name = ((await remind.textContent()) ?? '').replace(/^Remind\s*/, '')
    await remind.click()
    await nora.page.getByText(`${name} was reminded`).waitFor()
    await closers.getByRole('button', { name: `Remind ${name}` }).waitFor({ state: 'detached' })
    await closers.getByRole('row').filter({ hasText: name }).getByText('Reminded', { exact: true }).waitFor()
    await nora.page.getByRole('switch', { name: 'Remind closers every day' }).click()
    await nora.page.getByText('From', { exact: true }).waitFor()

    // A closer's name narrows the list to their calls; what is searched for narrows it too.
    await closers.getByRole('link', { name }).click()
    await nora.page.getByText(`Of ${name}`).waitFor()
    await nora.page.getByRole('searchbox', { name: 'Search overdue forms' }).fill('nobody of this name')
    await nora.page.getByText('No form like that is due').waitFor()
    await nora.page.getByRole('button', { name: 'Show all' }).click()
    await nora.page.getByRole('grid', { name: 'Overdue forms' }).waitFor()
    expect(nora.complaints).toEqual([])

    await nora.open('/mailbox')
    await nora.page
      .getByText(/post-call forms? (is|are) due/)
      .first()
      .waitFor()
  })

  it('fits a phone', async () => {
    const nora = await stage.arrive(phone)
    await nora.signIn(stage.access.admin)
    await nora.open('/calls/overdue')
    await nora.page.getByRole('table', { name: 'Closers with forms due' }).waitFor()
    expect(await nora.overflowPx()).toBe(0)
    expect(await nora.accessibilityProblems()).toEqual([])
  })
})
