package io.plimsoll.rule;

/** How much a finding weighs. Everything forbidden is CRITICAL. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
