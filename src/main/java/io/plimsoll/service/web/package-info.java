/**
 * What all pages and all of REST have in common: the shell of a page, the languages, refusals and how they are answered,
 * protection of forms, requests that are sent twice.
 */
package io.plimsoll.service.web;
