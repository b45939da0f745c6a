import { layInDirectory } from './lay.ts'
const n = Number(process.argv[3] ?? 20000)
console.time('lay')
await layInDirectory(
  process.argv[2]!,
  { voices: n, needs: 1000, goals: 300, requests: 600, commitments: 300, deeds: 900 },
  n <= 20000
)
console.timeEnd('lay')
