/**
 * A match of a rule with the evidence for it, and what may be shown of it: mask and fingerprint.
 * Imports rules and values.
 */
@NullMarked
package dev.telltale.detection.finding;

import org.jspecify.annotations.NullMarked;
