import { beforeEach, describe, expect, it } from 'vitest'
import { chooseOrganization, chosenOrganizationId, recallOrganization } from './chosen-organization.ts'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  recallOrganization()
})

describe('the chosen organization', () => {
  it('is nobody’s choice at first, and the server decides', () => {
    expect(chosenOrganizationId()).toBeNull()
  })

  it('is remembered for the next visit', () => {
    chooseOrganization('one')
    sessionStorage.clear()
    expect(recallOrganization()).toBe('one')
  })

  it('stays this tab’s own while another tab chooses another', () => {
    chooseOrganization('one')
    localStorage.setItem('clinch.organization', 'two')
    expect(recallOrganization()).toBe('one')
  })

  it('is forgotten on signing out', () => {
    chooseOrganization('one')
    chooseOrganization(null)
    expect(recallOrganization()).toBeNull()
  })
})
