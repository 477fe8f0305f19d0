import { expect, it, vi } from 'vitest'
import type { Change } from '../../../kernel/activity-feed.ts'
import { Follower } from './follower.ts'

const change = (id: string, more: Partial<Change> = {}): Change => ({
  kind: 'booking',
  id,
  at: '2026-11-21T12:00:00.000Z',
  formerReps: [],
  ...more,
})
const told = (...changes: Change[]) => ({ changes, missed: false })

it('takes what waits at once, each record once, as it last was and with all whose it ever was', async () => {
  const follower = new Follower(() => undefined)
  follower.tell(told(change('a', { formerReps: ['cleo'] }), change('b')))
  follower.tell(told(change('a', { at: '2026-11-21T12:00:01.000Z', formerReps: ['otto'] })))
  const { value } = await follower.next()
  expect(value?.changes).toEqual([change('a', { at: '2026-11-21T12:00:01.000Z', formerReps: ['cleo', 'otto'] }), change('b')])
})

it('tells apart a call and a payment of the same id', async () => {
  const follower = new Follower(() => undefined)
  follower.tell(told(change('a'), change('a', { kind: 'payment' })))
  expect((await follower.next()).value?.changes).toHaveLength(2)
})

it('waits for what comes next', async () => {
  const follower = new Follower(() => undefined)
  const next = follower.next()
  follower.tell(told())
  follower.tell(told(change('a')))
  expect((await next).value?.changes).toEqual([change('a')])
})

it('says only that something was missed, once more waits than can be kept', async () => {
  const follower = new Follower(() => undefined)
  follower.tell(told(...Array.from({ length: 5_001 }, (_, nth) => change(String(nth)))))
  expect((await follower.next()).value).toEqual({ changes: [], missed: true })
})

it('ends at once, also while somebody waits, and says so once', async () => {
  const onEnd = vi.fn()
  const follower = new Follower(onEnd)
  const next = follower.next()
  await follower.return()
  await follower.return()
  expect(await next).toEqual({ done: true, value: undefined })
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(follower)
})
