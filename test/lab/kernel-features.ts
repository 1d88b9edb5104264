import { spawnSync } from 'node:child_process';

/** Interface types and packet filters that some kernels were built without. */
const PROBES = {
  veth: 'ip link add name p0 type veth peer name p1',
  bridge: 'ip link add name p0 type bridge',
  dummy: 'ip link add name p0 type dummy',
  vlan: 'ip link add name p0 type veth peer name p1 && ip link add link p0 name p0.7 type vlan id 7',
  bond: 'ip link add name p0 type bond',
  vrf: 'ip link add name p0 type vrf table 7',
  netem: 'tc qdisc add dev lo root netem delay 1ms',
  'nft drop': `nft add table inet p && nft 'add chain inet p c { type filter hook input priority 0; }' && nft add rule inet p c udp dport 161 drop`,
  'nft random': `nft add table inet p && nft add chain inet p c && nft 'add rule inet p c numgen random mod 100 < 30 drop'`,
  'nft limit': `nft add table inet p && nft add chain inet p c && nft 'add rule inet p c limit rate over 20/second drop'`,
  'nft reject': `nft add table inet p && nft 'add chain inet p c { type filter hook input priority 0; }' && nft add rule inet p c reject with icmp type admin-prohibited`,
} as const;

export type KernelFeature = keyof typeof PROBES;

export const ALL_KERNEL_FEATURES = Object.keys(PROBES) as readonly KernelFeature[];

/** Tries each in a network namespace of its own, which ends with the try. */
export const lackingFeatures = (wanted: readonly KernelFeature[]): readonly KernelFeature[] =>
  wanted.filter(
    (name) => spawnSync('unshare', ['-n', '-m', 'sh', '-c', PROBES[name]], { stdio: 'ignore' }).status !== 0,
  );

/**
 * '' if the kernel can do it all, else why a test does not run, fit for its name. No package mends a kernel, so this
 * is a skip under CI=true too.
 */
export const missingFeatures = (...wanted: readonly KernelFeature[]): string => {
  const lacking = lackingFeatures(wanted);
  return lacking.length === 0 ? '' : ` [not run, this kernel lacks: ${lacking.join(', ')}]`;
};
