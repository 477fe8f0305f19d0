import { readFixture } from '../fixtures/read-fixture.ts'
import { type Emulator, startEmulator } from './emulator.ts'

export interface AcuityEmulator extends Emulator {
  userId: string
  apiKey: string
  /** Books, moves or changes an appointment: what is given replaces what was there. */
  appointment(id: number, change?: Record<string, unknown>): void
  forget(id: number): void
}

/** Acuity's API, as far as Clinch uses it: appointments and calendars behind a user id and a key. */
export async function startAcuity(): Promise<AcuityEmulator> {
  const appointments = new Map<number, Record<string, unknown>>()
  const calendars = [
    { id: 7_654_321, name: 'Owen Castell', email: 'owen.castell@northlight.example' },
    { id: 7_654_322, name: 'Priya Nair', email: 'priya.nair@northlight.example' },
    { id: 7_654_323, name: 'Ines Roth', email: '' },
  ]
  const [userId, apiKey] = ['18263544', 'acuity-key-3f9b2c7d5e8a']
  const key = `Basic ${Buffer.from(`${userId}:${apiKey}`).toString('base64')}`
  const unknown = { status: 404, body: { status_code: 404, error: 'not_found' } }
  const emulator = await startEmulator('/api/v1', ({ path, authorization }) => {
    if (authorization !== key) return { status: 401, body: { status_code: 401, error: 'unauthorized' } }
    const [, id] = /^\/appointments\/(\d+)$/.exec(path) ?? []
    if (id !== undefined) {
      const body = appointments.get(Number(id))
      return body ? { status: 200, body } : unknown
    }
    if (path === '/calendars') return { status: 200, body: calendars }
    if (path === '/me') return { status: 200, body: { id: Number(userId), email: 'owner@northlight.example', name: 'Northlight' } }
    return unknown
  })
  return {
    ...emulator,
    userId,
    apiKey,
    appointment(id, change = {}) {
      appointments.set(id, { ...(appointments.get(id) ?? { ...readFixture('acuity/api.appointment'), id }), ...change })
    },
    forget: (id) => void appointments.delete(id),
  }
}
