import { expect, it } from 'vitest'
import { networkOf } from './network.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2301::1', '20010db8000123'],
  ['2001:0DB8:1:23ff:9:8:7:6', '20010db8000123'],
  ['2001:db8::', '20010db8000000'],
  ['fe80::1%eth0', 'fe800000000000'],
  ['::1', '00000000000000']
])('%s is somebody of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('two households are two networks', () => {
  expect(networkOf('2001:db8:1:2400::1')).not.toBe(networkOf('2001:db8:1:2300::1'))
})
