/**
 * equal-shares counts participatory budgets: the Method of Equal Shares and the rules it is compared with, exactly.
 * No dependency and no input or output here: it runs the same on a server, in a browser and on the command line.
 */
export { count, type CountOptions } from './count.ts'
export {
  electionOf,
  type Ballots,
  type Election,
  type PlainBallot,
  type PlainElection,
  type Project,
  type VoteType
} from './election.ts'
export {
  explain,
  explainLosers,
  smallestChange,
  type LoserReason,
  type Reason,
  type SmallestChange,
  type WinnerReason
} from './explain.ts'
export { fairness, type Fairness } from './fairness.ts'
export { type Fraction } from './fraction.ts'
export { type PbFile, type ReadOptions } from './pb/place.ts'
export { PbProblem, type Repair } from './pb/problem.ts'
export { type PbReading, readPb } from './pb/read.ts'
export { readPbStream } from './pb/stream.ts'
export { pbOf, writePb } from './pb/write.ts'
export { Refusal } from './refusal.ts'
export {
  type Amount,
  type ComparisonReport,
  type CompletionReport,
  type ExactNumber,
  type Payers,
  type Result,
  type Step,
  type TieReport,
  type Warning
} from './result.ts'
export { canonical, PRESETS, type RuleCard, ruleCard, ruleHash, type RuleOptions, type Utility } from './rule.ts'
export { type Verdict, verify } from './verify.ts'
export { type Language, reasonText } from './words.ts'
