package io.plimsoll.mysql;

/**
 * A user of the database.
 *
 * @param user name, from any host; the server listens to this machine alone
 * @param password random, made with the data
 */
public record Login(String user, String password) {

    /** Without the password, for logs. */
    @Override
    public String toString() {
        return user;
    }
}
