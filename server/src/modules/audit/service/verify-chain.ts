import { type AuditHead, checkHead, type SignedHead } from '../../../kernel/audit-signing.ts'
import type { Vault } from '../../../kernel/vault.ts'
import {
  type ChainEntry,
  type ChainEnd,
  hashOfEntry,
  type Read,
  readEnd,
  readEntries,
  readLastSignatures,
  readNewestPlaces,
  readPlaces,
  readSignatures,
} from './chain-rows.ts'

/**
 * What does not fit. `changed`: the row, or the hash of its place; `missing`: a row or a place was taken out; `unplaced`: a row has no
 * place; `reordered`: another row belongs there; `head`: the chain ends elsewhere than its head says; `signature`: what was signed is
 * not what is there; `unsigned`: nobody signed for too long.
 */
export type FaultKind = 'changed' | 'missing' | 'unplaced' | 'reordered' | 'head' | 'signature' | 'unsigned'

/** The first thing that does not fit. */
export interface ChainFault {
  kind: FaultKind
  /** Its place in the chain; none for a row without one. */
  position: bigint | null
  /** The audited row, where one is known. */
  auditId: string | null
  /** One line for a person. */
  words: string
}

export interface ChainReport extends AuditHead {
  /** The place from which on everything was recomputed: 1 for the whole. */
  verifiedFrom: bigint
  /** When the newest signature was made, ISO 8601; none where there is none yet. */
  signedAt: string | null
  signedPosition: bigint
  fault: ChainFault | null
}

export interface VerifyOptions {
  read: Read
  vault: Pick<Vault, 'keyVersion' | 'derive'>
  organizationId: string
  now: Date
  /** All of it, so many of its newest entries, or what came after the newest signature, which then may be as old as it is. */
  part: 'whole' | 'unsigned' | { newest: number }
  /** How many entries are read at once. */
  batch?: number
}

const usualBatch = 1_000
const signedWithinMs = 15 * 60_000

/** Stops at the first thing that does not fit. */
class Broken extends Error {
  readonly fault: ChainFault
  constructor(kind: FaultKind, position: bigint | null, auditId: string | null, words: string) {
    super(words)
    this.fault = { kind, position, auditId, words }
  }
}

/**
 * Recomputes an organization's audit chain, or its newest part, from the audited rows themselves, in batches of bounded size, and
 * compares it with its head and with what was signed. Entries that are appended meanwhile are left for the next time.
 */
export async function verifyChain(options: VerifyOptions): Promise<ChainReport> {
  const { read, organizationId } = options
  const end = await readEnd(read, organizationId)
  const from = startOf(options.part, end)
  const walk = new Walk(options, end)
  let fault: ChainFault | null = null
  try {
    await walk.from(from)
    await walk.places(from)
    walk.end()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    fault = error.fault
  }
  return {
    organizationId,
    position: end.headPosition,
    hash: end.headHash,
    verifiedFrom: from + 1n,
    signedAt: walk.signed?.signedAt ?? null,
    signedPosition: walk.signed?.position ?? 0n,
    fault,
  }
}

/** The place after which to begin. */
function startOf(part: VerifyOptions['part'], { headPosition, lastSigned }: ChainEnd): bigint {
  if (part === 'whole') return 0n
  if (part === 'unsigned') return lastSigned < headPosition ? lastSigned : headPosition
  const start = headPosition - BigInt(part.newest)
  return start > 0n ? start : 0n
}

class Walk {
  readonly #options: VerifyOptions
  readonly #end: ChainEnd
  #position = 0n
  #hash = ''
  /** The newest signature so far, and whether its key was here. */
  signed: SignedHead | null = null
  #isChecked = true
  /** When the first entry after the newest signature was written. */
  #unsignedSince: string | null = null

  constructor(options: VerifyOptions, end: ChainEnd) {
    this.#options = options
    this.#end = end
  }

  /** Recomputes every place after one, up to the head. */
  async from(start: bigint): Promise<void> {
    const { read, organizationId, batch = usualBatch } = this.#options
    if (start > 0n) await this.#begin(start)
    while (this.#position < this.#end.headPosition) {
      const entries = await readEntries(read, organizationId, { after: this.#position, upTo: this.#end.headPosition, limit: batch })
      const upTo = entries.at(-1)?.position ?? this.#end.headPosition
      const signatures = new Map((await readSignatures(read, organizationId, this.#position, upTo)).map((each) => [each.position, each]))
      if (entries.length === 0) this.#refuseGap(this.#position + 1n, null)
      for (const entry of entries) {
        this.#checkEntry(entry, entries)
        const signature = signatures.get(entry.position)
        if (signature) this.#checkSignature(signature)
      }
    }
    if (this.#hash !== this.#end.headHash)
      throw new Broken('head', this.#position, null, `The head at position ${this.#position} has another hash than the last entry.`)
  }

  /** Takes the hash of a place as it stands: what is before it is not looked at. */
  async #begin(start: bigint): Promise<void> {
    const { read, organizationId } = this.#options
    const [entry] = await readEntries(read, organizationId, { after: start - 1n, upTo: start, limit: 1 })
    if (!entry) return this.#refuseGap(start, null)
    this.#position = start
    this.#hash = entry.hash
    const signatures = await readLastSignatures(read, organizationId, start)
    const last = signatures.pop()
    this.signed = signatures.pop() ?? null
    if (last) this.#checkSignature(last)
  }

  #checkEntry(entry: ChainEntry, entries: readonly ChainEntry[]): void {
    const { position, auditId, text } = entry
    const wanted = this.#position + 1n
    if (position !== wanted) this.#refuseGap(wanted, auditId)
    if (text === null) throw new Broken('missing', position, auditId, `The row ${auditId} of position ${position} is missing.`)
    if (hashOfEntry(this.#hash, position, text) !== entry.hash) {
      const rightful = entries.find((other) => other.text !== null && hashOfEntry(this.#hash, position, other.text) === entry.hash)
      throw rightful
        ? new Broken('reordered', position, auditId, `The order was changed: position ${position} belongs to the row ${rightful.auditId}.`)
        : new Broken('changed', position, auditId, `The row ${auditId} of position ${position} was changed.`)
    }
    this.#position = position
    this.#hash = entry.hash
    this.#unsignedSince ??= entry.at
  }

  #checkSignature(signature: SignedHead): void {
    const { position, hash } = signature
    const since = this.signed ? this.signed.position + 1n : 1n
    if (position === this.#position && hash !== this.#hash)
      throw new Broken(
        'signature',
        position,
        null,
        `Entries from position ${since} to ${position} are not those that were signed on ${signature.signedAt}.`,
      )
    const verdict = checkHead(this.#options.vault, signature, this.signed)
    if (verdict === 'forged')
      throw new Broken(
        'signature',
        position,
        null,
        `The signature of position ${position} was not made by this server, or a signature before it is missing.`,
      )
    this.#isChecked = verdict === 'good'
    this.#acceptSignature(signature)
  }

  #acceptSignature(signature: SignedHead): void {
    this.signed = signature
    this.#unsignedSince = null
  }

  /** Looks for rows that stand in the log and nowhere in the chain: every row, or as many of the newest as were recomputed. */
  async places(start: bigint): Promise<void> {
    const { read, organizationId, batch = usualBatch } = this.#options
    const refuse = (id: string) => {
      throw new Broken('unplaced', null, id, `The row ${id} has no place in the chain: it was put in from outside.`)
    }
    if (start > 0n) {
      const { unplaced } = await readNewestPlaces(read, organizationId, Number(this.#end.headPosition - start) + 1)
      if (unplaced !== null) refuse(unplaced)
      return
    }
    let after: string | null = '00000000-0000-0000-0000-000000000000'
    while (after !== null) {
      const { last, unplaced }: { last: string | null; unplaced: string | null } = await readPlaces(read, organizationId, after, batch)
      if (unplaced !== null) refuse(unplaced)
      after = last
    }
  }

  /** The newest signature must be one that can be checked, of a place that is there, and not too old. */
  end(): void {
    const { headPosition, lastPosition, firstSigned, lastSigned } = this.#end
    if (lastPosition !== headPosition)
      throw new Broken(
        'head',
        headPosition,
        null,
        `The head says that the chain ends at position ${headPosition}, but it ends at ${lastPosition}.`,
      )
    if (firstSigned !== null && firstSigned < 1n)
      throw new Broken('signature', firstSigned, null, `Position ${firstSigned} was signed, and there is none.`)
    if (lastSigned > headPosition) {
      const message = `The chain ends at position ${headPosition}, and position ${lastSigned} was signed: its end was cut off.`
      throw new Broken('missing', headPosition + 1n, null, message)
    }
    if (!this.#isChecked && this.signed) {
      const { position, keyVersion } = this.signed
      const message = `The newest signature, of position ${position}, names the master key ${keyVersion}, which is not configured.`
      throw new Broken('signature', position, null, message)
    }
    const since = this.#unsignedSince
    if (this.#options.part === 'unsigned' || since === null || this.#options.now.getTime() - Date.parse(since) <= signedWithinMs) return
    const first = (this.signed?.position ?? 0n) + 1n
    throw new Broken(
      'unsigned',
      first,
      null,
      `Nothing since position ${first} (${since}) is signed: signatures were taken out, or no worker runs.`,
    )
  }

  #refuseGap(position: bigint, auditId: string | null): never {
    throw new Broken('missing', position, auditId, `The entry of position ${position} is missing.`)
  }
}
