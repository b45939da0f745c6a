/** The checker's own fractions: above and below the line, nothing else. */
export type Q = readonly [bigint, bigint]

function divisor(a: bigint, b: bigint): bigint {
  for (let [x, y] = [a < 0n ? -a : a, b]; ; [x, y] = [y, x % y]) if (y === 0n) return x
}

export function q(above: bigint, below = 1n): Q {
  const common = divisor(above, below) || 1n
  return [above / common, below / common]
}

export const plus = (a: Q, b: Q): Q => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1])
export const times = (a: Q, b: Q): Q => q(a[0] * b[0], a[1] * b[1])
export const over = (a: Q, b: Q): Q => q(a[0] * b[1], a[1] * b[0])
export const less = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1]
export const same = (a: Q, b: Q): boolean => a[0] * b[1] === b[0] * a[1]
