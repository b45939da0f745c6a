/** Number lists that grow in blocks, so that a file of hundreds of megabytes never needs twice its size. */

const BLOCK = 1 << 18

type Column = Uint16Array | Int32Array | Float64Array

export interface Growing {
  push(value: number): void
  readonly size: () => number
  ints(): Int32Array
  doubles(): Float64Array
}

export function growing(make: (size: number) => Column): Growing {
  const blocks: Column[] = []
  let last = make(Math.min(BLOCK, 1024))
  let used = 0
  let before = 0
  const join = (whole: Int32Array | Float64Array): void => {
    let at = 0
    for (let i = 0; i < blocks.length; i++) {
      whole.set(blocks[i]!, at)
      at += blocks[i]!.length
      blocks[i] = last
    }
    whole.set(last.subarray(0, used), at)
  }
  return {
    push(value) {
      if (used === last.length) {
        blocks.push(last)
        before += used
        last = make(BLOCK)
        used = 0
      }
      last[used++] = value
    },
    size: () => before + used,
    ints() {
      const whole = new Int32Array(before + used)
      join(whole)
      return whole
    },
    doubles() {
      const whole = new Float64Array(before + used)
      join(whole)
      return whole
    }
  }
}

/** So many voter ids are compared with each other; in still larger files the rest is not. */
const COMPARED = 2 ** 22

/** Remembers which texts were seen, by a 52-bit fingerprint each: enough to point at repeated voter ids in millions. */
export function seenTexts(): (text: string) => boolean {
  let table = new Float64Array(1 << 12)
  let size = 0
  const add = (print: number): boolean => {
    const mask = table.length - 1
    let slot = print % table.length
    for (; table[slot] !== 0; slot = (slot + 1) & mask) if (table[slot] === print) return true
    table[slot] = print
    return false
  }
  return (text) => {
    if (size >= COMPARED) return false
    if (++size * 2 > table.length) {
      const old = table
      table = new Float64Array(old.length * 2)
      for (const print of old) if (print !== 0) add(print)
    }
    return add(fingerprint(text))
  }
}

function fingerprint(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ c, 0x85ebca6b) ^ (b >>> 13)
  }
  a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35)
  return ((a >>> 0) & 0xfffff) * 2 ** 32 + (b >>> 0) + 1
}
