import type { FieldDefinition } from '@clinch/schema/fields'
import type { Actor } from '../src/kernel/actor.ts'
import type { SaveFormDefinition } from '../src/modules/forms/service/definition-schemas.ts'
import { saveFormDefinition } from '../src/modules/forms/service/save-form-definition.ts'
import type { SubmitPostCallForm } from '../src/modules/forms/service/schemas.ts'
import { submitPostCallForm } from '../src/modules/forms/service/submit-post-call-form.ts'
import { booking, type BookingStory, inHours, organizeBookings, tellBooking } from './booking-story.ts'
import type { TestDatabase } from './database.ts'
import { as } from './intake.ts'

/** A field of a form, a text unless said; its label is its key. */
export const ownField = (key: string, change: Partial<FieldDefinition> = {}) => ({
  key,
  kind: 'text' as const,
  label: key,
  ...change,
  options: [...(change.options ?? [])],
  shownIf: change.shownIf ? { ...change.shownIf, anyOf: [...change.shownIf.anyOf] } : null,
})

export const options = (...keys: string[]) => keys.map((key) => ({ key, label: key, color: null }))

/** An organization with a form of its own, and calls of Priya's and Marcus's to file it of. */
export class OwnForm {
  readonly test: TestDatabase
  readonly story: BookingStory
  #calls = 0

  private constructor(test: TestDatabase, story: BookingStory) {
    this.test = test
    this.story = story
  }

  static async begin(test: TestDatabase): Promise<OwnForm> {
    return new OwnForm(test, await organizeBookings(test))
  }

  get admin(): Actor {
    return this.story.admin
  }

  /** A closer of the story who came by their link. */
  closer(who: 'priya' | 'omar'): Actor {
    const { organizationId, ids } = this.story
    return { kind: 'portal', organizationId, linkId: ids[who], sessionId: ids[who], name: who, closerId: ids[who], setterId: null }
  }

  /** The setter who booked the calls, who came by their link. */
  get setter(): Actor {
    const { organizationId, ids } = this.story
    return {
      kind: 'portal',
      organizationId,
      linkId: ids.marcus,
      sessionId: ids.marcus,
      name: 'marcus',
      closerId: null,
      setterId: ids.marcus,
    }
  }

  /** A call of Priya's, an hour ago. Answers its event. */
  async call(): Promise<string> {
    this.#calls += 1
    const times = { scheduledAt: inHours(-1), endsAt: inHours(-0.5), bookedAt: inHours(-30) }
    return tellBooking(this.test, this.story, booking(`call-${this.#calls}`, times))
  }

  async save(input: SaveFormDefinition, actor = this.admin): Promise<number> {
    return (await as(this.test.database, actor, (tx) => saveFormDefinition({ actor, input, tx }))).version
  }

  async file(eventId: string, input: Omit<SubmitPostCallForm, 'eventId' | 'callOccurred'>, actor = this.closer('priya')): Promise<void> {
    await as(this.test.database, actor, (tx) =>
      submitPostCallForm({ actor, input: { eventId, callOccurred: true, leadShowed: true, offerMade: true, ...input }, tx }),
    )
  }
}
