/**
 * Release policies as the service keeps them: versions named by their content, that never change; handed in by one planner
 * and bound by another; read by everybody whom they concern.
 *
 * <p>See {@code docs/policies.md}.
 */
package io.plimsoll.service.policies;
