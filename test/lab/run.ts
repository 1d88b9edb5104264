/** A program for developers: brings the lab up, says where everything is, and takes it down on Ctrl-C. */
import { LAB_COMMUNITY, LAB_SNMP_USERS } from './accounts.ts';
import { missingForLab, startLab } from './start-lab.ts';

const missing = missingForLab();
if (missing !== '') {
  console.error(`The lab cannot run here:${missing}`);
  process.exit(1);
}
const root = process.argv.includes('--root');
const lab = await startLab({ console: root ? 'root' : 'namespace', log: console.log });
const prefix = lab.console.command([]).join(' ');

for (const { name, ns, address } of lab.routers) console.log(`${name}  ${address}  ${ns}`);
for (const { a, b } of lab.links) console.log(`${a.router} ${a.interface}  -  ${b.router} ${b.interface}`);
for (const { name, password } of lab.users)
  console.log(`SSH: ${name}, password ${password}, or key ${lab.clientKeyPath}`);
console.log(`SNMP: community ${LAB_COMMUNITY}; v3 users ${LAB_SNMP_USERS.map(({ name }) => name).join(' ')}`);
console.log(`Console: ${prefix} snmpwalk -v2c -c ${LAB_COMMUNITY} ${lab.routers[0]?.address} .1.3.6.1.2.1.1`);
console.log('Ctrl-C ends it.');

const end = async (): Promise<never> => {
  await lab.close();
  process.exit(0);
};
process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
process.once('SIGINT', () => void end()).once('SIGTERM', () => void end());
process.stdin.resume();
await new Promise(() => undefined);
