/**
 * Rule patterns (RE2 syntax) taken apart: what every match must contain, how wide it can be, and
 * the relaxed expression that a match cannot lack. A pattern comes in, {@link
 * dev.telltale.detection.pattern.Trigger}s go out. Imports nothing of Telltale; never sees content.
 */
package dev.telltale.detection.pattern;
