/** One HTTP answer, complete. */
export interface HttpAnswer {
  status: number
  body: Buffer
}

const headEnd = Buffer.from('\r\n\r\n')
const chunksEnd = Buffer.from('\r\n0\r\n\r\n')

/**
 * Cuts the bytes of one kept-alive connection into answers. A client that does more would take from the servers the very time that
 * is measured: the body stays bytes, and is put together only when asked for.
 */
export class AnswerReader {
  #bytes: Buffer = Buffer.alloc(0)
  #head: { status: number; start: number; length: number | null } | null = null

  /** Takes what came, and answers the answer that is complete with it, if one is. */
  take(data: Buffer): HttpAnswer | null {
    this.#bytes = this.#bytes.length === 0 ? data : Buffer.concat([this.#bytes, data])
    this.#head ??= readHead(this.#bytes)
    if (!this.#head) return null
    const { status, start, length } = this.#head
    if (length === null) {
      const chunked = this.#bytes.subarray(start)
      return chunked.subarray(-chunksEnd.length).equals(chunksEnd) ? this.#done(status, joinChunks(chunked)) : null
    }
    return this.#bytes.length < start + length ? null : this.#done(status, this.#bytes.subarray(start, start + length))
  }

  #done(status: number, body: Buffer): HttpAnswer {
    this.#bytes = Buffer.alloc(0)
    this.#head = null
    return { status, body }
  }
}

function readHead(bytes: Buffer) {
  const end = bytes.indexOf(headEnd)
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? []
  return { status: Number(head.slice(9, 12)), start: end + headEnd.length, length: length === undefined ? null : Number(length) }
}

function joinChunks(chunked: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ;) {
    const lineEnd = chunked.indexOf('\r\n', at)
    const size = parseInt(chunked.toString('latin1', at, lineEnd), 16)
    if (lineEnd < 0 || !(size > 0)) return Buffer.concat(parts)
    parts.push(chunked.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
}
