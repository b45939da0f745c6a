/** The answer as text for a terminal. */
import { type Election } from './election.ts'
import { exact, toDecimal } from './fraction.ts'
import { type Result, type Step } from './result.ts'

export function resultText(election: Election, result: Result): string {
  const names = new Map(election.projects.map((p) => [p.id, p.name]))
  const money = (n: number): string => `${n}${election.currency ? ` ${election.currency}` : ''}`
  const lines = [
    `${result.winners.length} of ${election.projects.length} projects win; ${money(result.cost)} of ${money(result.budget)} is spent; ${result.voters} voters.`,
    ...(result.endowment
      ? [
          `Every voter decides over ${toDecimal(exact({ num: BigInt(result.endowment.num), den: BigInt(result.endowment.den) }))} (${result.completion!.steps} steps of ${result.rule.step} added).`
        ]
      : []),
    ''
  ]
  if (result.comparison?.chosen === 'greedy')
    lines.push('More voters prefer most-votes-first, so its winners win; Equal Shares would have bought:')
  result.steps.forEach((step, i) => lines.push(stepText(step, i, names.get(step.project) ?? '')))
  if (result.comparison) {
    const c = result.comparison
    lines.push(
      '',
      `Comparison (${c.kind}): ${c.prefersEqualShares} voters prefer Equal Shares, ${c.prefersGreedy} prefer most votes first, ${c.indifferent} neither: ${c.chosen} it is.`
    )
    if (c.chosen === 'greedy') lines.push(`Winners: ${result.winners.join(', ')}`)
  }
  for (const tie of result.ties.filter((t) => t.matters))
    lines.push(
      '',
      `Tie: ${tie.sentence}${tie.brokenBy === 'nobody' ? ' Draw lots in public and give the order with --lot.' : ` Broken by ${tie.brokenBy}.`}`
    )
  for (const warning of result.warnings) lines.push('', `Note: ${warning.sentence}`)
  return [
    ...lines,
    '',
    `Rule card ${result.ruleHash.slice(0, 16)}: ${Object.entries(result.rule)
      .map(([k, v]) => `${k} ${JSON.stringify(v)}`)
      .join(', ')}`
  ].join('\n')
}

function stepText(step: Step, i: number, name: string): string {
  const votes = step.effectiveVotes?.text ?? step.score?.text ?? ''
  const why =
    step.by === 'free'
      ? 'free'
      : step.by === 'equal-shares'
        ? `${votes} effective votes, ${step.price!.text} each`
        : `${votes} ${step.by}`
  return `${String(i + 1).padStart(3)}. ${step.project}  ${step.cost}  ${why}  ${name.slice(0, 60)}`
}
