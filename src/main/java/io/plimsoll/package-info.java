/**
 * Plimsoll shares short supply among independent retailers. The rooms below {@code io.plimsoll} are capabilities; all
 * but {@code drools}, {@code lawbook}, {@code files}, {@code results} and {@code cli} form the pure core, which imports {@code java.*} and itself only.
 */
package io.plimsoll;
