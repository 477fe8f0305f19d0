import axe from 'axe-core'
import { expect } from 'vitest'

/**
 * Fails with the names of the rules that an element breaks. Contrast needs a layout, which is not had here, and a part of a page
 * need not hold the page's landmarks.
 */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([])
}
