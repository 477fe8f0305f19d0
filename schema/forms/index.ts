/** The post-call form: its standard questions, how an organization defines the rest, and what is refused. The server and the web app judge by this. */
export { answersBeside } from './answers-beside.ts'
export { explainCarried, withCarried, type GivenAnswers } from './carried-answers.ts'
export {
  isFixed,
  paymentTypes,
  questionAnswers,
  questionNames,
  resolutions,
  settingOf,
  standardForm,
  type FormDefinition,
  type PaymentType,
  type QuestionName,
  type QuestionSetting,
  type Resolution,
} from './form-definition.ts'
export { judgeAnswers, maxNotesLength, notesTooLong, type AnswersVerdict, type JudgedAnswers, type Offered } from './judge-answers.ts'
export { isAnother, judgeDefinition, noPast, type DefinitionVerdict, type FormPast, type PastOption } from './judge-definition.ts'
export { judgeForm, type Cash, type FormVerdict, type GivenForm, type NormalisedForm } from './judge-form.ts'
export { outcomeOf, outcomeProblem, type Outcome } from './outcome-of.ts'
export { questionsAsked, type Asked, type OpenAnswers } from './questions-asked.ts'
