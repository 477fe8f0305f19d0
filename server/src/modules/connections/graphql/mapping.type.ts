import type { FieldMapping as Stored, FieldSource as StoredSource } from '@clinch/drizzle/tables'
import { badInput } from '../../../kernel/errors.ts'
import type { FieldMapping } from './connection.type.ts'
import type { FieldMappingInput, FieldSourceInput } from './connections.inputs.ts'

/** A mapping as callers read it. */
export const toMapping = ({ setterFrom, sourceFrom, trafficTypeFrom }: Stored): FieldMapping => ({
  setterFrom: setterFrom.map(toSource),
  sourceFrom: sourceFrom.map(toSource),
  trafficTypeFrom: trafficTypeFrom.map(toSource),
})

const toSource = (source: StoredSource) =>
  source.kind === 'utm'
    ? { utm: source.parameter, prefix: source.prefix ?? null, question: null }
    : { utm: null, prefix: null, question: source.question }

/** A mapping as callers write it, as it is kept. */
export const readMappingInput = ({ setterFrom, sourceFrom, trafficTypeFrom }: FieldMappingInput): Stored => ({
  setterFrom: setterFrom.map((source, index) => readSource(source, `mapping.setterFrom.${index}`)),
  sourceFrom: sourceFrom.map((source, index) => readSource(source, `mapping.sourceFrom.${index}`)),
  trafficTypeFrom: trafficTypeFrom.map((source, index) => readSource(source, `mapping.trafficTypeFrom.${index}`)),
})

function readSource({ utm, prefix, question }: FieldSourceInput, path: string): StoredSource {
  if (utm && !question) return { kind: 'utm', parameter: utm, ...(prefix ? { prefix } : {}) }
  if (question && !utm) return { kind: 'question', question }
  throw badInput([{ path, message: 'Give a UTM parameter or a question, one of both.' }])
}
