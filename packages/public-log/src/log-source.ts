/** Where a whole log is read from, and what its checker kept from before. */

/** 256 entries (at the end of the log fewer) and the leaf hashes that are served beside them. */
export interface Block {
  readonly entries: Uint8Array
  readonly hashes: Uint8Array
}

/** Where a log is read from. What is not there although it must be, is thrown as `Missing`. */
export interface LogSource {
  /** The signed checkpoint. */
  readonly checkpoint: string
  /** Asked for in order, each once. */
  readonly block: (index: number, width: number) => Promise<Block>
  /** A tile above level 0, where the source has them. */
  readonly tile?: (level: number, index: number, width: number) => Promise<Uint8Array>
  /** Asked for after the last block: whether something follows that does not belong there. */
  readonly hasMore?: () => Promise<boolean>
}

/** Thrown by a source for what the log signed but does not give. */
export class Missing extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} is missing`)
    this.path = path
  }
}

/** What the checker kept from before. */
export interface Kept {
  /** What the checker calls it, such as the name of the file. */
  readonly name: string
  readonly checkpoint: string
  /** Of a proof: the entry it proves. */
  readonly entry?: { readonly index: number; readonly entry: Uint8Array }
  /** Of an earlier export: its leaf hashes, asked for in order. */
  readonly hashes?: (index: number, width: number) => Promise<Uint8Array>
}
