/** Which addresses are not of the public internet. */
import {BlockList, isIP} from 'node:net'

// Two lists: in one, IPv4 addresses would count as those of IPv6 that stand for them.
const closed4 = new BlockList()
const closed6 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3]
] as const)
  closed4.addSubnet(net, bits, 'ipv4')
// What is public in IPv6 is 2000::/3; of that, 6to4 and Teredo carry IPv4 addresses inside.
for (const [net, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 32],
  ['2002::', 16]
] as const)
  closed6.addSubnet(net, bits, 'ipv6')

/**
 * Whether an IP address is of this machine, its network, or otherwise not of the public internet.
 *
 * @example
 * isPrivateAddress('192.168.1.1') // true
 */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  // `::ffff:1.2.3.4` and its like are within ::/3: always closed.
  return family === 4 ? closed4.check(address, 'ipv4') : closed6.check(address, 'ipv6')
}
