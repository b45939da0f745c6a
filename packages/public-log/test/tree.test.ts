/** The tree: the test vectors of RFC 6962's reference tests, and trees of random sizes against the definition written out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addLeafHash, edgeRoot, emptyEdge } from '../src/index.ts'
import { consistencyProof, emptyRoot, grow, hex, inclusionProof, leafHash, nodeHash, rootOf } from '../src/index.ts'
import { verifyConsistency, verifyInclusion, type Hash } from '../src/index.ts'
import { bytesOf, entriesOf, plainRoot, stored, type Stored } from './logs.ts'

/** The eight leaves with which implementations of Certificate Transparency test themselves. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
]
const INCLUSIONS: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
    ]
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
    ]
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
    ]
  ]
]
const CONSISTENCIES: [from: number, to: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
    ]
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
    ]
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
    ]
  ]
]

describe('the vectors of RFC 6962', () => {
  const leaves = LEAVES.map(bytesOf)

  test('the empty tree and the leaf of nothing', () => {
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(leafHash(new Uint8Array()))).toBe(ROOTS[0])
  })

  test.each(ROOTS.map((root, i): [number, string] => [i + 1, root]))('the root of %i leaves', async (size, root) => {
    const log = await stored(leaves.slice(0, size))
    expect([hex(log.root), hex(await rootOf(size, log.readTile)), hex(plainRoot(log.hashes))]).toEqual([
      root,
      root,
      root
    ])
  })

  test.each(INCLUSIONS)('entry %i is in the tree of %i', async (index, size, proof) => {
    const log = await stored(leaves.slice(0, size))
    expect((await inclusionProof(index, size, log.readTile)).map(hex)).toEqual(proof)
    const leaf = leafHash(leaves[index]!)
    expect(verifyInclusion({ leaf, index, size, proof: proof.map(bytesOf), root: log.root })).toBe(true)
  })

  test.each(CONSISTENCIES)('the tree of %i grew into the tree of %i', async (from, to, proof) => {
    const log = await stored(leaves.slice(0, to))
    expect((await consistencyProof(from, to, log.readTile)).map(hex)).toEqual(proof)
    const [fromRoot, toRoot] = [bytesOf(ROOTS[from - 1]!), bytesOf(ROOTS[to - 1]!)]
    expect(verifyConsistency({ from, to, fromRoot, toRoot, proof: proof.map(bytesOf) })).toBe(true)
  })
})

/** A log of 70,000 entries: three levels of tiles. */
const large = await stored(entriesOf(70_000))
const roots = new Map<number, Promise<Hash>>()
const rootAt = (size: number): Promise<Hash> => {
  if (!roots.has(size)) roots.set(size, rootOf(size, large.readTile))
  return roots.get(size)!
}
const sizes = fc.oneof(
  fc.constantFrom(1, 2, 3, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 69_999, 70_000),
  fc.integer({ min: 1, max: 70_000 }),
  fc.integer({ min: 1, max: 600 })
)
const turned = (hash: Hash, at: number): Hash => hash.map((byte, i) => (i === at % 32 ? byte ^ (1 << (at % 8)) : byte))

/** Proofs that are nearly right: one hash changed, left out, doubled, swapped or added. */
const spoiled = (proof: readonly Hash[], at: number): Hash[][] => {
  const i = proof.length === 0 ? 0 : at % proof.length
  const some = proof.length > 0 ? [proof.with(i, turned(proof[i]!, at)), proof.toSpliced(i, 1)] : []
  const swapped = proof.length > 1 ? [proof.with(i, proof.at(i - 1)!).with(i - 1, proof[i]!)] : []
  return [...some, ...swapped, [...proof, leafHash(new Uint8Array())], proof.toSpliced(i, 0, proof[i] ?? emptyRoot)]
}

describe('trees of any size', () => {
  test('the tiles are those the format describes for 70,000 entries', () => {
    const widths = [...large.tiles.entries()]
      .filter(([, row]) => row.length < 8192)
      .map(([at, row]) => [at, row.length / 32])
    expect(widths).toEqual([
      ['0/273', 112],
      ['1/1', 17],
      ['2/0', 1]
    ])
    expect(large.tiles.size).toBe(273 + 1 + 1 + 1 + 1)
  })

  test('every root is the one of the definition', async () => {
    for (const size of [1, 2, 3, 100, 255, 256, 257, 300, 511, 512, 1000, 65_536, 66_000])
      expect(hex(await rootAt(size))).toBe(hex(plainRoot(large.hashes.slice(0, size))))
    expect(hex(await rootAt(70_000))).toBe(hex(large.root))
  })

  test('growing in steps gives the same tiles and root as at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 8 }), async (steps) => {
        let log: Stored = await stored([])
        for (const step of steps) log = await stored(large.entries.slice(log.size, log.size + step), log)
        const once = await stored(large.entries.slice(0, log.size))
        expect([log.size, hex(log.root)]).toEqual([once.size, hex(once.root)])
        expect(log.tiles).toEqual(once.tiles)
      }),
      { numRuns: 40 }
    )
  })

  test('growing asks only for the right edge and gives back only what changed', async () => {
    const asked: string[] = []
    const read = (level: number, index: number, width: number) => (
      asked.push(`${level}/${index}`),
      large.readTile(level, index, width)
    )
    const { tiles, size } = await grow(66_000, read, large.hashes.slice(66_000, 66_100))
    expect(asked).toEqual(['0/257', '1/1', '2/0'])
    expect(tiles.map(({ level, index, width }) => [level, index, width])).toEqual([
      [0, 257, 256],
      [0, 258, 52],
      [1, 1, 2]
    ])
    expect(size).toBe(66_100)
    expect((await grow(66_000, read, [])).tiles).toEqual([])
  })

  test('kept as an edge, a tree knows its root after every entry and tells of each tile when it is full', () => {
    const edge = emptyEdge()
    const full: string[] = []
    expect(edgeRoot(edge)).toEqual(emptyRoot)
    for (const [at, leaf] of large.hashes.slice(0, 600).entries()) {
      addLeafHash(edge, leaf, (level, index, hashes) => full.push(`${level}/${index} ${hashes.length / 32}`))
      expect(hex(edgeRoot(edge)), String(at)).toBe(hex(plainRoot(large.hashes.slice(0, at + 1))))
    }
    expect(full).toEqual(['0/0 256', '0/1 256'])
    for (const leaf of large.hashes.slice(600, 65_536))
      addLeafHash(edge, leaf, (level, index) => full.push(`${level}/${index}`))
    expect(full.slice(-2)).toEqual(['0/255', '1/0'])
    expect(hex(edgeRoot(edge))).toBe(hex(plainRoot(large.hashes.slice(0, 65_536))))
  })

  test('every entry is proven, and nothing else is proven with that proof', async () => {
    const cases = fc.tuple(sizes, fc.nat(), fc.nat())
    await fc.assert(
      fc.asyncProperty(cases, async ([size, n, at]) => {
        const index = n % size
        const root = await rootAt(size)
        const leaf = large.hashes[index]!
        const proof = await inclusionProof(index, size, large.readTile)
        const right = { leaf, index, size, proof, root }
        expect(verifyInclusion(right)).toBe(true)
        const wrong = [
          { ...right, leaf: turned(leaf, at) },
          { ...right, root: turned(root, at) },
          { ...right, index: (index + 1 + (at % size)) % (size + 1) },
          { ...right, index: -1 },
          { ...right, size: index },
          ...spoiled(proof, at).map((other) => ({ ...right, proof: other }))
        ].filter(
          (one) =>
            one.index !== index || one.leaf !== leaf || one.root !== root || one.size !== size || one.proof !== proof
        )
        for (const one of wrong) expect(verifyInclusion(one)).toBe(false)
      }),
      { numRuns: 150 }
    )
  })

  test('every growth is proven, and no other growth with that proof', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, at) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const [fromRoot, toRoot] = [await rootAt(from), await rootAt(to)]
        const proof = await consistencyProof(from, to, large.readTile)
        const right = { from, to, fromRoot, toRoot, proof }
        expect(verifyConsistency(right)).toBe(true)
        const wrong = [
          { ...right, fromRoot: turned(fromRoot, at) },
          { ...right, toRoot: turned(toRoot, at) },
          ...spoiled(proof, at).map((other) => ({ ...right, proof: other }))
        ]
        for (const one of wrong) expect(verifyConsistency(one)).toBe(false)
        if (from < to) expect(verifyConsistency({ ...right, from: to, to: from })).toBe(false)
      }),
      { numRuns: 150 }
    )
  })

  test('of the empty log nothing needs to be shown, and nothing else passes for it', () => {
    const toRoot = large.root
    expect(verifyConsistency({ from: 0, to: 5, fromRoot: emptyRoot, toRoot, proof: [] })).toBe(true)
    expect(verifyConsistency({ from: 0, to: 5, fromRoot: toRoot, toRoot, proof: [] })).toBe(false)
    expect(verifyConsistency({ from: 0, to: 5, fromRoot: emptyRoot, toRoot, proof: [toRoot] })).toBe(false)
  })

  test('a leaf never passes for a node', () => {
    const [left, right] = [large.hashes[0]!, large.hashes[1]!]
    expect(hex(leafHash(Buffer.concat([left, right])))).not.toBe(hex(nodeHash(left, right)))
  })

  test('says which tile is too short, and which entry or tree there never was', async () => {
    await expect(rootOf(300, () => new Uint8Array(31))).rejects.toMatchObject({ code: 'tile-short' })
    await expect(inclusionProof(5, 5, large.readTile)).rejects.toMatchObject({ code: 'no-such-entry' })
    await expect(consistencyProof(6, 5, large.readTile)).rejects.toMatchObject({ code: 'no-such-tree' })
  })
})
