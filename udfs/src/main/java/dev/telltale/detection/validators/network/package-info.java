/**
 * Addresses of people and machines, and numbers of devices. A candidate comes in, yes or no goes
 * out. Pure functions; imports {@code validators} and nothing else of Telltale.
 */
@NullMarked
package dev.telltale.detection.validators.network;

import org.jspecify.annotations.NullMarked;
