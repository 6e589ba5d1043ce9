package dev.telltale.jobs.command;

import dev.telltale.detection.finding.FingerprintKey;
import dev.telltale.detection.rules.TeamSource;

/**
 * What a scan detects with.
 *
 * @param team the team's own file, or null
 */
public record Detection(FingerprintKey key, TeamSource team) {}
