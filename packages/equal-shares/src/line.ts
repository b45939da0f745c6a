/** The plans still to be bought, waiting in line by the least they can cost. */

/** Puts one plan at the head of the line, if it stands in it. */
export function putFirst(plans: number[], plan: number): void {
  const at = plans.indexOf(plan)
  for (let i = at; i > 0; i--) plans[i] = plans[i - 1]!
  if (at > 0) plans[0] = plan
}

/** Nearly sorted from the purchase before, so insertion is quick. */
export function sortByLow(plans: number[], low: Float64Array): void {
  for (let i = 1; i < plans.length; i++) {
    const plan = plans[i]!
    let j = i
    for (; j > 0 && low[plans[j - 1]!]! > low[plan]!; j--) plans[j] = plans[j - 1]!
    plans[j] = plan
  }
}
