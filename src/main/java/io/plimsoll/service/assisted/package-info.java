/**
 * Assisted orders (R16): what a retailer asks for who missed the window, collected on a visit, confirmed by himself, signed
 * by the market manager and entered by the order desk on the next business day. No step is skipped, three people take part,
 * and his own order wins.
 */
package io.plimsoll.service.assisted;
