/**
 * A match of a rule with the evidence for it, and what may be shown of it: mask and fingerprint.
 * Imports rules and values.
 */
package dev.telltale.detection.finding;
