import type { CustomFieldValues } from '@clinch/drizzle/tables'
import { isDeepStrictEqual } from 'node:util'

/** The fields of which a merged lead has one: a person chooses whose. Addresses are not among them: all of both are kept. */
export const mergeFields = ['name', 'email', 'phone', 'timeZone', 'source'] as const
export type MergeField = (typeof mergeFields)[number]
export type MergeSide = 'survivor' | 'merged'
export type MergeChoices = Readonly<Partial<Record<MergeField, MergeSide | null | undefined>>>

/** A lead's own fields, as they stand in its row. */
export interface OwnFields {
  name: string
  email: string | null
  phone: string | null
  timeZone: string | null
  sourceId: string | null
  sourceName: string | null
  trafficTypeId: string | null
}

/** The values of the one lead that two become: the survivor's, and the other's of the fields that the survivor has none of. */
export const mergeValues = (survivor: CustomFieldValues, merged: CustomFieldValues): CustomFieldValues => ({ ...merged, ...survivor })

/** The survivor's values once the merge is undone: as before where they still are what the merge made them, else as they were changed since. */
export function restoreValues(now: CustomFieldValues, before: CustomFieldValues, after: CustomFieldValues): CustomFieldValues {
  const kept = new Map(Object.entries(now))
  for (const key of Object.keys({ ...before, ...after })) {
    if (!isDeepStrictEqual(now[key], after[key])) continue
    const value = before[key]
    if (value === undefined) kept.delete(key)
    else kept.set(key, value)
  }
  return Object.fromEntries(kept)
}

/** Where a lead came from is said by these together. */
const sourceOf = ({ sourceId, sourceName, trafficTypeId }: OwnFields) => ({ sourceId, sourceName, trafficTypeId })

const isEmpty = (field: MergeField, fields: OwnFields): boolean =>
  field === 'source' ? Object.values(sourceOf(fields)).every((value) => value === null) : fields[field] === null

/** The fields of the one lead that two become. Where nobody chose, the survivor's stand, or the other's where the survivor has none. */
export function chooseFields(survivor: OwnFields, merged: OwnFields, choices: MergeChoices): OwnFields {
  const from = (field: MergeField): OwnFields => {
    const side = choices[field] ?? (isEmpty(field, survivor) ? 'merged' : 'survivor')
    return side === 'survivor' ? survivor : merged
  }
  return {
    name: from('name').name,
    email: from('email').email,
    phone: from('phone').phone,
    timeZone: from('timeZone').timeZone,
    ...sourceOf(from('source')),
  }
}

/**
 * The survivor's fields once the merge is undone: as before where they still are what the merge made them, else as somebody changed them
 * since.
 */
export function restoreFields(now: OwnFields, before: OwnFields, after: OwnFields): OwnFields {
  const keep = <Key extends keyof OwnFields>(key: Key): OwnFields[Key] => (now[key] === after[key] ? before[key] : now[key])
  return {
    name: keep('name'),
    email: keep('email'),
    phone: keep('phone'),
    timeZone: keep('timeZone'),
    sourceId: keep('sourceId'),
    sourceName: keep('sourceName'),
    trafficTypeId: keep('trafficTypeId'),
  }
}
