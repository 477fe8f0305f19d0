import { beforeEach, describe, expect, it } from 'vitest'
import { noAnswers } from './form-answers.ts'
import { isStuck, outboxOf, type UnsentForm } from './outbox.ts'
import { sendUnsent, type Sending } from './send-unsent.ts'
import { isDue, stumbledOver } from './try-again.ts'

beforeEach(() => {
  localStorage.clear()
})

let people = 0
const freshOutbox = () => outboxOf(`viewer-${(people += 1)}`)

const form = (eventId: string, change: Partial<UnsentForm> = {}): UnsentForm => ({
  eventId,
  leadName: 'Dana Whitfield',
  input: {
    eventId,
    callOccurred: true,
    leadShowed: false,
    offerMade: false,
    dealClosed: false,
    clientMutationId: `sent-${eventId}`,
  },
  draft: { version: 0, answers: noAnswers },
  keptAt: '2026-11-21T15:00:00.000Z',
  problem: null,
  ...change,
})

describe('forms that could not be sent', () => {
  it('are kept on the device, one a call, the last of each', () => {
    const outbox = freshOutbox()
    expect(outbox.put(form('one'))).toBe(true)
    outbox.put(form('two'))
    outbox.put(form('one', { leadName: 'Dana W.' }))
    expect(outbox.all().map(({ eventId, leadName }) => [eventId, leadName])).toEqual([
      ['two', 'Dana Whitfield'],
      ['one', 'Dana W.'],
    ])
    expect(localStorage).toHaveLength(1)
  })

  it('are nobody else’s', () => {
    const outbox = freshOutbox()
    outbox.put(form('one'))
    expect(freshOutbox().all()).toEqual([])
  })

  it('are none where what is kept is not ours', () => {
    localStorage.setItem('clinch.outbox.stranger', '[{"a":1}, 7')
    expect(outboxOf('stranger').all()).toEqual([])
    localStorage.setItem('clinch.outbox.stranger', '[{"a":1}, 7]')
    expect(outboxOf('stranger').all()).toEqual([])
  })

  it('tell who listens, until they listen no more', () => {
    const outbox = freshOutbox()
    let told = 0
    const stop = outbox.subscribe(() => (told += 1))
    outbox.put(form('one'))
    outbox.drop('one')
    stop()
    outbox.put(form('one'))
    expect(told).toBe(2)
  })
})

describe('sending them', () => {
  const answering = (answers: Readonly<Record<string, Sending>>, asked: string[] = []) => {
    return async ({ eventId }: UnsentForm): Promise<Sending> => {
      asked.push(eventId)
      return answers[eventId] ?? { kind: 'sent' }
    }
  }

  it('takes each away that the server has, in their order', async () => {
    const outbox = freshOutbox()
    for (const id of ['one', 'two']) outbox.put(form(id))
    const asked: string[] = []
    const taken = await sendUnsent(outbox, answering({}, asked))
    expect(asked).toEqual(['one', 'two'])
    expect(taken.map(({ eventId }) => eventId)).toEqual(['one', 'two'])
    expect(outbox.all()).toEqual([])
  })

  it('stops where the server cannot be asked, and loses nothing', async () => {
    const outbox = freshOutbox()
    for (const id of ['one', 'two', 'three']) outbox.put(form(id))
    const asked: string[] = []
    await sendUnsent(outbox, answering({ two: { kind: 'unreachable' } }, asked))
    expect(asked).toEqual(['one', 'two'])
    expect(outbox.all().map(({ eventId }) => eventId)).toEqual(['two', 'three'])
  })

  it('goes on with the others where one is not taken for the moment', async () => {
    const outbox = freshOutbox()
    for (const id of ['one', 'two']) outbox.put(form(id))
    const taken = await sendUnsent(outbox, answering({ one: { kind: 'later' } }))
    expect(taken.map(({ eventId }) => eventId)).toEqual(['two'])
    expect(outbox.all()).toEqual([form('one', { stumbled: { times: 1, lastAt: expect.any(String) } })])
  })

  it('leaves one that was taken back while the server stumbled over it', async () => {
    const outbox = freshOutbox()
    outbox.put(form('one'))
    await sendUnsent(outbox, async () => {
      outbox.drop('one')
      return { kind: 'later' }
    })
    expect(outbox.all()).toEqual([])
  })

  it('tries one that the server stumbles over less and less often, and never gives it up', async () => {
    const started = Date.parse('2026-11-21T15:00:00.000Z')
    let waiting = form('one')
    const tries: number[] = []
    for (let second = 0; second <= 7_200; second += 15) {
      const now = new Date(started + second * 1000)
      if (!isDue(waiting, now)) continue
      tries.push(second)
      waiting = stumbledOver(waiting, now)
      expect(isStuck(waiting)).toBe(tries.length >= 3)
    }
    expect(tries).toEqual([0, 15, 30, 90, 210, 450, 930, 1890, 3690, 5490])
    expect(isDue(waiting, new Date(started))).toBe(true)
  })

  it('leaves one alone that is not due', async () => {
    const outbox = freshOutbox()
    for (const id of ['one', 'two']) outbox.put(form(id))
    const asked: string[] = []
    await sendUnsent(outbox, answering({}, asked), ({ eventId }) => eventId === 'two')
    expect(asked).toEqual(['two'])
    expect(outbox.all()).toEqual([form('one')])
  })

  it('keeps a refused one with the reason, sends the others, and does not ask again', async () => {
    const outbox = freshOutbox()
    for (const id of ['one', 'two']) outbox.put(form(id))
    await sendUnsent(outbox, answering({ one: { kind: 'refused', why: 'Somebody else filed this form' } }))
    expect(outbox.all()).toEqual([form('one', { problem: 'Somebody else filed this form' })])
    const asked: string[] = []
    await sendUnsent(outbox, answering({}, asked))
    expect(asked).toEqual([])
  })

  it('leaves one that was changed while it was under way', async () => {
    const outbox = freshOutbox()
    outbox.put(form('one'))
    const changed = form('one', {
      input: { ...form('one').input, notes: 'Moved to Friday', clientMutationId: 'later' },
    })
    const taken = await sendUnsent(outbox, async () => {
      outbox.put(changed)
      return { kind: 'sent' }
    })
    expect(taken).toMatchObject([{ eventId: 'one', stood: false }])
    expect(outbox.all()).toEqual([changed])
  })
})
