# Runs a server for as long as its caller holds this script's standard input open: when the caller closes it, or is killed
# and the system closes it, the server is asked to stop, and made to if it takes longer than it may.
#
# $1: seconds that the server has for stopping; the rest: the server and its arguments.
# Says the server's process id on standard output. What the server says goes to standard error. Ends as the server does.
grace=$1
shift

# A signal to all processes of a terminal is the caller's business. It closes the input once it needs no server any more.
trap : HUP INT QUIT TERM

if [ "$(id -u)" = 0 ]; then
    set -- "$@" --user=root
fi

exec 3<&0
"$@" 3<&- </dev/null >&2 &
server=$!
echo "$server"
exec >&2

{
    trap '' HUP TERM
    while read -r _; do :; done <&3
    kill -TERM "$server"
    while [ "$grace" -gt 0 ] && kill -0 "$server"; do
        sleep 1
        grace=$((grace - 1))
    done
    kill -KILL "$server"
} 2>/dev/null &
guard=$!
exec 3<&- </dev/null

# A signal ends the waiting, not the server.
while :; do
    wait "$server"
    status=$?
    kill -0 "$server" 2>/dev/null || break
done
kill -KILL "$guard" 2>/dev/null
exit "$status"
