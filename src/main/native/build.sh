#!/bin/sh
# Builds the two stand-in libraries that mysqld is given on Linux x86-64. They need nothing but the linker, not even libc.
# What they come to is kept beside the Java classes, because those who build Plimsoll need no C compiler: run this again
# after a change here.
set -e
cd "$(dirname "$0")"
for name in libaio libnuma; do
    gcc -m64 -Os -fPIC -shared -nostdlib -Wall -Wno-unused-parameter -Wl,--build-id=none -Wl,-z,noseparate-code -s \
        -Wl,-soname,$name.so.1 -Wl,--version-script,$name.map -o ../resources/io/plimsoll/mysql/$name.so.1 $name.c
done
