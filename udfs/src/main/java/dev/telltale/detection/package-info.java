/**
 * Record bodies come in; redacted bodies and {@link dev.telltale.detection.Finding}s go out.
 * Imports values, faults and limits. Raw matched values stay inside.
 */
package dev.telltale.detection;
