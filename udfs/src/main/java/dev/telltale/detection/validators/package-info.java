/**
 * Check digits and shapes that tell a sensitive value from one that only looks like it. A candidate
 * comes in, yes or no goes out. Pure functions; imports nothing of Telltale.
 */
package dev.telltale.detection.validators;
