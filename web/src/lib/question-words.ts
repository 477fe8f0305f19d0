import type { QuestionName } from '@clinch/schema/forms'

/** How Clinch asks each standard question, where the organization has no words of its own. The name is the lead's first. */
export const questionWords: Readonly<Record<QuestionName, (firstName: string) => string>> = {
  callOccurred: () => 'Did the call take place?',
  resolution: () => 'What happened instead?',
  leadShowed: (firstName) => `Did ${firstName} show up?`,
  offerMade: () => 'Was an offer made?',
  dealClosed: (firstName) => `Did ${firstName} buy?`,
  paymentType: (firstName) => `How is ${firstName} paying?`,
  cashCollected: () => 'Cash collected',
  packageId: () => 'Package',
  callOutcomeId: () => 'How did the call end?',
  opportunityStatusId: () => 'Where does the deal stand?',
  notes: () => 'Notes',
}
