#!/bin/sh
# Makes the two database users, once: the image of MySQL runs this when it has made an empty data folder.
# The owner makes and changes tables; the application gets from it what it needs, table by table.
set -eu
for password in "$PLIMSOLL_OWNER_PASSWORD" "$PLIMSOLL_APPLICATION_PASSWORD"; do
    case "$password" in
        '' | *[!A-Za-z0-9_-]*)
            echo "users.sh: passwords are made of letters, digits, - and _ (see deploy/example.env)" >&2
            exit 1
            ;;
    esac
done
MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --user=root <<SQL
CREATE DATABASE plimsoll CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;
CREATE USER 'plimsoll_owner'@'%' IDENTIFIED BY '$PLIMSOLL_OWNER_PASSWORD';
GRANT ALL ON plimsoll.* TO 'plimsoll_owner'@'%' WITH GRANT OPTION;
CREATE USER 'plimsoll'@'%' IDENTIFIED BY '$PLIMSOLL_APPLICATION_PASSWORD';
SQL
