import type { DocumentNode } from 'graphql'

/**
 * The operations that were parsed, validated and compiled, the one used last kept longest. Bounded by their number and by the length
 * of their texts, since what is kept of a document, its compiled form above all, grows with it: callers who never send the same twice
 * would else fill the memory.
 */
export class DocumentMemory {
  readonly #documents = new Map<string, DocumentNode>()
  readonly #most: number
  readonly #longest: number
  #length = 0

  /** @param most how many documents; @param longest how many characters all of their texts have together. */
  constructor(most = 1_000, longest = 500_000) {
    this.#most = most
    this.#longest = longest
  }

  get(key: string): Promise<DocumentNode | undefined> {
    const document = this.#documents.get(key)
    if (document) {
      this.#documents.delete(key)
      this.#documents.set(key, document)
    }
    return Promise.resolve(document)
  }

  set(key: string, document: DocumentNode): Promise<void> {
    this.#remove(key)
    this.#documents.set(key, document)
    this.#length += lengthOf(document)
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= this.#most && this.#length <= this.#longest) break
      this.#remove(oldest)
    }
    return Promise.resolve()
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.#remove(key))
  }

  #remove(key: string): boolean {
    const document = this.#documents.get(key)
    if (!document) return false
    this.#length -= lengthOf(document)
    return this.#documents.delete(key)
  }
}

const lengthOf = (document: DocumentNode): number => document.loc?.source.body.length ?? 0
