import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { DocumentMemory } from './document-memory.ts'

const document = (length: number) => parse(`{ ${'a'.repeat(length - 4)} }`)
const kept = async (memory: DocumentMemory, keys: string): Promise<string> => {
  const found = await Promise.all(Array.from(keys).map(async (key) => ((await memory.get(key)) ? key : '')))
  return found.join('')
}

describe('the memory of documents', () => {
  it('keeps so many, and gives up the one that was used longest ago', async () => {
    const memory = new DocumentMemory(2)
    await memory.set('a', document(10))
    await memory.set('b', document(10))
    expect(await memory.get('a')).toBeDefined()
    await memory.set('c', document(10))
    expect(await kept(memory, 'abc')).toBe('ac')
  })

  it('keeps so much text, however few documents that is', async () => {
    const memory = new DocumentMemory(100, 50)
    for (const key of 'abcd') await memory.set(key, document(20))
    expect(await kept(memory, 'abcd')).toBe('cd')
    await memory.set('e', document(60))
    expect(await kept(memory, 'abcde')).toBe('')
  })

  it('counts one that is set again or taken out no longer', async () => {
    const memory = new DocumentMemory(100, 50)
    for (let times = 0; times < 10; times += 1) await memory.set('a', document(20))
    await memory.set('b', document(20))
    expect(await kept(memory, 'ab')).toBe('ab')
    expect(await memory.delete('a')).toBe(true)
    expect(await memory.delete('a')).toBe(false)
    await memory.set('c', document(20))
    expect(await kept(memory, 'abc')).toBe('bc')
  })
})
