import { expect, test } from 'vitest'
import { levelGap, levels } from './levels.ts'

test('residents who were promised a say and were only informed got three steps less', () => {
  expect(levelGap('decide-along', 'inform')).toBe(-3)
  expect(levelGap('inform', 'decide')).toBe(4)
  for (const level of levels) expect(levelGap(level, level)).toBe(0)
})
