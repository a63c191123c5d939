/**
 * What the rules found, for auditors and planners: how much of it, by rule, manager and time; each finding with what it rests
 * on. Only read here; what is done about a finding is a lead.
 */
package io.plimsoll.service.findings;
