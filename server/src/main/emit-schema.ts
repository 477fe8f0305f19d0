import 'reflect-metadata'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { writeFileSync } from 'node:fs'
import { buildSchema } from '../app/graphql/build-schema.ts'

/** Writes the schema as SDL to the path given, or prints it. */
const text = `${printSchema(lexicographicSortSchema(buildSchema()))}\n`
const [, , target] = process.argv
if (target) writeFileSync(target, text)
else process.stdout.write(text)
