/**
 * What customer managers forecast per brand for their territories (R27), how near they came to what was reported, and what the
 * past alone would have forecast. Never per shop, never per Sku; nothing of it binds anybody or changes an order.
 *
 * <p>See {@code docs/forecasts.md}.
 */
package io.plimsoll.service.forecasts;
