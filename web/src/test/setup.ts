import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { dismissNotices } from '../components/notify.ts'

// The document here has no layout, so nothing has a size; what draws only the rows in sight needs one to go by.
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { configurable: true, get: () => 720 },
  clientWidth: { configurable: true, get: () => 1200 },
})

// What is waited for is given the time that a busy machine needs.
configure({ asyncUtilTimeout: 10_000 })

// The servers of these tests answer requests and tell nothing by themselves, so pages here look for themselves.
Reflect.deleteProperty(globalThis, 'WebSocket')

afterEach(() => {
  cleanup()
  dismissNotices()
  localStorage.clear()
  delete document.documentElement.dataset.theme
})
