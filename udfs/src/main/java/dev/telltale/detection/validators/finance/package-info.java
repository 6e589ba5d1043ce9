/**
 * Cards, bank accounts and addresses of cryptocurrencies, by their check digits and hashes. A
 * candidate comes in, yes or no goes out. Pure functions; imports {@code validators} and nothing
 * else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.finance;

import org.jspecify.annotations.NullMarked;
