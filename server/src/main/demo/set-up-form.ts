import type { Story } from '@clinch/drizzle/seeds/demo'
import type { DemoPerson } from './demo-person.ts'

/** Has the organization's form ask what the story says. Saving what is in force already changes nothing. */
export async function saveForm(owner: DemoPerson, { form }: Story): Promise<void> {
  await owner.ask('mutation ($input: SaveFormDefinitionInput!) { saveFormDefinition(input: $input) { formDefinition { version } } }', {
    input: form,
  })
}
