/** What a reader of the answer should know besides the winners. */
import { idsOf } from './answer.ts'
import { type Warning } from './result.ts'
import { type Sheet } from './sheet.ts'

export function warningsOf(sheet: Sheet): Warning[] {
  const found: (Warning | null)[] = [
    listed(sheet, sheet.free, 'free', 'These projects cost nothing and are funded outright'),
    listed(
      sheet,
      sheet.cost.flatMap((_, p) => (sheet.votes[p] === 0 ? [p] : [])),
      'no-votes',
      'Nobody voted for these projects'
    ),
    listed(
      sheet,
      sheet.cost.flatMap((c, p) => (c > sheet.budget ? [p] : [])),
      'above-budget',
      'These projects cost more than the whole budget'
    ),
    ...(['threshold', 'minimum-votes', 'cost-cap'] as const).map((why) =>
      listed(
        sheet,
        sheet.barred.flatMap((b) => (b.why === why ? [b.project] : [])),
        `barred-${why}`,
        BARRED[why]
      )
    ),
    sheet.rule.categoryCaps
      ? {
          code: 'category-caps',
          sentence: 'Caps per category are an extension: they are not part of the Method of Equal Shares.'
        }
      : null,
    sheet.voters.num === 0n ? { code: 'no-ballots', sentence: 'There are no ballots.' } : null
  ]
  return found.filter((warning) => warning !== null)
}

const BARRED = {
  threshold: 'These projects have too small a share of the votes for their share of the budget, so the rule bars them',
  'minimum-votes': 'These projects have fewer votes than the rule asks, so it bars them',
  'cost-cap': 'These projects cost more than the rule allows for one project, so it bars them'
}

function listed(sheet: Sheet, plans: readonly number[], code: string, sentence: string): Warning | null {
  if (plans.length === 0) return null
  const projects = idsOf(sheet, plans)
  return { code, sentence: `${sentence}: ${projects.join(', ')}.`, projects }
}
