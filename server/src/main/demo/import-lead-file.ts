import type { Story } from '@clinch/drizzle/seeds/demo'
import type { DemoPerson } from './demo-person.ts'

interface KnownField {
  key: string
  kind: string
  options: { key: string; label: string }[]
}

/** Makes the fields that the owner wants of leads, and imports what a file knows of them. Once. */
export async function importLeadFile(owner: DemoPerson, { leadFields, leadFile }: Story): Promise<void> {
  const fields = new Map((await ensureFields(owner, leadFields)).map((field) => [field.key, field]))
  const { imports } = await owner.ask<{ imports: { nodes: object[] } }>('{ imports(first: 1) { nodes { id } } }')
  if (imports.nodes.length > 0) return
  const rows = leadFile.map(({ name, email, values }) => ({
    name,
    email,
    customFields: values.map(({ key, labels, ...value }) => ({ key, ...value, ...(labels ? chosen(fields.get(key), labels) : {}) })),
  }))
  await owner.ask('mutation ($input: ImportLeadsInput!) { importLeads(input: $input) { import { id } } }', {
    input: { fileName: 'older-crm.csv', rows },
  })
}

async function ensureFields(owner: DemoPerson, wanted: Story['leadFields']): Promise<KnownField[]> {
  const known = async (): Promise<KnownField[]> =>
    (await owner.ask<{ customFields: KnownField[] }>('{ customFields(subject: LEAD) { key kind options { key label } } }')).customFields
  const before = new Set((await known()).map(({ key }) => key))
  for (const field of wanted) {
    if (before.has(field.key)) continue
    const { options, ...rest } = field
    await owner.ask('mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id } } }', {
      input: { subject: 'LEAD', ...rest, ...(options.length > 0 ? { options } : {}) },
    })
  }
  return known()
}

/** What was chosen, by the keys that the options were given. */
function chosen(field: KnownField | undefined, labels: readonly string[]): { text?: string | undefined; options?: string[] } {
  const keys = field?.options.filter(({ label }) => labels.includes(label)).map(({ key }) => key) ?? []
  return field?.kind === 'SELECT' ? { text: keys[0] } : { options: keys }
}
