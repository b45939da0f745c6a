/** Processor time of the server per request: user and system, of the whole process with all its threads. */
import { many } from './client.ts'
import type { Meter, Running } from './server.ts'

export interface Figure {
  /** Milliseconds of processor time per request; the middle one of the rounds. */
  cpu: number
  lowest: number
  highest: number
}

export interface HowMany {
  warm: number
  rounds: number
  times: number
}

/** Warm: until V8 has compiled what is asked often, as in a program that runs for months. */
export const usual: HowMany = { warm: 2000, rounds: 7, times: 150 }

const spent = (from: Meter, to: Meter) => (to.user + to.system - from.user - from.system) / 1000

/** @param work one request, and the check that it was answered as it should. */
export async function cpuOf(server: Running, work: (i: number) => Promise<unknown>, how = usual): Promise<Figure> {
  await many(how.warm, 4, work)
  const rounds: number[] = []
  for (let round = 0; round < how.rounds; round++) {
    const before = await server.meter()
    await many(how.times, 4, (i) => work(how.warm + round * how.times + i))
    rounds.push(spent(before, await server.meter()) / how.times)
  }
  rounds.sort((a, b) => a - b)
  return { cpu: rounds[rounds.length >> 1]!, lowest: rounds[0]!, highest: rounds.at(-1)! }
}
