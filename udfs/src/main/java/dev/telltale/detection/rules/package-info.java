/**
 * Rules as data: YAML comes in, a validated {@link dev.telltale.detection.rules.RuleSet} goes out.
 * Imports patterns and validators. Runs on the driver and on executors; sees no content except in
 * the rules' own made-up examples.
 */
package dev.telltale.detection.rules;
