/**
 * Rule patterns (RE2 syntax) taken apart, and the automata that look for them. A pattern comes in;
 * out go what every match has, its {@link dev.telltale.detection.pattern.Trigger}, and matchers for
 * texts: {@link dev.telltale.detection.pattern.TriggerScan} for the triggers of many rules, {@link
 * dev.telltale.detection.pattern.LazyDfa} and {@link
 * dev.telltale.detection.pattern.BitStateMatcher} for one pattern. All are built from one form of
 * program. Imports nothing of Telltale; keeps no content.
 */
package dev.telltale.detection.pattern;
