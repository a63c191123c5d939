package io.plimsoll.service.web;

import io.plimsoll.service.right.Role;
import java.util.Set;

/** An address that takes more than a form holds; rooms that have one declare it as a bean. */
public interface LargeBody {

    /** Whether a request goes there. */
    boolean isAt(String path);

    /** Most bytes of the body. */
    long bytes();

    /** Who may send that much; of anybody else not a byte of it is read. */
    Set<Role> roles();
}
