package io.plimsoll.files;

import java.util.Set;
import java.util.function.Predicate;

/**
 * The names that other files refer to, as far as they are known. Where the register could not be read as a whole, a name
 * that isn't among them is neither known nor unknown, and nobody is told that it is missing.
 *
 * @param names whether a name is certainly one of the register
 * @param whole whether every other name is certainly none
 */
public record Register(Predicate<String> names, boolean whole) {

    /** A register of which nothing is known. */
    public static final Register UNREAD = new Register(name -> false, false);

    /** A register of these names and no other. */
    public static Register of(Set<String> names) {
        return new Register(names::contains, true);
    }

    boolean has(String name) {
        return names.test(name);
    }

    boolean mayHave(String name) {
        return !whole || names.test(name);
    }
}
