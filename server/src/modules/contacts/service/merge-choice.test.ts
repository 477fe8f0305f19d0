import { describe, expect, it } from 'vitest'
import { chooseFields, type OwnFields, restoreFields } from './merge-choice.ts'

const none: OwnFields = { name: 'Dana', email: null, phone: null, timeZone: null, sourceId: null, sourceName: null, trafficTypeId: null }
const dana: OwnFields = { ...none, email: 'dana@example.com', sourceId: 's1', sourceName: 'YouTube' }
const work: OwnFields = {
  ...none,
  name: 'D. Whitfield',
  email: 'dana@work.example',
  phone: '+12025550143',
  sourceId: 's2',
  trafficTypeId: 't2',
}

describe('the fields of the lead that two become', () => {
  it('are the survivor’s, and the other’s where the survivor has none', () => {
    expect(chooseFields(dana, work, {})).toEqual({ ...dana, phone: '+12025550143' })
  })

  it('are those that a person chose', () => {
    expect(chooseFields(dana, work, { name: 'merged', email: 'survivor', phone: 'survivor' })).toEqual({ ...dana, name: 'D. Whitfield' })
  })

  it('take where a lead came from from one of them, whole', () => {
    expect(chooseFields(dana, work, { source: 'merged' })).toMatchObject({ sourceId: 's2', sourceName: null, trafficTypeId: 't2' })
  })
})

describe('undoing a merge', () => {
  const after = chooseFields(dana, work, { name: 'merged' })

  it('gives the survivor back what it had', () => {
    expect(restoreFields(after, dana, after)).toEqual(dana)
  })

  it('leaves what somebody changed since', () => {
    expect(restoreFields({ ...after, name: 'Dana W.', timeZone: 'Europe/London' }, dana, after)).toEqual({
      ...dana,
      name: 'Dana W.',
      timeZone: 'Europe/London',
    })
  })
})
