/** A rig tries one bad day on the real program, and tries its controls too: something careless that must lose, or the rig proves nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Verdict {
  told: string
  good: boolean
  skipped?: true
}

export interface Control {
  name: string
  /** What it lost; undefined when it lost nothing. */
  loses(rounds: number): Promise<string | undefined>
}

export interface Rig {
  name: string
  run(rounds: number): Promise<Verdict>
  controls: Control[]
}

export const proved = (told: string, good: boolean): Verdict => ({ told, good })
export const skipped = (told: string): Verdict => ({ told: `skipped: ${told}`, good: true, skipped: true })

const clearing: (() => void)[] = []
/** What must be cleared away at the end, the last first. */
export const clearAtEnd = (clear: () => void): void => void clearing.push(clear)

export function clearAll(): void {
  for (const clear of clearing.splice(0).reverse()) {
    try {
      clear()
    } catch (error) {
      console.error(`could not clear away: ${String(error)}`)
    }
  }
}

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'buurtmacht-rig-'))
  clearAtEnd(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
