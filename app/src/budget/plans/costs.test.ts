import { cents } from '@buurtmacht/domain'
import { expect, test } from 'vitest'
import { costLines, costsTyped } from './costs.ts'

test('costs are read a line at a time, as people write them', () => {
  expect(costLines('Vijf banken: 4.000\r\n\n Plaatsen = 500,50 \nVerf\t20\nKoffie en taart € 35\nHout 12,50')).toEqual([
    { what: 'Vijf banken', amount: '4.000' },
    { what: 'Plaatsen', amount: '500,50' },
    { what: 'Verf', amount: '20' },
    { what: 'Koffie en taart', amount: '35' },
    { what: 'Hout', amount: '12,50' }
  ])
})

test('a line without an amount keeps its words, so that the rule can ask for it', () => {
  expect(costLines('Een feest')).toEqual([{ what: 'Een feest', amount: '' }])
})

test('costs come back as they can be typed again', () => {
  const items = [
    { what: 'Banken: met leuning', amount: cents(400_050) },
    { what: 'Verf', amount: cents(5) }
  ]
  expect(costLines(costsTyped(items))).toEqual([
    { what: 'Banken: met leuning', amount: '4000,50' },
    { what: 'Verf', amount: '0,05' }
  ])
})
