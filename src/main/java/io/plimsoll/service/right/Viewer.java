package io.plimsoll.service.right;

/**
 * Somebody who is signed in, or a program with a token.
 *
 * @param personId key of the person
 * @param name what he signs in with
 * @param displayName what he is called on a page
 * @param scope whose rows he may see
 */
public record Viewer(long personId, String name, String displayName, Role role, Scope scope) {}
