# Runs inside a router's own mount, host name, process and network namespace, as its init and as its service command:
#   sh router.sh boot FOLDER NAME        mounts, accounts, all daemons, then reaps children for ever
#   sh router.sh start DAEMON            one daemon again, after it was killed
# FOLDER holds etc/ (configuration made by router-files.ts), users, client-key.pub and var-lib-snmp (kept over a power cycle).
set -eu
export PATH=/usr/sbin:/usr/bin:/sbin:/bin MIBS=''
umask 022

# await COMMAND…: until it succeeds, at most 20 s.
await() {
  i=0
  until "$@" 2>/dev/null; do
    i=$((i + 1))
    [ "$i" -lt 2000 ] || { echo "not reached after 20 s: $*" >&2; exit 1; }
    sleep 0.01
  done
}

start() {
  case "$1" in
  snmpd)
    rm -f /run/agentx/master /run/log/snmpd
    SNMP_PERSISTENT_DIR=/var/lib/snmp SNMPCONFPATH=/etc/snmp:/var/lib/snmp \
      snmpd -Lf /run/log/snmpd -p /run/snmpd.pid -x /run/agentx/master
    # Its socket is there before it listens to subagents, and these try again only every 15 s.
    await grep -q 'NET-SNMP version' /run/log/snmpd
    ;;
  lldpd)
    rm -f /run/lldpd.socket
    # Its log is of no use, and lldpcli reports the neighbours' absence as an error while it configures.
    lldpd -x -X unix:/run/agentx/master -u /run/lldpd.socket -I 'eth*,!eth0' -C eth0 -m '10.99.0.*' \
      -S "Trunkline lab router $(hostname)" -O /etc/lldpd.conf >/run/log/lldpd 2>&1
    ;;
  sshd) /usr/sbin/sshd -f /etc/ssh/lab_sshd_config -E /run/log/sshd ;;
  zebra) /usr/lib/frr/zebra -d -u frr -g frr -A 127.0.0.1 -M snmp --log file:/run/log/zebra ;;
  ospfd) /usr/lib/frr/ospfd -d -u frr -g frr -A 127.0.0.1 -M snmp --log file:/run/log/ospfd ;;
  *) echo "no daemon is called $1" >&2; exit 2 ;;
  esac
}

# A copy of /etc, bound as a folder: a bind over /etc/shadow alone vanishes when the host replaces that file.
mounts() {
  mkdir -p "$folder/private" "$folder/var-lib-snmp"
  mount -t tmpfs trunkline-lab "$folder/private"
  cp -a /etc "$folder/private/etc"
  mount --bind "$folder/private/etc" /etc
  mount --bind "$folder/var-lib-snmp" /var/lib/snmp
  for place in /run /var/log /var/tmp; do
    case "$folder" in "$place"/*) ;; *) mount -t tmpfs trunkline-lab "$place" ;; esac
  done
  mkdir -p /run/sshd /run/agentx /run/lldpd /run/log /run/home
  chmod 1777 /run/log
  # Where frr.conf exists, FRR's daemons wait for vtysh to bring their configuration.
  rm -rf /etc/lldpd.d/* /etc/snmp/snmpd.conf.d/* /etc/frr/frr.conf
  cp -R "$folder/etc/." /etc/
  chmod 600 /etc/ssh/lab_host_key
}

accounts() {
  id=50001
  while IFS=: read -r user shell groups password; do
    echo "$user:x:$id:$id::/run/home/$user:$shell" >>/etc/passwd
    echo "$user:x:$id:" >>/etc/group
    echo "$user:*:20000:0:99999:7:::" >>/etc/shadow
    [ -z "$groups" ] || ! grep -q "^$groups:" /etc/group || sed -i "s/^$groups:.*/&,$user/" /etc/group
    mkdir -p "/run/home/$user/.ssh"
    cp "$folder/client-key.pub" "/run/home/$user/.ssh/authorized_keys"
    chown -R "$id:$id" "/run/home/$user"
    echo "$user:$password" >>/run/passwords
    id=$((id + 1))
  done <"$folder/users"
  chpasswd </run/passwords
  rm /run/passwords
}

routing() {
  [ -x /usr/lib/frr/zebra ] || return 0
  mkdir -p /run/frr
  chown frr:frr /run/frr
  chown -R frr:frr /etc/frr
  # 755, or a login of vtysh cannot read its own configuration.
  chmod 755 /etc/frr /run/frr
  chmod 644 /etc/frr/*
  start zebra
  await [ -S /run/frr/zserv.api ]
  start ospfd
}

case "$1" in
boot)
  folder=$2
  hostname "$3"
  mounts
  accounts
  start snmpd
  routing
  start lldpd
  start sshd
  echo 'router ready'
  # `wait` reaps whatever dies; sleep alone would leave killed daemons as zombies.
  while :; do
    sleep 100000 &
    wait $!
  done
  ;;
start) start "$2" ;;
*) echo "usage: boot FOLDER NAME | start DAEMON" >&2; exit 2 ;;
esac
