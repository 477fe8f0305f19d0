import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { packagesMissaid } from '../../../../test/packages-said.ts'
import { registerReactions } from '../../../app/modules.ts'
import { ClinchError } from '../../../kernel/errors.ts'
import type { Verb } from '../../../kernel/verb.ts'
import { createPackage } from '../../packages/service/create-package.ts'
import { deletePayments } from './delete-payments.ts'
import { matchReport } from './match-report-by-hand.ts'
import { confirmReport, keepReportApart, rejectReport } from './reconcile-reports.ts'
import { reopenReport } from './report-reopen.ts'
import { restorePayments } from './restore-payments.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

/** The calls, with the cash that their forms report in truth, and what that money really was. */
const calls = [
  { who: 'dana', on: 5, minor: 300_000n, truth: 0 },
  { who: 'dana', on: 9, minor: 300_000n, truth: 'wire' },
  { who: 'sam', on: 5, minor: 200_000n, truth: 2 },
  { who: 'sam', on: 8, minor: 100_000n, truth: 'never came' },
] as const
/** The processor's payments: the first is the first call's money, the second other money of the same amount, the third Sam's wife's. */
const told = [
  { who: 'dana', on: 6, minor: 300_000n },
  { who: 'dana', on: 10, minor: 300_000n },
  { who: 'sams-wife', on: 7, minor: 195_000n },
  { who: 'sam', on: 8, minor: 100_000n },
] as const
/** All that was told of, and one wire. */
const realMoney = 300_000n + 300_000n + 195_000n + 100_000n + 300_000n

type Act =
  | { kind: 'report'; call: number; minor: bigint | null; sold?: number | null }
  | { kind: 'pay' | 'deletePayment' | 'restorePayment'; payment: number }
  | { kind: 'match'; call: number; payment: number }
  | { kind: 'keep' | 'confirm' | 'reject' | 'reopen' | 'deleteReport' | 'restoreReport'; call: number }

const index = fc.nat({ max: 3 })
const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    call: index,
    minor: fc.constantFrom(300_000n, 200_000n, 100_000n, null),
    sold: fc.constantFrom(0, 1, null),
  }),
  fc.record({ kind: fc.constantFrom('pay' as const, 'pay' as const, 'deletePayment' as const, 'restorePayment' as const), payment: index }),
  fc.record({ kind: fc.constant('match' as const), call: index, payment: index }),
  fc.record({
    kind: fc.constantFrom(
      'keep' as const,
      'confirm' as const,
      'reject' as const,
      'reopen' as const,
      'deleteReport' as const,
      'restoreReport' as const,
    ),
    call: index,
  }),
)

interface ModelReport {
  minor: bigint | null
  deleted: boolean
  decision: { kind: 'keep' | 'confirm' | 'reject' } | { kind: 'match'; payment: number; turn: number } | null
}

/** What should count, kept as plain sums beside what Clinch does; it knows nothing of its tables. */
class Model {
  readonly reports = calls.map((): ModelReport => ({ minor: null, deleted: false, decision: null }))
  readonly payments = told.map(() => ({ told: false, deleted: false }))
  #turn = 0

  apply(act: Act): void {
    switch (act.kind) {
      case 'pay':
        this.#payment(act.payment).told = true
        return
      case 'deletePayment':
        this.#payment(act.payment).deleted = true
        return
      case 'restorePayment':
        this.#payment(act.payment).deleted = false
        return this.#oneEach()
      case 'deleteReport':
        this.report(act.call).deleted = true
        return
      case 'restoreReport': {
        const report = this.report(act.call)
        const { decision } = report
        // Who has the payment now keeps it.
        if (decision?.kind === 'match' && this.reports.some((other) => other !== report && this.#stand(other) === decision.payment))
          report.decision = null
        report.deleted = false
        return
      }
      case 'report': {
        const report = this.report(act.call)
        if (report.minor !== act.minor) report.decision = null
        report.minor = act.minor
        return
      }
      case 'match':
        if (this.reports.some((other) => this.#stand(other) === act.payment)) throw new Error('A payment was matched twice')
        this.report(act.call).decision = { kind: 'match', payment: act.payment, turn: ++this.#turn }
        return
      case 'reopen':
        this.report(act.call).decision = null
        return
      default:
        this.report(act.call).decision = { kind: act.kind }
    }
  }

  /** The sum of what counts: what came in, and each report that nothing stands for. */
  counted(): bigint {
    const tied = new Set(this.#tiedByRule())
    const came = told.filter((_, nth) => this.#live(nth)).reduce((sum, { minor }) => sum + minor, 0n)
    return this.reports.reduce((sum, report, nth) => {
      const stands = report.decision?.kind === 'reject' || this.#stand(report) !== null || tied.has(nth)
      return sum + (report.minor === null || report.deleted || stands ? 0n : report.minor)
    }, came)
  }

  /** The reports that find a payment of their lead and amount at most three days apart: as many of them as can, each its own. */
  #tiedByRule(): number[] {
    const taken = this.reports.flatMap((report) => this.#stand(report) ?? [])
    const free = told.flatMap((_, nth) => (this.#live(nth) && !taken.includes(nth) ? [nth] : []))
    const open = this.reports.flatMap((report, nth) => (!report.deleted && (report.decision === null || this.#waits(report)) ? [nth] : []))
    return this.#nearest(open, free).reports
  }

  /** Of all ways to tie them the one that ties the most, and of those the one with the least time between. */
  #nearest([nth, ...others]: readonly number[], free: readonly number[]): { reports: number[]; apart: number } {
    if (nth === undefined) return { reports: [], apart: 0 }
    let found = this.#nearest(others, free)
    for (const payment of free) {
      const [call, money] = [calls[nth], told[payment]]
      if (!call || !money || call.who !== money.who || this.report(nth).minor !== money.minor || Math.abs(call.on - money.on) > 3) continue
      const rest = this.#nearest(
        others,
        free.filter((other) => other !== payment),
      )
      const way = { reports: [nth, ...rest.reports], apart: rest.apart + Math.abs(money.on * 24 + 15 - (call.on * 24 + 13)) }
      const more = way.reports.length - found.reports.length
      if (more > 0 || (more === 0 && way.apart < found.apart)) found = way
    }
    return found
  }

  report(nth: number): ModelReport {
    const report = this.reports[nth]
    if (!report) throw new Error('There is no such call')
    return report
  }

  #payment(nth: number) {
    const payment = this.payments[nth]
    if (!payment) throw new Error('There is no such payment')
    return payment
  }

  #live(nth: number): boolean {
    return this.#payment(nth).told && !this.#payment(nth).deleted
  }

  /** The payment that a person matched it with, while both are there. */
  #stand({ decision, deleted }: ModelReport): number | null {
    return decision?.kind === 'match' && !deleted && this.#live(decision.payment) ? decision.payment : null
  }

  #waits({ decision }: ModelReport): boolean {
    return decision?.kind === 'match' && !this.#live(decision.payment)
  }

  /** Of several that waited for one payment, the last decided has it. */
  #oneEach(): void {
    told.forEach((_, nth) => {
      const waiting = this.reports.flatMap((report) =>
        this.#stand(report) === nth && report.decision?.kind === 'match' ? [{ report, turn: report.decision.turn }] : [],
      )
      waiting.sort((a, b) => b.turn - a.turn)
      for (const { report } of waiting.slice(1)) report.decision = null
    })
  }
}

/** Clinch, in an organization of its own. */
class Story {
  readonly #home: TestConnection
  readonly #cash: CallsWithCash
  readonly #events: string[] = []
  readonly #packages: string[] = []
  readonly reports = new Map<number, string>()
  readonly payments = new Map<number, string>()

  private constructor(home: TestConnection) {
    this.#home = home
    this.#cash = new CallsWithCash(test, home)
  }

  static async begin(): Promise<Story> {
    const story = new Story(await makeConnection(test))
    await story.#cash.hirePriya()
    for (const name of ['Growth', 'Starter']) story.#packages.push(await story.#sell(name))
    for (const { who, on } of calls) story.#events.push(await story.#cash.book(who, on))
    return story
  }

  async #sell(name: string): Promise<string> {
    const { admin: actor } = this.#home
    const input = { name, price: { amount: '3000.00', currency: 'USD' }, paidInFull: true }
    return (await as(test.database, actor, (tx) => createPackage({ actor, input, tx }))).id
  }

  /** Does it; false where Clinch refuses. */
  async act(act: Act): Promise<boolean> {
    try {
      await this.#do(act)
      return true
    } catch (error) {
      if (error instanceof ClinchError && error.code !== 'INTERNAL_SERVER_ERROR') return false
      throw error
    }
  }

  async #do(act: Act): Promise<void> {
    if (act.kind === 'report') {
      const packageId = this.#packages[act.sold ?? -1] ?? null
      const id = await this.#cash.report(this.#events[act.call] ?? '', act.minor, { packageId })
      if (id) this.reports.set(act.call, id)
      return
    }
    if (act.kind === 'pay') {
      const { who, minor, on } = told[act.payment] ?? told[0]
      this.payments.set(act.payment, await this.#cash.pay(`pi_${act.payment}`, who, minor, on))
      return
    }
    const reportId = 'call' in act ? (this.reports.get(act.call) ?? nobody) : nobody
    const paymentId = 'payment' in act ? (this.payments.get(act.payment) ?? nobody) : nobody
    switch (act.kind) {
      case 'match':
        return this.#by(matchReport, { reportId, paymentId })
      case 'keep':
        return this.#by(keepReportApart, { reportId })
      case 'confirm':
        return this.#by(confirmReport, { reportId, method: 'wire' as const })
      case 'reject':
        return this.#by(rejectReport, { reportId, reason: 'It never came' })
      case 'reopen':
        return this.#by(reopenReport, { reportId })
      case 'deletePayment':
        return this.#by(deletePayments, { ids: [paymentId], reason: 'Test' })
      case 'deleteReport':
        return this.#by(deletePayments, { ids: [reportId], reason: 'Test' })
      case 'restorePayment':
        return this.#by(restorePayments, { ids: [paymentId] })
      case 'restoreReport':
        return this.#by(restorePayments, { ids: [reportId] })
    }
  }

  async #by<Input>(verb: (call: Verb<Input>) => Promise<unknown>, input: Input): Promise<void> {
    const { admin: actor } = this.#home
    await as(test.database, actor, (tx) => verb({ actor, input, tx }))
  }

  /** The payments whose package is another than what was said of them. */
  missaid = () => packagesMissaid(test, this.#home.organizationId)

  async counted(): Promise<bigint> {
    const [row] = await test.owner<{ sum: bigint }[]>`
      select coalesce(sum(amount_minor), 0)::bigint as sum from payments where organization_id = ${this.#home.organizationId}
        and matched_payment_id is null and withdrawn_at is null and deletion_id is null and reconciliation is distinct from 'rejected'`
    return row?.sum ?? 0n
  }
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** What an admin who knows the truth does in the end, whatever was done before. */
const truthTold: readonly Act[] = [
  ...told.flatMap((_, payment): Act[] => [
    { kind: 'pay', payment },
    { kind: 'restorePayment', payment },
  ]),
  ...calls.flatMap(({ minor }, call): Act[] => [
    { kind: 'restoreReport', call },
    { kind: 'report', call, minor },
    { kind: 'reopen', call },
  ]),
  // First all that is no processor's money is decided, so that the rule lets go of the payments it took for it.
  ...calls.flatMap(({ truth }, call): Act[] =>
    truth === 'wire' ? [{ kind: 'confirm', call }] : truth === 'never came' ? [{ kind: 'reject', call }] : [],
  ),
  ...calls.flatMap(({ truth }, call): Act[] => (typeof truth === 'number' ? [{ kind: 'match', call, payment: truth }] : [])),
]

describe('cash', () => {
  it('is counted once, whatever people and processors do in whatever order, and in the end is the money that there really was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 8, maxLength: 16 }), async (acts) => {
        const story = await Story.begin()
        const model = new Model()
        for (const act of acts) {
          if (await story.act(act)) model.apply(act)
          expect({ after: act, counted: await story.counted(), missaid: await story.missaid() }).toEqual({
            after: act,
            counted: model.counted(),
            missaid: [],
          })
        }
        for (const act of truthTold) await story.act(act)
        expect(await story.counted()).toBe(realMoney)
        expect(await story.missaid()).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 240_000)
})
