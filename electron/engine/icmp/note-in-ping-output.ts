/** Linux: "From 10.0.0.1 icmp_seq=1 Destination Host Unreachable". */
const LINUX = /^From (\S{1,64}) icmp_seq=\d{1,9} (.{1,80})$/m;
/** macOS: "92 bytes from 10.0.0.1: Destination Host Unreachable"; Windows: "Reply from 10.0.0.1: Destination host unreachable." */
const OTHERS =
  /^(?:\d{1,5} bytes|Reply) from (\S{1,64}): ((?:Destination|TTL|Time to live|Communication)[^\r\n]{1,80}?)\.?\r?$/m;
/** "ping: connect: Network is unreachable", "ping: sendto: No route to host", "PING: transmit failed. General failure." */
const OWN =
  /^(?:ping6?: .{0,40}?|PING: transmit failed\. )(Network is unreachable|No route to host|General failure|Operation not permitted)/m;

/** What a ping program's output says of the way back, or of this machine's own network; null for plain silence. */
export const noteInPingOutput = (output: string): string | null => {
  const told = LINUX.exec(output);
  if (told !== null) return `${told[2]} from ${told[1]}`;
  const other = OTHERS.exec(output);
  if (other !== null) return `${other[2]} from ${other[1]}`;
  const own = OWN.exec(output);
  return own?.[1] === undefined ? null : `${own[1]} (this machine)`;
};
