/**
 * Leads (R30): what waits for a check, raised by a finding, a complaint or a person; who checks it by when, what he found, and
 * what an auditor made of it. A lead that was verified is a violation, with its prohibition (R23). Whom a lead is about
 * never learns of it here.
 */
package io.plimsoll.service.leads;
