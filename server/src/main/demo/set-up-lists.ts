import type { Story, StoryPackage } from '@clinch/drizzle/seeds/demo'
import type { DemoPerson } from './demo-person.ts'

/** What the demo's forms choose of, by id. */
export interface DemoLists {
  /** By the package's key. */
  packages: ReadonlyMap<string, string>
  /** By the outcome's label. */
  callOutcomes: ReadonlyMap<string, string>
  /** By the status's label. */
  opportunityStatuses: ReadonlyMap<string, string>
}

interface Entry {
  id: string
  label: string
}

/** Lists what the organization sells, and its outcomes and statuses. What is there already is left as it is. */
export async function ensureLists(owner: DemoPerson, story: Story): Promise<DemoLists> {
  const known = await owner.ask<{ packages: { id: string; name: string }[]; callOutcomes: Entry[]; opportunityStatuses: Entry[] }>(
    '{ packages { id name } callOutcomes { id label } opportunityStatuses { id label } }',
  )
  const packages = new Map<string, string>()
  for (const sold of story.packages) {
    const standing = known.packages.find(({ name }) => name === sold.name)
    packages.set(sold.key, standing?.id ?? (await addPackage(owner, sold, story.organization.currency)))
  }
  return {
    packages,
    callOutcomes: await ensureEntries(owner, story.callOutcomes, known.callOutcomes, 'CallOutcome'),
    opportunityStatuses: await ensureEntries(owner, story.opportunityStatuses, known.opportunityStatuses, 'OpportunityStatus'),
  }
}

async function addPackage(owner: DemoPerson, sold: StoryPackage, currency: string): Promise<string> {
  const money = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency })
  const { createPackage } = await owner.ask<{ createPackage: { package: { id: string } } }>(
    'mutation ($input: CreatePackageInput!) { createPackage(input: $input) { package { id } } }',
    {
      input: {
        name: sold.name,
        price: money(sold.priceMinor),
        paidInFull: true,
        instalments: { count: sold.instalments, amount: money(sold.instalmentMinor), every: 1, interval: 'MONTH' },
        deposit: money(sold.depositMinor),
      },
    },
  )
  return createPackage.package.id
}

async function ensureEntries(
  owner: DemoPerson,
  wanted: readonly { label: string }[],
  known: readonly Entry[],
  type: 'CallOutcome' | 'OpportunityStatus',
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(known.map(({ id, label }) => [label, id]))
  for (const input of wanted.filter(({ label }) => !ids.has(label))) {
    const made = await owner.ask<{ made: { entry: { id: string } } }>(
      `mutation ($input: Create${type}Input!) {
        made: create${type}(input: $input) { entry: ${type.charAt(0).toLowerCase()}${type.slice(1)} { id } }
      }`,
      { input },
    )
    ids.set(input.label, made.made.entry.id)
  }
  return ids
}
